/* The names of severities, as users write them. */
#include "severity.h"

#include <string.h>

static const char *const names[SEVERITY_COUNT] = {
    [SEVERITY_OFF] = "off",
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_INFORMATION] = "information",
    [SEVERITY_HINT] = "hint",
};

const char *severity_name(enum severity severity)
{
    return names[severity];
}

int severity_find(struct slice name)
{
    int i;

    for (i = 0; i < SEVERITY_COUNT; i++)
        if (strlen(names[i]) == name.length
            && !memcmp(names[i], name.bytes, name.length))
            return i;
    return -1;
}
