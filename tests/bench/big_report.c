/* Writes full incident reports of any size, with nothing wrong. */
#include "big_report.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "rules.h"
#include "soup.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What a contributing factor brings with it. */
#define ENTRIES_EACH 3
#define CERTIFICATES_EACH 2

#define BEGIN ((time_t)1741000000)      /* 2025-03-03 */
#define SPAN ((time_t)200 * 86400)      /* from the first entry to the last */
#define LIFETIME ((time_t)397 * 86400)  /* of a certificate, in seconds */

struct author {
    struct buffer *text;
    uint64_t seed;
    size_t factors;
    size_t factor;              /* which of them is being written */
};


static const char *const subjects[] = {
    "The linter", "The validation team", "Our CA software", "The new profile",
    "The on-call engineer", "The monitoring", "A subscriber’s ACME client",
    "The review of the change", "The audit log", "The issuance pipeline",
    "The compliance team", "A pre-issuance check", "The deployment script",
    "The inventory", "The OCSP responder", "Société Exemple’s portal",
};

static const char *const verbs[] = {
    "did not recognise", "accepted", "recorded", "overlooked", "reported",
    "compared", "relied on", "was not asked about", "repeated", "delayed",
    "took part in testing", "was measured against", "had no rule for",
    "was given", "kept a copy of", "could not distinguish",
};

static const char *const objects[] = {
    "the order of the subject attributes", "a certificate without a locality",
    "the version of the Baseline Requirements", "the renewed domain control",
    "the record in the **validation** database", "an expired reuse period",
    "the `stateOrProvinceName` of the request", "two of the sub-CAs",
    "the limit of the new configuration", "the keys of the test environment",
    "the [published CPS](https://example-trust.example/cps)", "the CAA record",
    "the result of the second review", "all requests of that day",
    "the answer of the remote perspective", "the date in the order form",
};

static const char *const tails[] = {
    "because its configuration was older than the change",
    "although the same had been noticed in an earlier audit",
    "until the next release replaced the table",
    "and nobody else was told", "while the change was still being rolled out",
    "so that the next step began with wrong data",
    "as the procedure describes it", "for reasons that the log doesn’t show",
    "before the second pair of eyes had looked at it",
    "since the test data had only names from one country",
    "and the alarm was closed as a duplicate",
    "which is what the runbook asks for", "without a ticket of its own",
    "in both data centres", "after the backup had been restored",
    "within the time that the policy gives",
};

__attribute__((format(printf, 2, 3)))
static void add(struct author *author, const char *format, ...)
{
    char words[1024];
    va_list values;
    int length;

    va_start(values, format);
    length = vsnprintf(words, sizeof words, format, values);
    va_end(values);
    buffer_add(author->text, words, (size_t)length);
}

static const char *one_of(struct author *author, const char *const *words,
                          size_t count)
{
    return words[soup_below(&author->seed, count)];
}

#define ONE_OF(author, words) one_of(author, words, COUNT(words))

/* Without a full stop. */
static void add_sentence(struct author *author)
{
    const char *subject = ONE_OF(author, subjects);
    const char *verb = ONE_OF(author, verbs);
    const char *object = ONE_OF(author, objects);

    add(author, "%s %s %s %s", subject, verb, object, ONE_OF(author, tails));
}

static void add_prose(struct author *author, size_t sentences)
{
    for (size_t i = 0; i < sentences; i++) {
        if (i)
            add(author, " ");
        add_sentence(author);
        add(author, ".");
    }
}

static void add_day(struct author *author, time_t time)
{
    struct tm parts;

    gmtime_r(&time, &parts);
    add(author, "%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1,
        parts.tm_mday);
}

static void add_minute(struct author *author, time_t time)
{
    time_t minute = time / 60 % 1440;

    add_day(author, time);
    add(author, " %02d:%02d", (int)(minute / 60), (int)(minute % 60));
}

static void add_second(struct author *author, time_t time)
{
    time_t second = time % 86400;

    add_day(author, time);
    add(author, "T%02d:%02d:%02dZ", (int)(second / 3600),
        (int)(second / 60 % 60), (int)(second % 60));
}

static size_t entry_count(const struct author *author)
{
    return author->factors * ENTRIES_EACH;
}

static time_t entry_time(const struct author *author, size_t entry)
{
    return BEGIN + SPAN / (time_t)entry_count(author) * (time_t)entry;
}

static size_t certificate_count(const struct author *author)
{
    return author->factors * CERTIFICATES_EACH - 1;
}

/* Three entries are what the summary's dates are about. */
static time_t begun(const struct author *author)
{
    return entry_time(author, 0);
}

static time_t identified(const struct author *author)
{
    return entry_time(author, entry_count(author) / 2);
}

static time_t ended(const struct author *author)
{
    return entry_time(author, entry_count(author) - 1);
}

/* The value of FIELD in the section "Summary". */
static void add_summary_value(struct author *author, enum field_id field)
{
    add(author, " ");
    switch (field) {
    case FIELD_CCADB_ID:
        add(author, "A000999");
        break;
    case FIELD_START_DATE:
        add_day(author, begun(author));
        break;
    case FIELD_IDENTIFIED_DATE:
        add_day(author, identified(author));
        break;
    case FIELD_END_DATE:
        add_day(author, ended(author));
        break;
    case FIELD_RELEVANT_POLICIES:
        add(author, "CA/Browser Forum Baseline Requirements for TLS Server"
                    " Certificates, version 2.1.4, section 7.1.2.7.4; CP/CPS,"
                    " version 5.3, section 7.1.4.");
        break;
    case FIELD_DISCLOSURE_SOURCE:
        add(author, "Self Reported");
        break;
    default:
        add_prose(author, 1);
    }
}

/* The value of FIELD in the section "Impact". */
static void add_impact_value(struct author *author, enum field_id field)
{
    add(author, " ");
    switch (field) {
    case FIELD_TOTAL_CERTIFICATES:
        add(author, "%zu", certificate_count(author));
        break;
    case FIELD_REMAINING_CERTIFICATES:
        add(author, "0");
        break;
    case FIELD_CERTIFICATE_TYPES:
        add(author, "OV TLS certificates (policy OID 2.23.140.1.2.2).");
        break;
    case FIELD_HEURISTIC:
        add(author, "The full corpus of affected certificates is in the"
                    " Appendix.");
        break;
    case FIELD_ISSUANCE_STOPPED:
        add(author, "No. ");
        add_prose(author, 1);
        break;
    case FIELD_ANALYSIS:
        add(author, "N/A. Revocation was not delayed.");
        break;
    default:
        add_prose(author, 1);
    }
}

/* The value of FIELD in a contributing factor; the first is a short one. */
static void add_factor_value(struct author *author, enum field_id field)
{
    add(author, " ");
    if (field == FIELD_FACTOR_METHODOLOGY)
        add(author, "5-Whys");
    else if (author->factor == 1)
        add_prose(author, 1);
    else
        add_prose(author, field == FIELD_FACTOR_DESCRIPTION ? 5 : 2);
}

static void add_lessons_value(struct author *author, enum field_id field)
{
    if (field == FIELD_ADDITIONAL) {
        add(author, " N/A");
        return;
    }
    for (size_t i = 0; i < author->factors; i += 3) {
        add(author, "\n   - ");
        add_prose(author, 1);
    }
}

static bool has_parts(const struct rule_section *section,
                      const struct rule_field *field)
{
    for (size_t i = 0; i < section->field_count; i++) {
        if (section->fields[i].parent == field)
            return true;
    }
    return false;
}

/* All fields of a section, as the template has them, with the values that
 * ADD_VALUE adds, each with what parts it from its label. */
static void add_fields(struct author *author, enum section_id id,
                       void (*add_value)(struct author *, enum field_id))
{
    const struct rule_section *section = &rule_sections[id];

    for (size_t i = 0; i < section->field_count; i++) {
        const struct rule_field *field = &section->fields[i];

        if (!rule_applies(field->versions, rule_guideline_current()))
            continue;
        add(author, "%s- **%s:**", field->parent ? "   " : "", field->label);
        if (!has_parts(section, field))
            add_value(author, field->id);
        add(author, "\n");
    }
}

static void add_summary(struct author *author)
{
    add(author, "## Full Incident Report\n\n### Summary\n\n");
    add_fields(author, SECTION_SUMMARY, add_summary_value);
    add(author, "\n");
}

static void add_impact(struct author *author)
{
    add(author, "### Impact\n\n");
    add_fields(author, SECTION_IMPACT, add_impact_value);
    for (size_t i = 1; i < author->factors; i += 4) {
        add(author, "\n  ");
        add_prose(author, 4);
        add(author, "\n");
    }
    add(author, "\n");
}

static void add_entry(struct author *author, size_t entry)
{
    time_t time = entry_time(author, entry);

    add(author, "- ");
    add_minute(author, time);
    add(author, " ");
    if (time == begun(author))
        add(author, "The first affected certificate is issued. The incident"
                    " begins. ");
    else if (time == identified(author))
        add(author, "We become aware of the incident. ");
    else if (time == ended(author))
        add(author, "The scope is determined. All certificates are revoked."
                    " The incident ends. ");
    add_prose(author, 1);
    add(author, "\n");
}

static void add_timeline(struct author *author)
{
    add(author, "### Timeline\n\nAll times are UTC.\n\n");
    for (size_t i = 0; i < entry_count(author); i++)
        add_entry(author, i);
    add(author, "\n");
}

static void add_related(struct author *author)
{
    add(author, "### Related Incidents\n\n"
                "| Bug | Date | Description |\n"
                "|-----|------|-------------|\n");
    for (size_t i = 0; i < author->factors; i++) {
        add(author,
            "| [%zu](https://bugzilla.mozilla.org/show_bug.cgi?id=%zu) | ",
            2900000 + i, 2900000 + i);
        add_day(author, BEGIN - (time_t)(i % 600 + 1) * 86400);
        add(author, " | ");
        add_prose(author, 1);
        add(author, " |\n");
    }
    add(author, "\n");
}

static void add_factor(struct author *author)
{
    add(author, "**Contributing Factor #%zu: ", author->factor);
    add_sentence(author);
    add(author, "**\n\n");
    add_fields(author, SECTION_ROOT_CAUSE_ANALYSIS, add_factor_value);
    add(author, "\n");
}

static void add_lessons(struct author *author)
{
    add(author, "### Lessons Learned\n\n");
    add_fields(author, SECTION_LESSONS_LEARNED, add_lessons_value);
    add(author, "\n");
}

static void add_actions(struct author *author)
{
    static const char *const kinds[] = {"Prevent", "Mitigate", "Detect"};

    add(author, "### Action Items\n\n"
                "| Action Item | Kind | Corresponding Root Cause(s) |"
                " Evaluation Criteria | Due Date | Status |\n"
                "| --- | --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < author->factors; i++) {
        add(author, "| ");
        add_sentence(author);
        add(author, " | %s | Root Cause # %zu; what didn’t go well | ",
            kinds[i % COUNT(kinds)], i + 1);
        add_prose(author, 1);
        add(author, " | ");
        add_day(author, ended(author) + (time_t)(i % 9) * 86400);
        add(author, " | Complete |\n");
    }
    add(author, "\n");
}

static void add_hexadecimal(struct author *author, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        add(author, "%02zX", soup_below(&author->seed, 256));
}

static void add_certificate(struct author *author, size_t number)
{
    time_t apart = (identified(author) - begun(author)) /
                   (time_t)certificate_count(author);
    time_t issued = begun(author) + apart * (time_t)number;

    add_hexadecimal(author, 32);
    add(author, ",");
    add_hexadecimal(author, 32);
    add(author, ",\"CN=www%zu.shop.example, O=Café %zu, C=FR\",\"CN=Example"
                " Trust OV TLS CA 2, O=Example Trust Services, C=NL\",",
        number, number % 97);
    add_second(author, issued);
    add(author, ",");
    add_second(author, issued + LIFETIME);
    add(author, ",4C");
    add_hexadecimal(author, 15);
    add(author, ",www%zu.shop.example,Yes,", number);
    add_second(author, identified(author) + 4 * 86400);
    add(author, ",superseded\n");
}

static void add_appendix(struct author *author)
{
    add(author, "### Appendix\n\n```csv\n"
                "Precertificate SHA-256 hash,Certificate SHA-256 hash,Subject,"
                "Issuer,Not before,Not after,Serial #,dNSNames,Is revoked?,"
                "Revocation date,Revocation reason\n");
    for (size_t i = 0; i < certificate_count(author); i++)
        add_certificate(author, i);
    add(author, "```\n");
}

static void write(struct author *author)
{
    add_summary(author);
    add_impact(author);
    add_timeline(author);
    add_related(author);
    add(author, "### Root Cause Analysis\n\n");
    while (author->factor++ < author->factors)
        add_factor(author);
    add_lessons(author);
    add_actions(author);
    add_appendix(author);
}

/* How long a report of so many factors is. */
static size_t length_of(size_t factors)
{
    struct buffer text = {NULL, 0, 0};
    struct author author = {&text, 1, factors, 0};
    size_t length;

    write(&author);
    length = text.length;
    buffer_free(&text);
    return length;
}

void big_report(struct buffer *text, size_t size, unsigned seed)
{
    size_t least = length_of(1);
    size_t each = (length_of(101) - least) / 100;
    struct author author = {text, seed, 1, 0};

    if (size > least)
        author.factors += (size - least + each / 2) / each;
    write(&author);
}
