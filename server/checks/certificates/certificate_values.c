/* The part Appendix: the values of one certificate in a list. */
#include <string.h>

#include "certificate_list.h"
#include "memory.h"

/* Longer values are no answers to a choice. */
#define VALUE_ROOM 128

/* NULL if the list has no such column, or the record no such cell. */
static const struct certificate_value *value_find(
    const struct certificate_list *list, enum column_id column)
{
    const struct certificate_value *value = &list->row.values[column];

    return value->column ? value : NULL;
}

static struct finding_words words_for(const struct certificate_value *value)
{
    return (struct finding_words){.value = value->text,
                                  .label = check_word(value->column->label)};
}

static void add(struct certificate_list *list, enum case_id which,
                const struct certificate_value *value)
{
    struct finding_words words = words_for(value);

    certificate_list_add(list, which, value->span, &words);
}

/* Folds TEXT without quotes around it. */
static const char *fold_value(struct slice text, char *folded)
{
    size_t length = fold(text, folded, VALUE_ROOM);
    size_t start = strspn(folded, "\"' ");

    while (length > start && strchr("\"' .", folded[length - 1]))
        folded[--length] = '\0';
    return folded + start;
}

static bool is_not_applicable(struct slice text)
{
    char room[VALUE_ROOM];
    const char *folded = fold_value(text, room);

    return !strcmp(folded, "n/a") || rule_phrase_is(PHRASES_NA, folded);
}

static void add_without_colons(struct certificate_list *list,
                               const struct certificate_value *value)
{
    struct finding_words words = words_for(value);
    struct buffer digits = {NULL, 0, 0};
    struct finding *finding;

    for (size_t at = 0; at < value->text.length; at++) {
        if (value->text.bytes[at] != ':')
            buffer_add_char(&digits, value->text.bytes[at]);
    }
    words.expected = buffer_slice(&digits);
    finding = certificate_list_add(list, CASE_CERTIFICATE_HASH_COLONS,
                                   value->span, &words);
    fix_edit(finding_fix(finding, FIX_RESPELL, &words),
             certificate_list_span(list, value->span), words.expected);
    buffer_free(&digits);
}

static void check_one_hash(struct certificate_list *list, enum hash_form form,
                           const struct certificate_value *value)
{
    switch (form) {
    case HASH_SHA256:
        break;
    case HASH_COLONS:
        add_without_colons(list, value);
        break;
    case HASH_SHA1:
        add(list, CASE_CERTIFICATE_HASH_SHA1, value);
        break;
    case HASH_NONE:
        if (!value->text.length)
            add(list, CASE_CERTIFICATE_HASH_EMPTY, value);
        else if (!is_not_applicable(value->text))
            add(list, CASE_CERTIFICATE_HASH, value);
        break;
    }
}

/* What parts several hashes in one cell. */
#define BETWEEN_HASHES " ;,\t\r\n"

/* The first of the hashes in VALUE, from byte AT of it on: false if there is
 * none left. */
static bool next_hash(const struct certificate_value *value, size_t at,
                      struct certificate_value *part)
{
    struct slice text = value->text;
    size_t end;

    while (at < text.length && strchr(BETWEEN_HASHES, text.bytes[at]))
        at++;
    for (end = at; end < text.length; end++) {
        if (strchr(BETWEEN_HASHES, text.bytes[end]))
            break;
    }
    *part = (struct certificate_value){
        value->column, {text.bytes + at, end - at},
        {value->span.start + at, value->span.start + end}};
    return end > at;
}

/* Is there more than one hash in VALUE? */
static bool has_hashes(const struct certificate_value *value)
{
    struct certificate_value part;
    size_t hashes = 0;
    size_t parts = 0;

    for (size_t at = 0; next_hash(value, at, &part);
         at = part.span.end - value->span.start) {
        hashes += hash_form(part.text) != HASH_NONE;
        parts++;
    }
    return parts > 1 && hashes > 0;
}

static void check_hash(struct certificate_list *list, enum column_id column,
                       enum hash_form form)
{
    const struct certificate_value *value = value_find(list, column);
    struct certificate_value part;

    if (!value)
        return;
    if (form != HASH_NONE || !has_hashes(value)) {
        check_one_hash(list, form, value);
        return;
    }
    for (size_t at = 0; next_hash(value, at, &part);
         at = part.span.end - value->span.start)
        check_one_hash(list, hash_form(part.text), &part);
}

/* A precertificate and its certificate differ, and so do their hashes. */
static void check_same_hash(struct certificate_list *list)
{
    const struct hash *before = &list->row.precertificate;
    const struct hash *hash = &list->row.certificate;

    if (before->form <= HASH_COLONS && hash->form <= HASH_COLONS &&
        before->fingerprint == hash->fingerprint)
        add(list, CASE_CERTIFICATE_HASH_SAME,
            &list->row.values[COLUMN_PRECERTIFICATE_HASH]);
}

static void check_serial(struct certificate_list *list)
{
    const struct certificate_value *value = value_find(list, COLUMN_SERIAL);

    if (!value || list->row.numbered)
        return;
    if (!value->text.length)
        add(list, CASE_CERTIFICATE_SERIAL_EMPTY, value);
    else if (!list->personal || !is_not_applicable(value->text))
        add(list, CASE_CERTIFICATE_SERIAL, value);
}

/* The value of LIST that TEXT begins with to the letter; NULL if none. It is
 * the usual case, and quicker to see than what the words may mean. */
static const struct rule_value *value_written(enum list_id list,
                                              struct slice text)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];
        size_t length;

        if (value->list != list)
            continue;
        length = strlen(value->value);
        if (text.length >= length &&
            !memcmp(text.bytes, value->value, length) &&
            (text.length == length ||
             !byte_is_alphanumeric(text.bytes[length])))
            return value;
    }
    return NULL;
}

/* Would CHOICE as "Is revoked?" contradict the date beside it? */
static bool contradicts_date(const struct certificate_list *list,
                             const struct rule_value *choice)
{
    const struct certificate_day *date = &list->row.revocation;

    return choice->id == VALUE_REVOKED_YES &&
           value_find(list, COLUMN_REVOCATION_DATE) &&
           (!date->known || date->moment.days > list->check->options->today);
}

static void add_choice(struct certificate_list *list,
                       struct finding *finding,
                       const struct certificate_value *value,
                       const struct rule_value *choice)
{
    struct finding_words words = words_for(value);
    enum fix_id fix =
        finding && finding->which == CASE_CERTIFICATE_REVOKED_SPELLING
            ? FIX_RESPELL
            : FIX_REPLACE;

    if (contradicts_date(list, choice))
        return;
    words.expected = check_word(choice->value);
    fix_edit(finding_fix(finding, fix, &words),
             certificate_list_span(list, value->span), words.expected);
}

static void add_choices(struct certificate_list *list,
                        struct finding *finding,
                        const struct certificate_value *value)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        if (rule_values[index].list == LIST_REVOKED)
            add_choice(list, finding, value, &rule_values[index]);
    }
}

/* What the certificate's "Is revoked?" says; NULL if nothing clear. */
static const struct rule_value *check_revoked(struct certificate_list *list)
{
    const struct certificate_value *value = value_find(list, COLUMN_IS_REVOKED);
    const struct rule_value *choice;
    struct finding_words words;
    struct finding *finding;
    char room[VALUE_ROOM];
    enum match match;

    if (!value)
        return NULL;
    choice = value_written(LIST_REVOKED, value->text);
    if (choice)
        return choice;
    if (!value->text.length) {
        add(list, CASE_CERTIFICATE_REVOKED_EMPTY, value);
        return NULL;
    }
    choice = rule_value_match(LIST_REVOKED, fold_value(value->text, room),
                              &match);
    words = words_for(value);
    words.expected = check_word(choice ? choice->value : "");
    finding = certificate_list_add(
        list, match == MATCH_EXACT || match == MATCH_SPELLING
                  ? CASE_CERTIFICATE_REVOKED_SPELLING
                  : CASE_CERTIFICATE_REVOKED,
        value->span, &words);
    if (choice)
        add_choice(list, finding, value, choice);
    else
        add_choices(list, finding, value);
    return choice;
}

/* What was still planned when the report was posted may have been done since;
 * what is done was so by today. */
static void check_revocation_day(struct certificate_list *list,
                                 const struct certificate_value *value,
                                 const struct rule_value *revoked)
{
    int days = list->row.revocation.moment.days;

    if (!revoked)
        return;
    if (revoked->id == VALUE_REVOKED_YES &&
        days > list->check->options->today)
        add(list, CASE_CERTIFICATE_REVOCATION_DATE_FUTURE, value);
    else if (revoked->id == VALUE_REVOKED_PLANNED &&
             days < check_day(list->check))
        add(list, CASE_CERTIFICATE_REVOCATION_DATE_PAST, value);
}

/* Nothing is revoked before it is valid. */
static void check_begun(struct certificate_list *list,
                        const struct certificate_value *value)
{
    const struct moment *revocation = &list->row.revocation.moment;
    const struct moment *begin = &list->row.begin.moment;
    struct finding_words words = words_for(value);

    if (!list->row.begin.known || revocation->days >= begin->days ||
        (!(begin->zoned && revocation->zoned) &&
         revocation->days + 1 >= begin->days))
        return;
    words.other = list->row.values[COLUMN_NOT_BEFORE].text;
    certificate_list_add(list, CASE_CERTIFICATE_REVOCATION_DATE_BEFORE,
                         value->span, &words);
}

/* A revocation that is still to come has a day for it. */
static bool is_to_come(const struct rule_value *revoked)
{
    return revoked && (revoked->id == VALUE_REVOKED_PLANNED ||
                       revoked->id == VALUE_REVOKED_DELAYED);
}

static void add_undated(struct certificate_list *list,
                        const struct rule_value *revoked,
                        const struct certificate_value *value)
{
    struct finding_words words = {.value = check_word(revoked->value)};

    certificate_list_add(list, CASE_CERTIFICATE_REVOKED_UNDATED, value->span,
                         &words);
}

static void check_revocation_date(struct certificate_list *list,
                                  const struct rule_value *revoked)
{
    bool done = revoked && revoked->id == VALUE_REVOKED_YES;
    const struct certificate_value *value =
        value_find(list, COLUMN_REVOCATION_DATE);

    if (!value)
        return;
    if (list->row.revocation.known) {
        check_revocation_day(list, value, revoked);
        check_begun(list, value);
    } else if (done &&
               (!value->text.length || is_not_applicable(value->text))) {
        add(list, CASE_CERTIFICATE_REVOCATION_DATE_MISSING, value);
    } else if (!value->text.length) {
        add(list, CASE_CERTIFICATE_REVOCATION_DATE_EMPTY, value);
    } else if (!is_not_applicable(value->text)) {
        add(list, CASE_CERTIFICATE_REVOCATION_DATE, value);
    } else if (is_to_come(revoked)) {
        add_undated(list, revoked, value);
    }
}

/* Some reasons are no reasons to revoke a server's certificate. */
static void check_allowed(struct certificate_list *list,
                          const struct certificate_value *value,
                          const struct rule_value *reason)
{
    struct finding_words words = {.value = check_word(reason->value)};

    for (size_t i = 0; list->server && i < rule_reason_count; i++) {
        if (rule_reasons[i].value == reason && !rule_reasons[i].tls_subscriber)
            certificate_list_add(list, CASE_CERTIFICATE_REASON_SERVER,
                                 value->span, &words);
    }
}

static void check_reason(struct certificate_list *list)
{
    const struct certificate_value *value =
        value_find(list, COLUMN_REVOCATION_REASON);
    const struct rule_value *reason;
    struct finding_words words;
    struct finding *finding;
    char room[VALUE_ROOM];
    enum match match;

    if (!value || !value->text.length || is_not_applicable(value->text))
        return;
    reason = value_written(LIST_REASON, value->text);
    match = MATCH_EXACT;
    if (!reason)
        reason = rule_value_match(LIST_REASON, fold_value(value->text, room),
                                  &match);
    if (match == MATCH_EXACT || match == MATCH_SPELLING) {
        check_allowed(list, value, reason);
        return;
    }
    words = words_for(value);
    finding = certificate_list_add(list, CASE_CERTIFICATE_REASON, value->span,
                                   &words);
    if (reason)
        add_choice(list, finding, value, reason);
}

static void check_validity(struct certificate_list *list)
{
    const struct certificate_row *row = &list->row;
    const struct certificate_value *end = &row->values[COLUMN_NOT_AFTER];
    struct finding_words words;

    if (!row->begin.known || !row->end.known ||
        !moment_is_before(&row->end.moment, &row->begin.moment))
        return;
    words = words_for(end);
    words.other = row->values[COLUMN_NOT_BEFORE].text;
    certificate_list_add(list, CASE_CERTIFICATE_VALIDITY, end->span, &words);
}

void certificate_values(struct certificate_list *list)
{
    check_hash(list, COLUMN_PRECERTIFICATE_HASH,
               list->row.precertificate.form);
    check_hash(list, COLUMN_CERTIFICATE_HASH, list->row.certificate.form);
    check_same_hash(list);
    check_validity(list);
    check_serial(list);
    check_revocation_date(list, check_revoked(list));
    check_reason(list);
}
