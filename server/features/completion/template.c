/* Writes the templates line by line, from the skeletons in the tables. */
#include "template.h"

#include <string.h>

#include "date.h"
#include "edits.h"
#include "label.h"
#include "memory.h"
#include "table.h"

/* As checks know it for a placeholder. */
#define DATE_FORM "YYYY-MM-DD"

/* What is being written, and where in it. */
struct writer {
    struct snippet *snippet;
    const struct template_facts *facts;
    const struct rule_report *report;
    const struct rule_section *section; /* whose lines they are; NULL: none */
    size_t factor;                  /* the number of the next one */
    size_t rows;                    /* of the table so far */
};

void template_add_value(struct snippet *snippet,
                        const struct rule_field *field,
                        const struct template_facts *facts)
{
    switch (field->type) {
    case TYPE_GROUP:
        break;
    case TYPE_CCADB_ID:
        snippet_add_stop(snippet, facts->owner_id.length
                                      ? facts->owner_id
                                      : slice_of(field->placeholder));
        break;
    default:
        snippet_add_stop(snippet, slice_of(field->placeholder));
        break;
    }
}

const char *template_cell(const struct rule_column *column)
{
    /* The day of the template's example would look like an answer. */
    return column->id == COLUMN_DUE_DATE ? DATE_FORM : column->placeholder;
}

void template_add_cell(struct snippet *snippet,
                       const struct rule_column *column)
{
    snippet_add_stop(snippet, slice_of(template_cell(column)));
}

void template_add_row(struct snippet *snippet, const struct table *table)
{
    snippet_add_string(snippet, "|");
    for (size_t index = 0; index < table->column_count; index++) {
        snippet_add_string(snippet, " ");
        if (table->columns[index])
            template_add_cell(snippet, table->columns[index]);
        else
            snippet_add_stop(snippet, slice_of(""));
        snippet_add_string(snippet, " |");
    }
}

/* After the highest number that a factor has, or after how many there are. */
size_t template_next_factor(const struct report_section *section)
{
    size_t last = section->factor_count;

    for (size_t index = 0; index < section->factor_count; index++) {
        uint64_t number = section->factors[index].number;

        if (number > last && number < 1000)
            last = (size_t)number;
    }
    return last + 1;
}

void template_add_now(struct buffer *moment, const struct template_facts *facts)
{
    date_add(moment, facts->today);
    buffer_add_char(moment, ' ');
    buffer_add_time(moment, facts->minute);
}

void template_add_moment(struct snippet *snippet,
                         const struct template_facts *facts)
{
    struct buffer now = {NULL, 0, 0};

    template_add_now(&now, facts);
    snippet_add_stop(snippet,
                     snippet->skill == SNIPPET_NONE
                         ? slice_of(rule_offers[OFFER_ENTRY_NOW].prompt)
                         : buffer_slice(&now));
    snippet_add_string(snippet, " UTC");
    buffer_free(&now);
}

void template_add_day(struct snippet *snippet, int day)
{
    char date[DATE_ISO_ROOM];

    snippet_add(snippet, date_iso(day, date));
    snippet_add_string(snippet, " ");
    snippet_add_stop(snippet,
                     slice_of(rule_offers[OFFER_ENTRY_BETWEEN].prompt));
    snippet_add_string(snippet, " UTC");
}

const char *template_prompt(const struct rule_section *section)
{
    const struct rule_phrases *prompts = &rule_phrase_lists[PHRASES_PROMPT];

    for (size_t index = 0; index < prompts->count; index++) {
        if (!strcmp(prompts->phrases[index].folded, section->folded))
            return prompts->phrases[index].means;
    }
    return "";
}

/* What fills a section whose skeleton is only a heading. */
static void add_filling(struct writer *writer)
{
    if (writer->section->content == CONTENT_TIMELINE) {
        snippet_add_string(writer->snippet, "- ");
        snippet_add_stop(writer->snippet,
                         slice_of(rule_offers[OFFER_ENTRY_NOW].prompt));
        snippet_add_string(writer->snippet, " UTC ");
    }
    snippet_add_stop(writer->snippet,
                     slice_of(template_prompt(writer->section)));
}

/* Is FIELD one that the report would not be asked for here? */
static bool is_left_out(const struct writer *writer,
                        const struct rule_field *field)
{
    const struct rule_report *report = writer->report;

    for (size_t index = 0; index < report->section_count; index++) {
        if (report->sections[index] == writer->section)
            return report->id == REPORT_PRELIMINARY && !field->preliminary;
    }
    return false;
}

/* `- **Label:** `, indented or not; false if LINE is something else. */
static bool add_field_line(struct writer *writer, struct slice line)
{
    size_t marks = slice_skip(line, 0, " -");
    struct label label;
    const struct rule_field *field;

    if (!label_read(slice_from(line, marks), 0, &label) ||
        label.form != LABEL_STRONG)
        return false;
    field = rule_field_find(writer->section, label.folded);
    if (!field)
        return false;
    if (is_left_out(writer, field))
        return true;
    snippet_add(writer->snippet, slice_trim_end(line, " "));
    if (field->type != TYPE_GROUP)
        snippet_add_string(writer->snippet, " ");
    template_add_value(writer->snippet, field, writer->facts);
    snippet_add_string(writer->snippet, "\n");
    return true;
}

/* The row after the header and its rule: a place in each cell. */
static void add_row(struct writer *writer, struct slice line)
{
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(line, cells, TABLE_COLUMNS);
    size_t done = 0;

    for (size_t index = 0;
         index < count && index < writer->section->column_count; index++) {
        snippet_add(writer->snippet,
                    slice_part(line, done, cells[index].start));
        template_add_cell(writer->snippet, &writer->section->columns[index]);
        done = cells[index].end;
    }
    snippet_add(writer->snippet, slice_from(line, done));
    snippet_add_string(writer->snippet, "\n");
}

/* `**Contributing Factor #: title**`: the number, which is known, stands after
 * the #. */
static void add_factor_line(struct writer *writer, struct slice line)
{
    size_t number = slice_find(line, 0, "#") + 1;
    size_t title = number + strlen(": ");
    size_t end = line.length - strlen("**");

    snippet_add(writer->snippet, slice_part(line, 0, number));
    buffer_add_number(&writer->snippet->text, writer->factor++);
    snippet_add(writer->snippet, slice_part(line, number, title));
    snippet_add_stop(writer->snippet, slice_part(line, title, end));
    snippet_add(writer->snippet, slice_from(line, end));
    snippet_add_string(writer->snippet, "\n");
}

/* The section whose heading LINE is; the one before if it is no heading. */
static void note_heading(struct writer *writer, struct slice line)
{
    size_t marks = slice_skip(line, 0, "#");
    char folded[LABEL_ROOM];

    if (!marks)
        return;
    fold(slice_from(line, marks), folded, sizeof folded);
    writer->section = rule_section_find(writer->report, folded);
    writer->rows = 0;
}

static void add_line(struct writer *writer, struct slice line)
{
    const struct rule_section *section = writer->section;

    if (section && slice_begins(line, "|") && writer->rows++ > 1) {
        add_row(writer, line);
    } else if (section && section->content == CONTENT_FACTORS &&
               slice_begins(line, "**")) {
        add_factor_line(writer, line);
    } else if (!section || !add_field_line(writer, line)) {
        snippet_add(writer->snippet, slice_trim_end(line, " "));
        snippet_add_string(writer->snippet, "\n");
    }
}

static void add_lines(struct writer *writer, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        struct slice line = {text, length};
        const struct rule_section *above = writer->section;

        note_heading(writer, line);
        add_line(writer, line);
        if (writer->section && writer->section != above &&
            !writer->section->skeleton[0]) {
            snippet_add_string(writer->snippet, "\n");
            add_filling(writer);
            snippet_add_string(writer->snippet, "\n");
        }
        text += length + (text[length] == '\n');
    }
}

/* Takes line ends away from the end of what was added after KEPT. */
static void drop_blank_lines(struct snippet *snippet, size_t kept)
{
    size_t length = snippet->text.length;

    while (length > kept && snippet->text.bytes[length - 1] == '\n')
        length--;
    buffer_cut(&snippet->text, length);
}

void template_add_draft(struct snippet *snippet, const char *skeleton,
                        const char *facts)
{
    size_t heading = strcspn(skeleton, "\n");

    snippet_add(snippet, (struct slice){skeleton, heading});
    snippet_add_string(snippet, "\n\n[");
    snippet_add_string(snippet, rule_directives[DIRECTIVE_FACTS].name);
    snippet_add_string(snippet, "]: # (");
    snippet_add_string(snippet, rule_keys[KEY_DRAFT].key);
    snippet_add_string(snippet, facts);
    snippet_add_string(snippet, ")\n");
}

static void add_report(struct writer *writer)
{
    const char *skeleton = writer->report->skeleton;
    const char *heading = skeleton + strspn(skeleton, "\n");
    size_t length = strcspn(heading, "\n");

    template_add_draft(writer->snippet, heading, "");
    note_heading(writer, (struct slice){heading, length});
    add_lines(writer, heading + length + 1);
}

void template_add(struct snippet *snippet, const struct template *template,
                  const struct template_facts *facts)
{
    struct writer writer = {.snippet = snippet, .facts = facts,
                            .report = template->report, .factor = 1};
    size_t kept = snippet->text.length;

    add_report(&writer);
    drop_blank_lines(snippet, kept);
    snippet_add_string(snippet, "\n");
}

void template_add_section(struct snippet *snippet,
                          const struct rule_section *section,
                          const struct rule_report *report,
                          const struct template_facts *facts)
{
    struct writer writer = {.snippet = snippet, .facts = facts,
                            .report = report, .section = section,
                            .factor = 1};
    size_t kept = snippet->text.length;

    if (section->skeleton[0])
        add_lines(&writer, section->skeleton);
    else
        add_filling(&writer);
    drop_blank_lines(snippet, kept);
}

void template_add_factor(struct snippet *snippet, size_t number,
                         const struct template_facts *facts)
{
    const struct rule_section *section =
        &rule_sections[SECTION_ROOT_CAUSE_ANALYSIS];
    struct writer writer = {.snippet = snippet, .facts = facts,
                            .report = &rule_reports[REPORT_FULL],
                            .section = section, .factor = number};
    size_t kept = snippet->text.length;

    add_lines(&writer, section->skeleton);
    drop_blank_lines(snippet, kept);
}

bool template_at(size_t index, struct template *template)
{
    for (size_t report = 0; report < REPORT_COUNT; report++) {
        const struct rule_report *rule = &rule_reports[report];

        if (rule->keyword[0] && !index--) {
            *template = (struct template){rule->keyword, rule->name,
                                          rule->means, rule};
            return true;
        }
    }
    return false;
}

/* Is FILE what a file is called that is named NAME? */
static bool names_file(struct slice file, const char *name)
{
    size_t at = 0;

    for (; at < file.length && name[at]; at++) {
        char wanted = name[at] == ' ' ? '-' : byte_lower(name[at]);

        if (file.bytes[at] != wanted)
            return false;
    }
    return at == file.length && !name[at];
}

bool template_find(struct slice keyword, struct template *template)
{
    for (size_t index = 0; template_at(index, template); index++) {
        if (slice_is(keyword, template->keyword) ||
            names_file(keyword, template->name))
            return true;
    }
    return false;
}

static bool is_blank(const struct text *text, size_t line)
{
    return slice_is_blank(text_line_bytes(text, line));
}

void template_insert(const struct text *text, size_t offset,
                     const struct template *template,
                     const struct template_facts *facts, struct edit *edit)
{
    struct snippet snippet = {{NULL, 0, 0}, SNIPPET_NONE, 0};
    struct buffer bytes = {NULL, 0, 0};
    size_t line = text_line_at(text, offset);
    bool blank = is_blank(text, line);

    edit->span = blank ? text_line(text, line) : text_line_content(text, line);
    if (!blank)
        edit->span.end = edit->span.start;
    if (line && !is_blank(text, line - 1))
        snippet_add_string(&snippet, "\n");
    template_add(&snippet, template, facts);
    if (!blank || (line + 1 < text_line_count(text) &&
                   !is_blank(text, line + 1)))
        snippet_add_string(&snippet, "\n");
    edits_add_text(&bytes, snippet.text.bytes,
                   edits_line_end(text_bytes(text)));
    edit->text = buffer_take(&bytes);
    snippet_free(&snippet);
}
