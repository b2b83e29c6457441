/*
 * answer.h - what a field's value amounts to, whatever its words.
 */
#ifndef CHECKS_ANSWER_H
#define CHECKS_ANSWER_H

#include "check.h"
#include "number.h"

enum not_applicable {
    APPLIES,
    NOT_APPLICABLE,             /* "N/A", a full stop allowed */
    NOT_APPLICABLE_SPELT,       /* the whole value, but otherwise spelt */
    NOT_APPLICABLE_WITH_REASON  /* "N/A (no certificate was affected)" */
};

/* How FIELD, which has a value, says N/A. */
enum not_applicable answer_applies(const struct check *check,
                                   const struct report_field *field);

/* How many bytes at the front of an answer tell whether it may say N/A. */
#define ANSWER_FRONT 64

/* True if SPAN is long and doesn't begin with a way to say N/A, which its first
 * ANSWER_FRONT bytes show. */
bool answer_is_long(const struct check *check, struct span span);

/* False if the first letters of SPAN show that it does not begin with a phrase
 * of LIST, however it is folded. */
bool answer_may_begin(const struct check *check, struct span span,
                      enum phrases_id list);

/* May FIELD say N/A in this report? */
bool answer_may_be_na(const struct check *check,
                      const struct rule_field *field);

/* SPAN, the value of FIELD or its first line, without the marks that end the
 * strong text where label and value are one. */
struct span answer_words(const struct check *check,
                         const struct report_field *field, struct span span);

/* True if the value of FIELD (NULL allowed) says anything but N/A. */
bool answer_given(const struct check *check, const struct report_field *field);

/* The most bytes of an answer that are looked at. */
#define ANSWER_MOST 65536

/*
 * Folds SPAN into new memory (memory_free), without a full stop at the end;
 * at most the first ANSWER_MOST bytes of it are looked at.
 */
char *answer_fold(const struct check *check, struct span span);

/* Is SPAN, folded, a phrase of LIST as a whole? Does it have one in it? */
bool answer_is(const struct check *check, struct span span,
               enum phrases_id list);
bool answer_says(const struct check *check, struct span span,
                 enum phrases_id list);

/* Cuts FOLDED to its first sentence. */
void answer_cut_sentence(char *folded);

/* True if SPAN, a cell or an entry, says N/A in whatever spelling. */
bool answer_is_na(const struct check *check, struct span span);

/*
 * The number of certificates FIELD (NULL allowed) gives, its span in the text;
 * false if it gives none, or N/A.
 */
bool answer_count(const struct check *check, const struct report_field *field,
                  struct number *count);

/* True if the report says that more than no certificates are affected. */
bool answer_certificates(const struct check *check);

/* True if a revocation is late: a directive or the report's Summary says so. */
bool answer_revocation_delay(const struct check *check);

/* The first section of the report that is SECTION, and its field. */
const struct report_field *answer_field(const struct check *check,
                                        enum field_id field);

#endif
