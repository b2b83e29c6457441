/* Checks a list of certificates that is read from a file, piece by piece. */
#include "certificate_file.h"

#include <string.h>
#include <strings.h>

#include "repeats.h"
#include "utf8.h"

/* Bytes; a line that is longer is no header. */
#define FIRST_LINE_MOST ((size_t)65536)

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* A finding is about to be added: its record is kept. */
static size_t place(void *context)
{
    struct certificate_file *file = context;
    const struct csv *csv = &file->reader.csv;

    return cutting_add(&file->cutting,
                       (struct slice){csv->record.bytes, csv->record.length},
                       csv->line, csv->offset);
}

void certificate_file_begin(struct certificate_file *file,
                            const struct check_options *options,
                            const struct certificate_facts *facts)
{
    const struct certificate_facts none = {.day = options->today};
    static const struct report no_report;

    if (!facts)
        facts = &none;
    *file = (struct certificate_file){.valid = true, .options = *options};
    file->options.today = facts->day;
    file->check = (struct check){.report = &no_report,
                                 .options = &file->options,
                                 .guideline = options->guideline,
                                 .draft = options->draft,
                                 .findings = &file->findings};
    file->list = (struct certificate_list){
        .check = &file->check, .certain = facts->certain,
        .personal = facts->personal, .server = facts->server,
        .many = facts->many, .place = place, .context = file, .by_line = true};
}

static void begin(struct certificate_file *file, struct slice *piece)
{
    if (piece->length >= 3 && !memcmp(piece->bytes, byte_order_mark, 3)) {
        file->skipped = 3;
        *piece = (struct slice){piece->bytes + 3, piece->length - 3};
    }
    file->begun = true;
    certificate_csv_begin(&file->reader, &file->list, *piece);
}

/* A character may be cut in two by the pieces' ends, of four bytes at most. */
static bool take_valid(struct certificate_file *file, struct slice piece)
{
    size_t valid = utf8_invalid(piece.bytes, piece.length);
    size_t rest = piece.length - valid;

    certificate_csv_read(&file->reader, (struct slice){piece.bytes, valid});
    if (rest > 3)
        return false;
    buffer_drop(&file->rest, file->rest.length);
    buffer_add(&file->rest, piece.bytes + valid, rest);
    return true;
}

/* The first line tells what parts the fields: has START all of it? */
static bool has_first_line(struct slice start)
{
    return start.length >= FIRST_LINE_MOST ||
           memchr(start.bytes, '\n', start.length) ||
           memchr(start.bytes, '\r', start.length);
}

static bool take(struct certificate_file *file, struct slice piece)
{
    if (!file->begun)
        begin(file, &piece);
    file->valid = file->valid && take_valid(file, piece);
    return file->valid;
}

bool certificate_file_read(struct certificate_file *file, struct slice piece)
{
    struct buffer joined = file->rest;
    struct slice whole;
    bool valid = true;

    if (!joined.length && (file->begun || has_first_line(piece)))
        return take(file, piece);
    file->rest = (struct buffer){NULL, 0, 0};
    buffer_add_slice(&joined, piece);
    whole = buffer_slice(&joined);
    if (!file->begun && !has_first_line(whole)) {
        file->rest = joined;
        return true;
    }
    valid = take(file, whole);
    buffer_free(&joined);
    return valid;
}

/* What has no line's end is all that there is. */
static void take_rest(struct certificate_file *file)
{
    struct buffer rest = file->rest;

    file->rest = (struct buffer){NULL, 0, 0};
    buffer_add(&rest, "", 0);
    take(file, buffer_slice(&rest));
    buffer_free(&rest);
}

void certificate_file_end(struct certificate_file *file)
{
    if (!file->begun)
        take_rest(file);
    if (file->rest.length)
        file->valid = false;
    file->known = certificate_csv_end(&file->reader);
    file->rows = file->list.rows;
    file->repeated = file->list.repeated;
    file->tally = file->list.tally;
    file->links = file->list.form == CERTIFICATES_LINKS;
    findings_sort(&file->findings);
    repeats_mark(&file->findings, NULL);
}

void certificate_file_free(struct certificate_file *file)
{
    findings_free(&file->findings);
    cutting_free(&file->cutting);
    buffer_free(&file->rest);
}

bool certificate_file_is(struct slice path)
{
    const struct rule_phrases *ends = &rule_phrase_lists[PHRASES_LIST_FILE];

    for (size_t index = 0; index < ends->count; index++) {
        const char *end = ends->phrases[index].folded;
        size_t length = strlen(end);

        if (path.length > length &&
            !strncasecmp(path.bytes + path.length - length, end, length))
            return true;
    }
    return false;
}
