/* Texts: lines, splices and positions, held against a naive model. */
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "memory.h"

static struct text *text_of(const char *string)
{
    return text_new(slice_of(string));
}

static void assert_bytes(struct text *text, struct slice expected)
{
    struct slice bytes = text_slice(text, (struct span){0, SIZE_MAX});

    assert_int_equal(bytes.length, expected.length);
    assert_memory_equal(bytes.bytes, expected.bytes, expected.length);
}

static void lines_end_with_lf_crlf_and_cr(void **state)
{
    static const struct {
        size_t start, content_end, end;
    } expected[] = {{0, 1, 2}, {2, 3, 5}, {5, 6, 7}, {7, 7, 8},
                    {8, 8, 10}, {10, 10, 11}, {11, 12, 12}};
    struct text *text = text_of("a\nb\r\nc\r\r\r\n\nd");

    (void)state;
    assert_int_equal(text_line_count(text), 7);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(text_line(text, i).start, expected[i].start);
        assert_int_equal(text_line(text, i).end, expected[i].end);
        assert_int_equal(text_line_content(text, i).end,
                         expected[i].content_end);
    }
    assert_int_equal(text_line(text, 99).start, 11);
    text_free(text);
}

static void an_empty_text_has_one_line(void **state)
{
    struct text *text = text_of("");

    (void)state;
    assert_int_equal(text_length(text), 0);
    assert_int_equal(text_line_count(text), 1);
    assert_int_equal(text_line(text, 0).end, 0);
    assert_int_equal(text_line_at(text, 7), 0);
    assert_int_equal(text_slice(text, (struct span){3, 9}).length, 0);
    text_free(text);
}

struct place {
    size_t offset;
    size_t character[3];            /* by encoding */
};

/* "A", e acute, euro, G clef, e + combining acute: 1, 2, 3, 4, 1 + 2 bytes. */
static const char wide_line[] = "A\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E"
                                "e\xCC\x81";
static const struct place wide_places[] = {
    {0, {0, 0, 0}}, {1, {1, 1, 1}}, {3, {3, 2, 2}},    {6, {6, 3, 3}},
    {10, {10, 5, 4}}, {11, {11, 6, 5}}, {13, {13, 7, 6}}};

static void positions_count_in_three_encodings(void **state)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};

    (void)state;
    for (size_t e = 0; e < 3; e++) {
        struct buffer bytes = {NULL, 0, 0};
        size_t second = sizeof wide_line - 1 + strlen(ends[e]);
        struct text *text;

        buffer_add_string(&bytes, wide_line);
        buffer_add_string(&bytes, ends[e]);
        buffer_add_string(&bytes, wide_line);
        text = text_new((struct slice){bytes.bytes, bytes.length});
        for (size_t i = 0; i < 7 * 3; i++) {
            const struct place *place = &wide_places[i % 7];
            enum encoding encoding = (enum encoding)(i / 7);
            struct position at = {1, place->character[encoding]};
            struct position back =
                text_position(text, second + place->offset, encoding);

            assert_int_equal(text_offset(text, at, encoding),
                             second + place->offset);
            assert_int_equal(back.line, 1);
            assert_int_equal(back.character, at.character);
        }
        text_free(text);
        buffer_free(&bytes);
    }
}

static void positions_that_are_not_there_are_clamped(void **state)
{
    static const struct {
        struct position position;
        enum encoding encoding;
        size_t offset;
    } rows[] = {
        {{0, 99}, ENCODING_UTF16, 2},       /* past a line's end */
        {{0, 3}, ENCODING_UTF8, 2},         /* between CR and LF */
        {{1, 1}, ENCODING_UTF16, 4},        /* inside a surrogate pair */
        {{1, 1}, ENCODING_UTF8, 4},         /* inside a character */
        {{1, 3}, ENCODING_UTF8, 4},
        {{1, 4}, ENCODING_UTF8, 8},
        {{1, SIZE_MAX}, ENCODING_UTF32, 9},
        {{2, 0}, ENCODING_UTF16, 9},        /* past the last line */
        {{SIZE_MAX, SIZE_MAX}, ENCODING_UTF16, 9},
    };
    struct text *text = text_of("ab\r\n\xF0\x9D\x84\x9E" "c");

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(
            text_offset(text, rows[i].position, rows[i].encoding),
            rows[i].offset);
    }
    text_free(text);
}

static void offsets_that_are_no_places_are_clamped(void **state)
{
    static const struct {
        size_t offset;
        struct position position;
    } rows[] = {{2, {0, 2}}, {3, {0, 2}}, {4, {1, 0}}, {5, {1, 0}},
                {7, {1, 0}}, {8, {1, 2}}, {9, {1, 3}}, {99, {1, 3}}};
    struct text *text = text_of("ab\r\n\xF0\x9D\x84\x9E" "c");

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct position position =
            text_position(text, rows[i].offset, ENCODING_UTF16);

        assert_int_equal(position.line, rows[i].position.line);
        assert_int_equal(position.character, rows[i].position.character);
    }
    text_free(text);
}

static void a_splice_says_which_lines_it_touched(void **state)
{
    static const struct {
        const char *before;
        struct span span;
        const char *bytes;
        struct text_change change;
    } rows[] = {
        {"a\nb\nc", {2, 3}, "x", {1, 1, 1, 2, 2}},
        {"a\nb\nc", {1, 2}, "", {0, 2, 1, 1, 3}},
        {"a\nb\nc", {2, 2}, "x\n", {1, 1, 2, 2, 3}},
        {"a\nb\nc", {2, 4}, "", {1, 2, 1, 2, 1}},     /* whole lines */
        {"a\nb\nc", {5, 5}, "\n", {2, 1, 2, 5, 0}},
        {"a\r\nb", {2, 2}, "x", {0, 1, 2, 2, 2}},     /* parts CR LF */
        {"a\rb", {2, 2}, "\n", {0, 2, 2, 2, 1}},      /* joins CR LF */
        {"a\rx\nb", {2, 3}, "", {0, 2, 1, 2, 2}},     /* joins by deletion */
        {"", {0, 0}, "a\r\nb", {0, 1, 2, 0, 0}},
        {"a\nb", {0, 99}, "", {0, 2, 1, 0, 0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text *text = text_of(rows[i].before);
        struct text_change change =
            text_splice(text, rows[i].span, slice_of(rows[i].bytes));

        assert_int_equal(change.line, rows[i].change.line);
        assert_int_equal(change.removed, rows[i].change.removed);
        assert_int_equal(change.added, rows[i].change.added);
        assert_int_equal(change.above, rows[i].change.above);
        assert_int_equal(change.below, rows[i].change.below);
        text_free(text);
    }
}

/* The model: plain bytes, lines found by looking at all of them. */
struct model {
    char bytes[4096];
    size_t length;
    size_t starts[4097];
    size_t line_count;
};

static void model_splice(struct model *model, struct span span,
                         struct slice bytes)
{
    size_t tail = model->length - span.end;

    memmove(model->bytes + span.start + bytes.length, model->bytes + span.end,
            tail);
    memcpy(model->bytes + span.start, bytes.bytes, bytes.length);
    model->length = span.start + bytes.length + tail;
    model->line_count = 1;
    for (size_t i = 1; i <= model->length; i++) {
        char before = model->bytes[i - 1];
        bool splits = i < model->length && before == '\r' &&
                      model->bytes[i] == '\n';

        if (before == '\n' || (before == '\r' && !splits))
            model->starts[model->line_count++] = i;
    }
}

static void assert_is_model(struct text *text, const struct model *model)
{
    assert_bytes(text, (struct slice){model->bytes, model->length});
    assert_int_equal(text_line_count(text), model->line_count);
    for (size_t i = 0; i < model->line_count; i++)
        assert_int_equal(text_line(text, i).start, model->starts[i]);
}

/* A repeatable sequence of numbers (a linear congruential generator). */
static size_t random_below(uint64_t *seed, size_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*seed >> 33) % bound;
}

/* The lines a change doesn't name are what they were. */
static void assert_change_is_true(const struct model *before,
                                  const struct model *after,
                                  struct text_change change)
{
    size_t shift = after->length - before->length;

    assert_true(change.removed >= 1 && change.added >= 1);
    assert_int_equal(before->line_count - change.removed,
                     after->line_count - change.added);
    for (size_t i = 0; i <= change.line; i++)
        assert_int_equal(before->starts[i], after->starts[i]);
    for (size_t i = change.line + change.removed; i < before->line_count; i++)
        assert_int_equal(before->starts[i] + shift,
                         after->starts[i - change.removed + change.added]);
}

/* What begins a character, but for the LF of a CR LF. */
static size_t model_characters(const struct model *model)
{
    size_t count = 0;

    for (size_t i = 0; i < model->length; i++) {
        bool second = i && model->bytes[i] == '\n' &&
                      model->bytes[i - 1] == '\r';

        count += (model->bytes[i] & 0xC0) != 0x80 && !second;
    }
    return count;
}

static void random_splices_are_the_models(void **state)
{
    static const char pieces[] = "\r\n\n\r\rab\r\n\xC3\xA9\n\r\n\r";
    static struct model model, before;
    struct text *text = text_of("");
    uint64_t seed = 1;

    (void)state;
    model.line_count = 1;
    for (int i = 0; i < 20000; i++) {
        size_t start = random_below(&seed, model.length + 1);
        size_t most = model.length - start < 9 ? model.length - start : 9;
        struct span span = {start, start + random_below(&seed, most + 1)};
        size_t from = random_below(&seed, sizeof pieces - 1);
        struct slice bytes = {
            pieces + from, random_below(&seed, sizeof pieces - from)};
        struct text_change change;

        if (model.length > 300)
            span.end = model.length;
        before = model;
        model_splice(&model, span, bytes);
        change = text_splice(text, span, bytes);
        assert_change_is_true(&before, &model, change);
        assert_is_model(text, &model);
        assert_int_equal(text_characters(text), model_characters(&model));
        text_slice(text, (struct span){random_below(&seed, 300),
                                       random_below(&seed, 300)});
    }
    text_free(text);
}

/* Counting goes on from the last place, so the order must not matter. */
static void positions_in_any_order_are_the_same(void **state)
{
    struct buffer bytes = {NULL, 0, 0};
    struct text *text, *fresh;
    uint64_t seed = 2;

    (void)state;
    for (int i = 0; i < 40; i++) {
        buffer_add_string(&bytes, wide_line);
        if (i % 9 == 0)
            buffer_add_string(&bytes, "\r\n");
    }
    text = text_new((struct slice){bytes.bytes, bytes.length});
    for (int i = 0; i < 5000; i++) {
        enum encoding encoding = (enum encoding)random_below(&seed, 3);
        size_t offset = random_below(&seed, bytes.length + 2);
        struct position place = text_position(text, offset, encoding), other;

        fresh = text_new((struct slice){bytes.bytes, bytes.length});
        other = text_position(fresh, offset, encoding);
        assert_int_equal(place.line, other.line);
        assert_int_equal(place.character, other.character);
        place.character = random_below(&seed, 300);
        offset = text_offset(text, place, encoding);
        assert_int_equal(offset, text_offset(fresh, place, encoding));
        text_free(fresh);
    }
    text_free(text);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_with_lf_crlf_and_cr),
        cmocka_unit_test(an_empty_text_has_one_line),
        cmocka_unit_test(positions_count_in_three_encodings),
        cmocka_unit_test(positions_that_are_not_there_are_clamped),
        cmocka_unit_test(offsets_that_are_no_places_are_clamped),
        cmocka_unit_test(a_splice_says_which_lines_it_touched),
        cmocka_unit_test(random_splices_are_the_models),
        cmocka_unit_test(positions_in_any_order_are_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
