/* Finds the lists of certificates in an Appendix, in all their forms. */
#include "appendix.h"

#include <string.h>

#include "answer.h"
#include "attachments.h"
#include "certificate_csv.h"
#include "csv.h"
#include "memory.h"
#include "table.h"

/* Cells of a table that lies on its side: a row for each field. */
#define FIELDS_MOST CERTIFICATE_CELLS

static size_t place(void *context)
{
    return *(size_t *)context;
}

static struct certificate_list new_list(struct appendix *appendix,
                                        enum certificate_form form)
{
    return (struct certificate_list){
        .check = appendix->check, .form = form, .certain = appendix->certain,
        .personal = appendix->personal, .server = appendix->server,
        .many = appendix->many, .place = place, .context = &appendix->start};
}

static void count_list(struct appendix *appendix,
                       const struct certificate_list *list)
{
    if (!appendix->lists++)
        appendix->first = list->first;
    appendix->rows += list->rows;
    appendix->repeated += list->repeated;
    tally_join(&appendix->tally, &list->tally);
}

static const struct element *element_at(const struct appendix *appendix,
                                        size_t index)
{
    return &appendix->check->reports->elements.items[index];
}

static void take_link(struct appendix *appendix, struct slice text,
                      size_t start, const struct crtsh *link)
{
    struct span whole = {0, text.length};
    struct certificate_record record = {text, &whole, 1};

    if (!appendix->links.check)
        appendix->links = new_list(appendix, CERTIFICATES_LINKS);
    appendix->start = start;
    certificate_list_link(&appendix->links, &record, link, 0);
}

/* Text */

static bool is_fence(struct slice line)
{
    size_t at = 0;

    while (at < line.length && line.bytes[at] == ' ')
        at++;
    return line.length - at >= 3 && (!strncmp(line.bytes + at, "```", 3) ||
                                     !strncmp(line.bytes + at, "~~~", 3));
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* The lines of a code block without its fences. */
static struct span code_content(const struct check *check, struct span code)
{
    struct slice text = check_slice(check, code);
    size_t last = text.length;
    size_t first = 0;

    if (!is_fence(text))
        return code;
    while (first < text.length && !is_line_end(text.bytes[first]))
        first++;
    while (first < text.length && is_line_end(text.bytes[first]))
        first++;
    while (last > 0 && !is_line_end(text.bytes[last - 1]))
        last--;
    if (is_fence((struct slice){text.bytes + last, text.length - last}))
        code.end = code.start + last;
    code.start += first;
    return code.start < code.end ? code : (struct span){code.end, code.end};
}

/* Gives the list the place of its record: READER reads text from BASE on. */
struct text_place {
    const struct certificate_csv *reader;
    size_t base;
};

static size_t place_in_text(void *context)
{
    const struct text_place *at = context;

    return at->base + at->reader->csv.offset;
}

/* False if SPAN holds no list. */
static bool read_text(struct appendix *appendix, struct span span)
{
    struct slice text = check_slice(appendix->check, span);
    struct certificate_list list = new_list(appendix, CERTIFICATES_CSV);
    struct certificate_csv reader;
    struct text_place at = {&reader, span.start};

    list.source = text;
    list.source_start = span.start;
    list.place = place_in_text;
    list.context = &at;
    certificate_csv_begin(&reader, &list, text);
    certificate_csv_read(&reader, text);
    if (!certificate_csv_end(&reader))
        return false;
    if (list.form == CERTIFICATES_CSV) {
        count_list(appendix, &list);
    } else {
        appendix->linked = true;
        if (!appendix->links.check)
            appendix->links = new_list(appendix, CERTIFICATES_LINKS);
        if (!appendix->links.rows)
            appendix->links.first = list.first;
        appendix->links.rows += list.rows;
        appendix->links.repeated += list.repeated;
    }
    return true;
}

/* Does the line at INDEX name fields, so that it begins a list that somebody
 * forgot to put into a code block? */
static bool begins_list(const struct appendix *appendix, size_t index)
{
    struct slice line = check_slice(appendix->check,
                                    element_at(appendix, index)->span);
    struct certificate_header header = {.named = 0};
    struct certificate_record record;
    struct csv csv;

    if (!memchr(line.bytes, ',', line.length))
        return false;
    csv_begin(&csv, ',');
    csv_read(&csv, &line);
    if (csv_finish(&csv)) {
        record = (struct certificate_record){
            {csv.record.bytes, csv.record.length}, csv.fields,
            csv.field_count};
        certificate_header_read(&header, &record);
    }
    csv_free(&csv);
    return certificate_header_is(&header);
}

/* Tables */

/* SPAN without marks of Markdown: code, emphasis, and of a link the text. */
static struct span words_of(struct slice row, struct span span)
{
    const char *end;

    while (span.start < span.end && strchr("*_`[ ", row.bytes[span.start]))
        span.start++;
    end = memchr(row.bytes + span.start, ']', span.end - span.start);
    if (end && end + 1 < row.bytes + span.end && end[1] == '(')
        span.end = (size_t)(end - row.bytes);
    while (span.end > span.start && strchr("*_` ", row.bytes[span.end - 1]))
        span.end--;
    return span;
}

/* The cells of the row at INDEX, in the row's bytes. */
static struct certificate_record read_row(const struct appendix *appendix,
                                          size_t index, struct span *cells)
{
    struct slice row = check_slice(appendix->check,
                                   element_at(appendix, index)->span);
    size_t count = table_cells(row, cells, CERTIFICATE_CELLS);

    for (size_t cell = 0; cell < count; cell++)
        cells[cell] = words_of(row, cells[cell]);
    return (struct certificate_record){row, cells, count};
}

/* The first element after the table or paragraph that begins at FIRST. */
static size_t group_end(const struct appendix *appendix, size_t first,
                        size_t end)
{
    size_t group = element_at(appendix, first)->group;

    while (first < end && element_at(appendix, first)->group == group)
        first++;
    return first;
}

static bool read_table(struct appendix *appendix, size_t first, size_t end)
{
    struct span cells[CERTIFICATE_CELLS];
    struct certificate_record record = read_row(appendix, first, cells);
    struct certificate_list list = new_list(appendix, CERTIFICATES_TABLE);
    struct certificate_header header;

    certificate_header_read(&header, &record);
    if (!certificate_header_is(&header))
        return false;
    appendix->start = element_at(appendix, first)->span.start;
    certificate_list_header(&list, &record);
    for (size_t index = first + 1; index < end; index++) {
        appendix->start = element_at(appendix, index)->span.start;
        record = read_row(appendix, index, cells);
        certificate_list_row(&list, &record, 0);
    }
    certificate_list_end(&list);
    count_list(appendix, &list);
    return true;
}

/* The cells of COLUMN in all rows, counted from the start of the first. */
static size_t read_column(const struct appendix *appendix, size_t first,
                          size_t end, size_t column, struct span *cells)
{
    size_t start = element_at(appendix, first)->span.start;
    size_t widest = 0;

    for (size_t index = first; index < end; index++) {
        size_t row = element_at(appendix, index)->span.start - start;
        struct span found[CERTIFICATE_CELLS];
        struct certificate_record record = read_row(appendix, index, found);
        size_t count = record.count;

        cells[index - first] = (struct span){row, row};
        if (column < count)
            cells[index - first] = (struct span){row + found[column].start,
                                                 row + found[column].end};
        if (count > widest)
            widest = count;
    }
    return widest;
}

/* A table with a row for each field and a column for each certificate. */
static bool read_transposed(struct appendix *appendix, size_t first,
                            size_t end)
{
    struct certificate_list list = new_list(appendix, CERTIFICATES_TABLE);
    struct span whole = {element_at(appendix, first)->span.start,
                         element_at(appendix, end - 1)->span.end};
    struct span cells[FIELDS_MOST];
    struct certificate_record record = {.cells = cells, .count = end - first};
    struct certificate_header header;
    size_t columns;

    if (end - first > FIELDS_MOST)
        return false;
    columns = read_column(appendix, first, end, 0, cells);
    record.bytes = check_slice(appendix->check, whole);
    certificate_header_read(&header, &record);
    if (!certificate_header_is(&header))
        return false;
    appendix->start = whole.start;
    certificate_list_header(&list, &record);
    check_add(appendix->check, CASE_CERTIFICATE_LISTING_FORMAT_TRANSPOSED,
              element_at(appendix, first)->span, NULL);
    for (size_t column = 1; column < columns; column++) {
        read_column(appendix, first, end, column, cells);
        record.bytes = check_slice(appendix->check, whole);
        certificate_list_row(&list, &record, 0);
    }
    certificate_list_end(&list);
    count_list(appendix, &list);
    return true;
}

/* Lines and cells */

/* Does a word of FOLDED end as the name of a file that is no list? */
static bool names_file(const char *folded)
{
    const struct rule_phrase *end = rule_phrase_first(PHRASES_NO_LIST_FILE,
                                                      '.');

    for (; end; end = rule_phrase_next(end)) {
        const char *at = folded;

        while ((at = strstr(at, end->folded))) {
            at += end->length;
            if (!byte_is_alphanumeric(*at))
                return true;
        }
    }
    return false;
}

/* The line before said that a list follows: is it here, in a file? */
static void end_announcement(struct appendix *appendix, bool here)
{
    if (appendix->announced && !here)
        appendix->explained = appendix->attached = true;
    appendix->announced = false;
}

/* A line on attached lists speaks of those it links to, or that the next one
 * links to; else of something that isn't known. */
static void read_attachment(struct appendix *appendix, struct span span,
                            const char *folded,
                            const struct rule_phrase *phrase)
{
    const struct certificate_facts facts = {
        appendix->certain, appendix->personal, appendix->server,
        appendix->many, check_day(appendix->check)};
    bool here = attachments_check(appendix->check, span, &facts);
    size_t length = strlen(folded);

    end_announcement(appendix, here);
    if (here) {
        appendix->attached |= !appendix->check->options->attachments;
    } else if (phrase && *phrase->means && folded[length - 1] == ':') {
        appendix->announced = true;
    } else if (phrase) {
        appendix->explained = true;
        appendix->attached |= *phrase->means != '\0';
    }
}

/* What LINE, which is no part of a list, says of lists elsewhere. */
static void read_words(struct appendix *appendix, struct span span)
{
    char *folded = answer_fold(appendix->check, span);
    const struct rule_phrase *phrase = rule_phrase_in(PHRASES_ATTACHMENT,
                                                      folded);

    read_attachment(appendix, span, folded, phrase);
    if (!appendix->no_list.end && phrase &&
        rule_phrase_in(PHRASES_NO_LIST_FILE, folded))
        appendix->no_list = span;
    if (!appendix->no_list.end && names_file(folded))
        appendix->no_list = span;
    if (!appendix->search.end && strchr(folded, '.') &&
        rule_phrase_in(PHRASES_CERTIFICATE_SEARCH, folded))
        appendix->search = span;
    appendix->plain |= rule_phrase_in(PHRASES_PLAIN_LIST, folded) != NULL;
    if (rule_phrase_in(PHRASES_NOT_DISCLOSED, folded))
        appendix->explained = true;
    if (strstr(folded, "](") || strstr(folded, "://"))
        appendix->linked = true;
    memory_free(folded);
}

/* SPAN is a line, or a cell of a table. */
static void read_place(struct appendix *appendix, struct span span)
{
    struct slice text = check_slice(appendix->check, span);
    struct crtsh link;

    if (!crtsh_entry(text, &link)) {
        read_words(appendix, span);
        return;
    }
    appendix->linked = true;
    take_link(appendix, text, span.start, &link);
}

static void read_cells(struct appendix *appendix, size_t first, size_t end)
{
    for (size_t index = first; index < end; index++) {
        struct span row = element_at(appendix, index)->span;
        struct span cells[CERTIFICATE_CELLS];
        size_t count = table_cells(check_slice(appendix->check, row), cells,
                                   CERTIFICATE_CELLS);

        for (size_t cell = 0; cell < count; cell++)
            read_place(appendix, (struct span){row.start + cells[cell].start,
                                               row.start + cells[cell].end});
    }
}

/* False if ELEMENT holds something, but no list. */
static bool read_opaque(struct appendix *appendix,
                        const struct element *element)
{
    struct span content;

    if (!element->code)
        return false;
    content = code_content(appendix->check, element->span);
    return content.start == content.end || read_text(appendix, content);
}

/* Reads what begins with the element FIRST; returns the one after it. */
static size_t read_element(struct appendix *appendix, size_t first, size_t end)
{
    const struct element *element = element_at(appendix, first);
    size_t past;

    /* What isn't read, such as certificates in PEM, may well be the list. */
    if (element->kind == ELEMENT_OPAQUE && !read_opaque(appendix, element))
        appendix->explained = true;
    if (element->kind == ELEMENT_ROW) {
        past = group_end(appendix, first, end);
        if (!read_table(appendix, first, past) &&
            !read_transposed(appendix, first, past))
            read_cells(appendix, first, past);
        return past;
    }
    if (element->kind == ELEMENT_LINE && element->first &&
        begins_list(appendix, first)) {
        past = group_end(appendix, first, end);
        read_text(appendix,
                  (struct span){element->span.start,
                                element_at(appendix, past - 1)->span.end});
        return past;
    }
    if (element->kind == ELEMENT_LINE || element->kind == ELEMENT_HEADING)
        read_place(appendix, element->span);
    return first + 1;
}

void appendix_read(struct appendix *appendix,
                   const struct report_section *section)
{
    size_t at = section->first_element;
    size_t end = at + section->element_count;

    while (at < end)
        at = read_element(appendix, at, end);
}

/* Counts the list in the file of ATTACHMENT; its spans are of the link. */
static void count_attached(struct appendix *appendix,
                           const struct attachment *attachment)
{
    struct tally tally = attachment->tally;

    if (attachment->state != ATTACHMENT_READ) {
        appendix->unread = appendix->attached = true;
    } else if (!attachment->known) {
        appendix->attached = true;
    } else if (attachment->links) {
        if (!appendix->links.rows)
            appendix->links.first = attachment->link;
        appendix->links.rows += attachment->rows;
        appendix->links.repeated += attachment->repeated;
    } else {
        if (!appendix->lists++)
            appendix->first = attachment->link;
        appendix->rows += attachment->rows;
        appendix->repeated += attachment->repeated;
        tally.first_inapplicable = tally.first_delayed = tally.first_valid =
            attachment->link;
        tally_join(&appendix->tally, &tally);
    }
}

static void count_all_attached(struct appendix *appendix)
{
    const struct check *check = appendix->check;
    const struct attachments *attachments = check->options->attachments;

    for (size_t i = 0; attachments && i < attachments->count; i++) {
        const struct attachment *attachment = &attachments->items[i];

        if (attachment->linked &&
            attachment->report == check->report->heading.start)
            count_attached(appendix, attachment);
    }
}

void appendix_end(struct appendix *appendix)
{
    end_announcement(appendix, false);
    count_all_attached(appendix);
    if (!appendix->lists)
        appendix->first = appendix->links.first;
    if (appendix->links.check)
        certificate_list_end(&appendix->links);
}
