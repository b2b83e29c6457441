/* Checks a list of certificates: its header, its rows, what comes twice. */
#include "certificate_list.h"

#include <string.h>

#include "array.h"
#include "certificate_order.h"
#include "memory.h"

/* Of more missing fields than this only the first are named. */
#define FIELDS_FEW 3

static void begin_record(struct certificate_list *list,
                         const struct certificate_record *record, size_t line)
{
    list->record = *record;
    list->line = line;
    list->placed = false;
}

/* All of the record under way, without its cells' surroundings. */
static struct span whole(const struct certificate_list *list)
{
    size_t last = list->record.count < CERTIFICATE_CELLS
                      ? list->record.count
                      : CERTIFICATE_CELLS;

    return (struct span){list->record.cells[0].start,
                         list->record.cells[last - 1].end};
}

static bool is_asked_for(const struct certificate_list *list,
                         const struct rule_column *column)
{
    return rule_applies(column->versions, list->check->guideline);
}

/* Names a column in quotes, with what stands between it and those before. */
static void add_name(struct buffer *names, const char *label, bool last)
{
    if (names->length)
        buffer_add_string(names, last ? " and " : ", ");
    buffer_add_char(names, '"');
    buffer_add_string(names, label);
    buffer_add_char(names, '"');
}

/* The columns that LIST lacks: how many, and the names of the first. */
static size_t missing_columns(const struct certificate_list *list,
                              const struct rule_column **missing)
{
    const struct rule_section *section = &rule_sections[SECTION_APPENDIX];
    size_t count = 0;

    for (size_t index = 0; index < section->column_count; index++) {
        const struct rule_column *column = &section->columns[index];

        if (!is_asked_for(list, column) ||
            certificate_column(&list->header, column->id) <
                list->header.count)
            continue;
        if (count < CERTIFICATE_CELLS)
            missing[count++] = column;
    }
    return count;
}

static bool has_column(const struct certificate_list *list,
                       enum column_id column)
{
    return certificate_column(&list->header, column) < list->header.count;
}

/* Where personal data may not be disclosed, serial number and hash are all
 * that is asked for. */
static bool may_be_personal(const struct certificate_list *list)
{
    return has_column(list, COLUMN_SERIAL) &&
           has_column(list, COLUMN_CERTIFICATE_HASH) &&
           (list->personal || !list->certain);
}

/* Those two, as far as LIST lacks them; how many. */
static size_t missing_of_personal(const struct certificate_list *list,
                                  const struct rule_column **missing)
{
    static const enum column_id columns[] = {COLUMN_SERIAL,
                                             COLUMN_CERTIFICATE_HASH};
    size_t count = 0;

    for (size_t i = 0; i < LENGTH_OF(columns); i++) {
        if (!has_column(list, columns[i]))
            missing[count++] = &rule_columns[columns[i]];
    }
    return count;
}

static void check_missing(struct certificate_list *list)
{
    const struct rule_column *missing[CERTIFICATE_CELLS] = {NULL};
    size_t count = missing_columns(list, missing);
    struct finding_words words = {.count = count};
    enum case_id which = count > FIELDS_FEW
                             ? CASE_CERTIFICATE_COLUMNS_MANY
                             : CASE_CERTIFICATE_COLUMNS;
    struct buffer names = {NULL, 0, 0};

    if (list->personal)
        count = missing_of_personal(list, missing);
    if (!count)
        return;
    if (list->personal)
        which = CASE_CERTIFICATE_COLUMNS_SMIME;
    else if (may_be_personal(list))
        which = CASE_CERTIFICATE_COLUMNS_PERSONAL;
    for (size_t index = 0; index < count; index++)
        add_name(&names, missing[index]->label, index + 1 == count);
    words.expected = buffer_slice(&names);
    certificate_list_add(list, which, whole(list), &words);
    buffer_free(&names);
}

static void check_names(struct certificate_list *list)
{
    for (size_t cell = 0; cell < list->header.count; cell++) {
        struct finding_words words = {
            .value = certificate_cell(&list->record, cell)};
        struct span span = list->record.cells[cell];
        struct finding *finding;

        if (!list->header.misnamed[cell])
            continue;
        words.expected = check_word(list->header.columns[cell]->label);
        finding = certificate_list_add(list, CASE_CERTIFICATE_COLUMNS_NAME,
                                       span, &words);
        fix_edit(finding_fix(finding, FIX_REPLACE, &words),
                 certificate_list_span(list, span), words.expected);
    }
}

/* The next cell from CELL on that is a column, or any if OWN ones count. */
static size_t next_cell(const struct certificate_list *list, size_t cell,
                        bool own)
{
    while (!own && cell < list->header.count && !list->header.columns[cell])
        cell++;
    return cell;
}

/* The first cell that isn't the next column of the template, of those that
 * the list has; the header's count if all are in order. Where one is missing,
 * a column of the list's own may be in its place. */
static size_t first_misplaced(const struct certificate_list *list)
{
    const struct rule_section *section = &rule_sections[SECTION_APPENDIX];
    bool own = list->header.named == section->column_count;
    size_t cell = next_cell(list, 0, own);

    for (size_t index = 0; index < section->column_count; index++) {
        enum column_id column = section->columns[index].id;

        if (!has_column(list, column))
            continue;
        if (certificate_column(&list->header, column) != cell)
            return cell;
        cell = next_cell(list, cell + 1, own);
    }
    return list->header.count;
}

static void check_header_order(struct certificate_list *list)
{
    size_t cell = first_misplaced(list);
    struct finding_words words = {
        .value = certificate_cell(&list->record, cell)};

    if (cell < list->header.count)
        certificate_order_fix(
            list, certificate_list_add(list, CASE_CERTIFICATE_COLUMNS_ORDER,
                                       list->record.cells[cell], &words));
}

void certificate_list_header(struct certificate_list *list,
                             const struct certificate_record *record)
{
    begin_record(list, record, 0);
    certificate_header_read(&list->header, record);
    list->width = record->count;
    certificate_list_place(list);
    list->first = certificate_list_span(list, whole(list));
    check_names(list);
    check_missing(list);
    if (list->form == CERTIFICATES_CSV)
        check_header_order(list);
}

/* The template's names, as a line of the list. */
static void add_header_fix(struct certificate_list *list,
                           struct finding *finding)
{
    const struct rule_section *section = &rule_sections[SECTION_APPENDIX];
    struct slice bytes = list->record.bytes;
    struct buffer line = {NULL, 0, 0};
    struct span span;
    size_t indent = 0;

    while (indent < bytes.length && bytes.bytes[indent] == ' ')
        indent++;
    span = certificate_list_span(list, (struct span){indent, indent});
    for (size_t index = 0; index < section->column_count; index++) {
        if (index)
            buffer_add_char(&line, list->separator);
        buffer_add_string(&line, section->columns[index].label);
    }
    buffer_add_char(&line, '\n');
    buffer_add(&line, bytes.bytes, indent);
    if (list->header.count >= section->column_count)
        fix_edit(finding_fix(finding, FIX_INSERT_LIST_HEADER, NULL), span,
                 buffer_slice(&line));
    buffer_free(&line);
}

void certificate_list_headless(struct certificate_list *list,
                               const struct certificate_record *record)
{
    begin_record(list, record, 0);
    certificate_header_guess(&list->header, record);
    list->width = record->count;
    certificate_list_place(list);
    list->first = certificate_list_span(list, whole(list));
    add_header_fix(list, certificate_list_add(
                             list, CASE_CERTIFICATE_COLUMNS_HEADER,
                             whole(list), NULL));
}

static bool is_sha256(const struct hash *hash)
{
    return hash->form == HASH_SHA256 || hash->form == HASH_COLONS;
}

/* Has SEEN got FINGERPRINT, which CELL has? *FIRST is where, if so. */
static bool is_repeated(struct certificate_list *list,
                        struct fingerprints *seen, uint64_t fingerprint,
                        struct span cell, uint32_t *first)
{
    size_t at = list->line;

    if (!list->by_line) {
        certificate_list_place(list);
        at = list->start + cell.start;
    }
    return !fingerprints_add(seen, fingerprint, (uint32_t)at, first);
}

/* What a certificate may have in common with one above it. */
enum duplicate {
    DUPLICATE_CERTIFICATE,
    DUPLICATE_PRECERTIFICATE,
    DUPLICATE_SERIAL
};

/* Says that CELL repeats what stands at FIRST. */
static void add_duplicate(struct certificate_list *list,
                          enum duplicate duplicate, struct span cell,
                          uint32_t first)
{
    static const enum case_id cases[][2] = {
        [DUPLICATE_CERTIFICATE] = {CASE_CERTIFICATE_DUPLICATE,
                                   CASE_CERTIFICATE_DUPLICATE_LINE},
        [DUPLICATE_PRECERTIFICATE] = {
            CASE_CERTIFICATE_DUPLICATE_PRECERTIFICATE,
            CASE_CERTIFICATE_DUPLICATE_PRECERTIFICATE_LINE},
        [DUPLICATE_SERIAL] = {CASE_CERTIFICATE_DUPLICATE_SERIAL,
                              CASE_CERTIFICATE_DUPLICATE_SERIAL_LINE}};
    struct finding_words words = {.count = (size_t)first + 1};
    struct finding *finding = certificate_list_add(
        list, cases[duplicate][list->by_line], cell, &words);

    if (!list->by_line)
        check_relate(finding, (struct span){first, first + cell.end -
                                                       cell.start}, NULL);
}

/* Says it of the certificate with HASH, which CELL holds. */
static void check_repeated(struct certificate_list *list,
                           const struct hash *hash, struct span cell)
{
    uint32_t first;

    if (!is_sha256(hash) ||
        !is_repeated(list, &list->seen, hash->fingerprint, cell, &first))
        return;
    list->repeated++;
    add_duplicate(list, DUPLICATE_CERTIFICATE, cell, first);
}

/* Of two certificates one precertificate can't be. */
static void check_precertificate(struct certificate_list *list)
{
    const struct hash *hash = &list->row.precertificate;
    struct span cell = list->row.values[COLUMN_PRECERTIFICATE_HASH].span;
    uint32_t first;

    if (is_sha256(hash) && is_repeated(list, &list->seen_before,
                                       hash->fingerprint, cell, &first))
        add_duplicate(list, DUPLICATE_PRECERTIFICATE, cell, first);
}

/* An issuer gives a serial number once. */
static void check_serial_once(struct certificate_list *list)
{
    const struct certificate_value *serial = &list->row.values[COLUMN_SERIAL];
    struct slice issuer = list->row.values[COLUMN_ISSUER].text;
    uint32_t first;

    if (issuer.length && list->row.numbered &&
        is_repeated(list, &list->seen_serials,
                    serial_fingerprint(serial->text, issuer), serial->span,
                    &first))
        add_duplicate(list, DUPLICATE_SERIAL, serial->span, first);
}

/* By the hash of the certificate, or of the precertificate where the list has
 * no other. Those that differ by it have nothing else in common either; a
 * precertificate in a row of its own has its certificate's serial number. */
static void check_certificate(struct certificate_list *list)
{
    const struct certificate_row *row = &list->row;
    bool only = !has_column(list, COLUMN_CERTIFICATE_HASH);
    const struct hash *hash = only ? &row->precertificate : &row->certificate;
    size_t repeated = list->repeated;

    check_repeated(list, hash,
                   row->values[only ? COLUMN_PRECERTIFICATE_HASH
                                    : COLUMN_CERTIFICATE_HASH].span);
    if (only || list->repeated > repeated || !is_sha256(hash))
        return;
    check_precertificate(list);
    check_serial_once(list);
}

/* A comma outside quotes moves all the values after it. */
static bool check_width(struct certificate_list *list)
{
    struct buffer width = {NULL, 0, 0};
    struct finding_words words = {.count = list->record.count};

    if (list->form != CERTIFICATES_CSV || list->record.count == list->width)
        return true;
    buffer_add_number(&width, list->width);
    words.other = buffer_slice(&width);
    certificate_list_add(list, CASE_CERTIFICATE_COLUMNS_ROW, whole(list),
                         &words);
    buffer_free(&width);
    return false;
}

void certificate_list_quote(struct certificate_list *list,
                            const struct certificate_record *record,
                            size_t line)
{
    size_t last = record->count < CERTIFICATE_CELLS ? record->count
                                                    : CERTIFICATE_CELLS;
    size_t at = record->cells[last - 1].start;

    begin_record(list, record, line);
    certificate_list_add(list, CASE_CERTIFICATE_COLUMNS_QUOTE,
                         (struct span){at ? at - 1 : 0, at}, NULL);
}

/* What to point at if the record is the first of its like. A file's records
 * have no place in the report. */
static struct span tally_span(struct certificate_list *list)
{
    const struct certificate_value *revoked =
        &list->row.values[COLUMN_IS_REVOKED];

    if (list->by_line)
        return (struct span){0, 0};
    certificate_list_place(list);
    return certificate_list_span(list, revoked->column ? revoked->span
                                                       : whole(list));
}

static void count_record(struct certificate_list *list)
{
    struct tally_row row;

    tally_read(&list->row, tally_span(list), &row);
    tally_add(&list->tally, &row, check_day(list->check));
}

void certificate_list_row(struct certificate_list *list,
                          const struct certificate_record *record,
                          size_t line)
{
    size_t repeated = list->repeated;

    begin_record(list, record, line);
    list->rows++;
    if (!check_width(list)) {
        list->tally.rows++;
        list->tally.valid_most++;
        return;
    }
    certificate_row_read(&list->header, record, &list->row);
    check_certificate(list);
    certificate_values(list);
    if (list->repeated == repeated)
        count_record(list);
}

static void add_wanted_link(struct certificate_list *list,
                            struct finding *finding, const struct crtsh *link)
{
    struct buffer wanted = {NULL, 0, 0};
    struct finding_words words = {0};

    if (link->hash.length) {
        buffer_add_string(&wanted, crtsh_wanted());
        buffer_add_char(&wanted, '=');
        buffer_add(&wanted, link->hash.bytes, link->hash.length);
        words.expected = buffer_slice(&wanted);
        fix_edit(finding_fix(finding,
                             link->form == CRTSH_PARAMETERS ? FIX_RESPELL
                                                            : FIX_REPLACE,
                             &words),
                 certificate_list_span(list, link->span), words.expected);
    }
    buffer_free(&wanted);
}

void certificate_list_link(struct certificate_list *list,
                           const struct certificate_record *record,
                           const struct crtsh *link, size_t line)
{
    struct finding_words words = {0};
    enum case_id which = list->many ? CASE_CRTSH_LINK : CASE_CRTSH_LINK_FEW;

    begin_record(list, record, line);
    if (!list->rows++) {
        certificate_list_place(list);
        list->first = certificate_list_span(list, link->span);
    }
    if (link->hash.length) {
        struct hash hash = hash_read(link->hash);

        check_repeated(list, &hash, slice_place(record->bytes, link->hash));
    }
    if (link->form == CRTSH_WANTED)
        return;
    if (link->form == CRTSH_PARAMETERS)
        which = CASE_CRTSH_LINK_PARAMETERS;
    words.value = (struct slice){record->bytes.bytes + link->span.start,
                                 link->span.end - link->span.start};
    add_wanted_link(list, certificate_list_add(list, which, link->span,
                                               &words), link);
}

void certificate_list_end(struct certificate_list *list)
{
    fingerprints_free(&list->seen);
    fingerprints_free(&list->seen_before);
    fingerprints_free(&list->seen_serials);
}
