/* The faults that tests make, and how they are made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "faults.h"
#include "file.h"

#define SAMPLE_LIMIT (1024 * 1024)

#define FULL "full.md"
#define PRELIMINARY "preliminary.md"
#define CLOSURE "closure.md"
#define HAND(name) "../annotated/hands/" name ".md"

const struct fault faults[] = {
#include "faults.inc"
#include "faults_appendix.inc"
#include "faults_actions.inc"
#include "faults_posting.inc"
#include "faults_timeline.inc"
#include "faults_hands_certificates.inc"
#include "faults_hands_impact.inc"
#include "faults_hands_later.inc"
#include "faults_hands_more.inc"
#include "faults_hands_none.inc"
#include "faults_hands_none_words.inc"
#include "faults_hands_words.inc"
};

const size_t fault_count = sizeof faults / sizeof *faults;

static char *read_sample(const char *folder, const char *name)
{
    struct buffer path = {NULL, 0, 0};
    struct buffer content = {NULL, 0, 0};

    buffer_add_string(&path, folder);
    buffer_add_char(&path, '/');
    buffer_add_string(&path, name);
    if (!file_read(path.bytes, SAMPLE_LIMIT, &content))
        fail_msg("%s can't be read", path.bytes);
    buffer_free(&path);
    return buffer_take(&content);
}

/* The first FIND is replaced, everything up to an ellipsis in it and what
 * follows it taken whole. */
void fault_make(const struct fault *fault, const char *folder,
                struct buffer *report)
{
    char *sample = read_sample(folder, fault->report);
    const char *gap = strstr(fault->find, "[...]");
    size_t head = gap ? (size_t)(gap - fault->find) : strlen(fault->find);
    char *start = NULL;
    char *end;

    for (char *at = sample; *at && !start; at++) {
        if (!strncmp(at, fault->find, head))
            start = at;
    }
    if (!start)
        fail_msg("no \"%s\" in %s", fault->find, fault->report);
    end = start + head;
    if (gap) {
        end = strstr(end, gap + 5);
        if (!end)
            fail_msg("no end of \"%s\" in %s", fault->find, fault->report);
    }
    buffer_add(report, sample, (size_t)(start - sample));
    buffer_add_string(report, fault->replace);
    buffer_add_string(report, end);
    memory_free(sample);
}

void fault_options(struct check_options *options)
{
    int today = 0;

    checks_day((struct slice){"2026-11-01", 10}, &today);
    check_options_default(options, today);
}
