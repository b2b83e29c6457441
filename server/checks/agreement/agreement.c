/* Lists the rules that compare two places of a report. */
#include "agreement.h"

void check_agreement(const struct check *check)
{
    if (check->report->rule->follows)
        return;
    agree_impact(check);
    agree_certificates(check);
    agree_events(check);
    agree_times(check);
    agree_moments(check);
    agree_actions(check);
    agree_privacy(check);
    agree_words(check);
}
