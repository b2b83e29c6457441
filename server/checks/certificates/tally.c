/* Counts the certificates of lists by what their rows say of them. */
#include "tally.h"

/* Longer values are no answers to a choice. */
#define VALUE_ROOM 64

/* What "Is revoked?" says, folded. */
static void fold_answer(const struct certificate_row *row, char *folded)
{
    struct slice answer = row->values[COLUMN_IS_REVOKED].text;

    fold(slice_from(answer, slice_skip(answer, 0, "\"' ")), folded,
         VALUE_ROOM);
}

void tally_read(const struct certificate_row *certificate, struct span span,
                struct tally_row *row)
{
    char folded[VALUE_ROOM];
    enum match match;

    *row = (struct tally_row){.span = span};
    fold_answer(certificate, folded);
    row->revoked = rule_value_match(LIST_REVOKED, folded, &match);
    row->not_applicable =
        (row->revoked && row->revoked->id == VALUE_REVOKED_NA) ||
        rule_phrase_is(PHRASES_NA, folded);
    row->expires = certificate->end.known;
    row->expiry = certificate->end.moment.days;
    row->dated = certificate->revocation.known;
    row->revocation = certificate->revocation.moment.days;
}

static bool says(const struct tally_row *row, enum value_id value)
{
    return !row->not_applicable && row->revoked && row->revoked->id == value;
}

/* A day is a margin for zones. */
static bool is_unexpired(const struct tally_row *row, int day)
{
    return row->expires && row->expiry > day + 1;
}

static void count_revocation(struct tally *tally, const struct tally_row *row)
{
    if (row->dated &&
        (!tally->revoked || row->revocation > tally->last_revocation)) {
        tally->revoked = true;
        tally->last_revocation = row->revocation;
    }
}

static void note_planned(struct tally *tally, int day, struct span row)
{
    if (tally->planned && tally->first_planned <= day)
        return;
    tally->planned = true;
    tally->first_planned = day;
    tally->planned_row = row;
}

static void count_valid(struct tally *tally, const struct tally_row *row,
                        int day)
{
    bool planned = says(row, VALUE_REVOKED_PLANNED) ||
                   says(row, VALUE_REVOKED_DELAYED);
    bool past = row->dated && row->revocation <= day;

    tally->valid_most++;
    if (planned) {
        count_revocation(tally, row);
        if (row->dated)
            note_planned(tally, row->revocation, row->span);
    }
    if (!planned || past || !is_unexpired(row, day))
        return;
    if (!tally->valid_least++)
        tally->first_valid = row->span;
}

void tally_add(struct tally *tally, const struct tally_row *row, int day)
{
    tally->rows++;
    tally->said += !row->not_applicable && row->revoked;
    if (says(row, VALUE_REVOKED_DELAYED) && !tally->delayed++)
        tally->first_delayed = row->span;
    if (row->not_applicable && is_unexpired(row, day) &&
        !tally->inapplicable++) {
        tally->first_inapplicable = row->span;
        tally->first_expiry = row->expiry;
    }
    if (says(row, VALUE_REVOKED_YES))
        count_revocation(tally, row);
    else
        count_valid(tally, row, day);
}

void tally_join(struct tally *all, const struct tally *list)
{
    struct tally sum = *all;

    sum.lists++;
    sum.rows += list->rows;
    sum.said += list->said;
    sum.delayed += list->delayed;
    sum.inapplicable += list->inapplicable;
    sum.valid_most += list->valid_most;
    if (list->rows > sum.longest)
        sum.longest = list->rows;
    if (list->valid_least > sum.valid_least) {
        sum.valid_least = list->valid_least;
        sum.first_valid = list->first_valid;
    }
    if (list->planned)
        note_planned(&sum, list->first_planned, list->planned_row);
    if (!all->inapplicable) {
        sum.first_inapplicable = list->first_inapplicable;
        sum.first_expiry = list->first_expiry;
    }
    if (!all->delayed)
        sum.first_delayed = list->first_delayed;
    if (list->revoked && (!sum.revoked ||
                          list->last_revocation > sum.last_revocation)) {
        sum.revoked = true;
        sum.last_revocation = list->last_revocation;
    }
    *all = sum;
}
