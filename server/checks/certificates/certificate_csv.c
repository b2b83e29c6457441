/* Reads a list of certificates from text, record by record. */
#include "certificate_csv.h"

void certificate_csv_begin(struct certificate_csv *reader,
                           struct certificate_list *list, struct slice first)
{
    size_t length = 0;

    while (length < first.length && first.bytes[length] != '\n' &&
           first.bytes[length] != '\r')
        length++;
    first.length = length;
    *reader = (struct certificate_csv){.list = list};
    list->separator = csv_separator(first);
    csv_begin(&reader->csv, list->separator);
}

static struct certificate_record record_of(const struct csv *csv)
{
    return (struct certificate_record){
        {csv->record.bytes, csv->record.length}, csv->fields,
        csv->field_count};
}

/* What the first record says about all of the text; true if it is a
 * certificate itself, or a link to one. */
static bool begin_list(struct certificate_csv *reader,
                       const struct certificate_record *record)
{
    struct certificate_header header;
    struct crtsh link;

    reader->begun = true;
    certificate_header_read(&header, record);
    reader->known = true;
    reader->list->form = CERTIFICATES_CSV;
    if (certificate_header_is(&header)) {
        certificate_list_header(reader->list, record);
        return false;
    }
    if (crtsh_entry(record->bytes, &link)) {
        reader->list->form = CERTIFICATES_LINKS;
        return true;
    }
    reader->known = certificate_record_is(record);
    if (reader->known)
        certificate_list_headless(reader->list, record);
    return reader->known;
}

static void check_separator(struct certificate_csv *reader)
{
    if (reader->list->form == CERTIFICATES_CSV &&
        reader->csv.separator != ',' && reader->csv.field_count > 1)
        check_add(reader->list->check,
                  CASE_CERTIFICATE_LISTING_FORMAT_SEPARATOR,
                  reader->list->first, NULL);
}

static void take_record(struct certificate_csv *reader)
{
    struct certificate_record record = record_of(&reader->csv);
    size_t line = reader->csv.line;
    struct crtsh link;

    if (!reader->begun) {
        bool certificate = begin_list(reader, &record);

        check_separator(reader);
        if (!certificate)
            return;
    }
    if (!reader->known)
        return;
    if (reader->list->form == CERTIFICATES_LINKS) {
        if (crtsh_entry(record.bytes, &link))
            certificate_list_link(reader->list, &record, &link, line);
    } else if (reader->csv.unclosed) {
        certificate_list_quote(reader->list, &record, line);
    } else {
        certificate_list_row(reader->list, &record, line);
    }
}

void certificate_csv_read(struct certificate_csv *reader, struct slice piece)
{
    while (csv_read(&reader->csv, &piece))
        take_record(reader);
}

bool certificate_csv_end(struct certificate_csv *reader)
{
    if (csv_finish(&reader->csv))
        take_record(reader);
    certificate_list_end(reader->list);
    csv_free(&reader->csv);
    return reader->known;
}
