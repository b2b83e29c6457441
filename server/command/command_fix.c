/*
 * command_fix.c - `incident-ls check --fix` and `--diff`: safe fixes, made or
 * shown.
 */
#include "command_fix.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command_complain.h"
#include "file.h"
#include "fix_all.h"
#include "shown.h"
#include "unified_diff.h"
#include "utf8.h"

static bool is_stdin(const struct command_fix *fix)
{
    return !strcmp(fix->path, "-");
}

static struct slice source_of(const struct command_fix *fix)
{
    return buffer_slice(fix->source);
}

static bool make(const struct command_fix *fix, struct fix_all *fixed)
{
    return fix_all(&(struct proof_source){source_of(fix), fix->options, NULL},
                   fixed);
}

/* TEXT as in the file: with the byte order mark. */
static struct buffer with_mark(const struct command_fix *fix,
                               struct slice text)
{
    struct buffer bytes = {NULL, 0, 0};

    buffer_add(&bytes, UTF8_MARK, fix->skipped);
    buffer_add_slice(&bytes, text);
    return bytes;
}

/* "report.md: 3 fixes (date-format 2, field-format 1)" */
static void say(const struct command_fix *fix, const struct fix_all *fixed)
{
    struct buffer list = {NULL, 0, 0};

    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (!fixed->counts[rule])
            continue;
        buffer_addf(&list, "%s%s %zu", list.length ? ", " : "", rules[rule].id,
                    fixed->counts[rule]);
    }
    fflush(stdout);
    command_complain("%s: %zu %s (%s)", fix->name, fixed->count,
                     fixed->count == 1 ? "fix" : "fixes", list.bytes);
    buffer_free(&list);
}

static char *fault_of(int error)
{
    struct buffer sentence = {NULL, 0, 0};

    buffer_add_string(&sentence, "can't be replaced: ");
    buffer_add_string(&sentence, strerror(error));
    return buffer_take(&sentence);
}

/*
 * Writes the fixed TEXT to the file or stdout; false with errno set on
 * failure.
 */
static bool put(const struct command_fix *fix, struct slice text)
{
    struct buffer bytes = with_mark(fix, text);
    bool ok = true;
    int error;

    if (is_stdin(fix))
        shown_write(stdout, buffer_slice(&bytes));
    else
        ok = file_replace(fix->path, bytes.bytes, bytes.length);
    error = errno;
    buffer_free(&bytes);
    errno = error;
    return ok;
}

char *command_fix_file(struct command_fix *fix)
{
    struct fix_all fixed;

    if (!make(fix, &fixed)) {
        if (is_stdin(fix))
            put(fix, source_of(fix));
        return NULL;
    }
    if (!put(fix, buffer_slice(&fixed.text))) {
        char *fault = fault_of(errno);

        fix_all_free(&fixed);
        return fault;
    }
    say(fix, &fixed);
    fix->changed = true;
    buffer_free(fix->source);
    *fix->source = fixed.text;
    fixed.text = (struct buffer){NULL, 0, 0};
    fix_all_free(&fixed);
    return NULL;
}

bool command_fix_diff(const struct command_fix *fix)
{
    struct fix_all fixed;
    struct buffer old, new;

    if (!make(fix, &fixed))
        return false;
    old = with_mark(fix, source_of(fix));
    new = with_mark(fix, buffer_slice(&fixed.text));
    unified_diff_write(&(struct unified_diff){stdout, fix->colour}, fix->name,
                       buffer_slice(&old), buffer_slice(&new));
    say(fix, &fixed);
    buffer_free(&old);
    buffer_free(&new);
    fix_all_free(&fixed);
    return true;
}
