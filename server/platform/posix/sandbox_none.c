/* No sandbox: for a system other than Linux, or a build that needs freedom. */
#include "process.h"

unsigned process_limit(void)
{
    return 0;
}
