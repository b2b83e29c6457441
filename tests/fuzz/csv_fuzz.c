/*
 * A list of certificates: the same findings in whatever pieces it comes, and
 * findings within the text where it stands in a report.
 */
#include <string.h>

#include "certificate_file.h"
#include "found.h"
#include "input.h"
#include "listing.h"

static const char before[] =
    "## Full Incident Report\n\n### Appendix\n\n```csv\n";

/* Reads BYTES in pieces of STEP, and lists what is found. */
static void read_list(struct slice bytes, size_t step, struct buffer *listed)
{
    struct certificate_file file;
    struct check_options options;

    check_options_default(&options, FOUND_TODAY);
    certificate_file_begin(&file, &options, NULL);
    for (size_t at = 0; at < bytes.length; at += step) {
        size_t left = bytes.length - at;
        struct slice piece = {bytes.bytes + at, left < step ? left : step};

        if (!certificate_file_read(&file, piece))
            break;
    }
    certificate_file_end(&file);
    buffer_add_number(listed, file.rows);
    buffer_add_char(listed, file.valid ? ' ' : '!');
    listing_add(listed, &file.findings);
    certificate_file_free(&file);
}

static void read_inline(const struct buffer *source)
{
    struct buffer report = {NULL, 0, 0};
    struct found found;

    buffer_add_string(&report, before);
    buffer_add(&report, source->bytes, source->length);
    buffer_add_string(&report, "\n```\n");
    found_open(&found, input_slice(&report));
    input_expect(listing_is_within(&found.findings, report.length),
                 "a place outside of the text", &report);
    found_close(&found);
    buffer_free(&report);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    size_t step = 1 + input_below(&input, 256);
    struct buffer source = {NULL, 0, 0};
    struct buffer whole = {NULL, 0, 0};
    struct buffer pieces = {NULL, 0, 0};

    buffer_add(&source, (const char *)input.bytes, input.length);
    read_list(input_slice(&source), source.length + 1, &whole);
    read_list(input_slice(&source), step, &pieces);
    input_expect(!strcmp(whole.bytes, pieces.bytes), "other findings in pieces",
                 &source);
    buffer_free(&source);
    input_text(&input, &source);
    read_inline(&source);
    buffer_free(&source);
    buffer_free(&whole);
    buffer_free(&pieces);
    return 0;
}
