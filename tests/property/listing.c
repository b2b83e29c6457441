/* All there is in findings, as text that can be compared. */
#include "listing.h"

static void list_span(struct buffer *listed, struct span span)
{
    buffer_add_number(listed, span.start);
    buffer_add_char(listed, '-');
    buffer_add_number(listed, span.end);
    buffer_add_char(listed, ' ');
}

static void list_fix(struct buffer *listed, const struct fix *fix)
{
    buffer_add_string(listed, "\n    ");
    buffer_add_string(listed, fix->title);
    if (fix->preferred)
        buffer_add_string(listed, "!");
    for (size_t index = 0; index < fix->edit_count; index++) {
        buffer_add_string(listed, "\n        ");
        list_span(listed, fix->edits[index].span);
        buffer_add_string(listed, fix->edits[index].text);
    }
}

static void list_finding(struct buffer *listed, const struct finding *finding)
{
    list_span(listed, finding->span);
    list_span(listed, finding->report);
    buffer_add_number(listed, (size_t)finding->severity);
    buffer_add_char(listed, ' ');
    buffer_add_string(listed, finding->message);
    for (size_t index = 0; index < finding->related_count; index++) {
        buffer_add_string(listed, "\n    ");
        list_span(listed, finding->related[index].span);
        buffer_add_string(listed, finding->related[index].message);
    }
    for (size_t index = 0; index < finding->fix_count; index++)
        list_fix(listed, &finding->fixes[index]);
    buffer_add_char(listed, '\n');
}

void listing_add(struct buffer *listed, const struct findings *findings)
{
    for (size_t index = 0; index < findings->count; index++)
        list_finding(listed, &findings->items[index]);
    buffer_add_number(listed, findings->more);
}

static bool is_within(struct span span, size_t length)
{
    return span.start <= span.end && span.end <= length;
}

static bool fix_is_within(const struct fix *fix, size_t length)
{
    for (size_t index = 0; index < fix->edit_count; index++) {
        if (!is_within(fix->edits[index].span, length))
            return false;
    }
    return true;
}

static bool finding_is_within(const struct finding *finding, size_t length)
{
    bool within = is_within(finding->span, length) &&
                  is_within(finding->report, length);

    for (size_t index = 0; index < finding->related_count; index++)
        within = within && is_within(finding->related[index].span, length);
    for (size_t index = 0; index < finding->fix_count; index++)
        within = within && fix_is_within(&finding->fixes[index], length);
    return within;
}

bool listing_is_within(const struct findings *findings, size_t length)
{
    for (size_t index = 0; index < findings->count; index++) {
        if (!finding_is_within(&findings->items[index], length))
            return false;
    }
    return true;
}
