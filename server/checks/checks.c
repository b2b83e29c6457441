/* Tries everything the checker knows on one document. */
#include "checks.h"

#include <string.h>

#include "checked.h"
#include "date.h"

void check_options_default(struct check_options *options, int today)
{
    *options = (struct check_options){
        .guideline = rule_guideline_current(), .today = today};
    memset(options->severities, SEVERITY_AS_IT_IS, sizeof options->severities);
}

bool checks_day(struct slice text, int *day)
{
    struct date date;

    if (!date_find(text, 0, &date) || date.form != DATE_ISO || !date.valid ||
        date.span.start != 0 || date.span.end != text.length)
        return false;
    *day = date.days;
    return true;
}

void checks_run(struct text *text, const struct blocks *blocks,
                const struct check_options *options,
                struct findings *findings)
{
    struct reports reports;

    reports_read(&reports, text, blocks);
    checked_once(&reports, options, findings);
    reports_free(&reports);
}
