/* Holds findings, with related places and fixes. */
#include "finding.h"

#include <stdlib.h>

#include "memory.h"
#include "search.h"

void fix_free(struct fix *fix)
{
    for (size_t index = 0; index < fix->edit_count; index++)
        memory_free(fix->edits[index].text);
    memory_free(fix->edits);
    memory_free(fix->title);
}

static void finding_free(struct finding *finding)
{
    for (size_t which = 0; which < finding->related_count; which++)
        memory_free(finding->related[which].message);
    memory_free(finding->related);
    for (size_t which = 0; which < finding->fix_count; which++)
        fix_free(&finding->fixes[which]);
    memory_free(finding->fixes);
    memory_free(finding->message);
}

struct finding *findings_add(struct findings *findings, enum case_id which,
                             struct span span,
                             const struct finding_words *words)
{
    struct finding *finding;

    if (findings->count == FINDINGS_KEPT) {
        findings->more++;
        return NULL;
    }
    finding = memory_add(findings);
    *finding = (struct finding){
        .which = which, .severity = rule_cases[which].severity, .span = span,
        .message = message_fill_in(rule_cases[which].message, words),
        .number = findings->count, .alike = 1};
    return finding;
}

void finding_relate(struct finding *finding, struct span span,
                    const char *message, const struct finding_words *words)
{
    struct finding_related *related;

    if (!finding)
        return;
    finding->related = memory_resize(
        finding->related, (finding->related_count + 1) * sizeof *related);
    related = &finding->related[finding->related_count++];
    related->span = span;
    related->message = message_fill_in(message, words);
}

struct fix *finding_fix(struct finding *finding, enum fix_id which,
                        const struct finding_words *words)
{
    struct fix *fix;

    if (!finding)
        return NULL;
    finding->fixes = memory_resize(finding->fixes, (finding->fix_count + 1) *
                                                       sizeof *fix);
    fix = &finding->fixes[finding->fix_count++];
    *fix = (struct fix){
        .which = which,
        .title = message_fill_in(rule_fixes[which].title, words),
        .preferred = finding->fix_count == 1};
    return fix;
}

void fix_edit(struct fix *fix, struct span span, struct slice text)
{
    struct edit *edit;

    if (!fix)
        return;
    fix->edits = memory_resize(fix->edits,
                               (fix->edit_count + 1) * sizeof *edit);
    edit = &fix->edits[fix->edit_count++];
    edit->span = span;
    edit->text = memory_copy(text.bytes, text.length);
}

static int compare(const void *left, const void *right)
{
    const struct finding *a = left;
    const struct finding *b = right;

    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->which != b->which)
        return a->which < b->which ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

void findings_sort(struct findings *findings)
{
    if (findings->count)
        qsort(findings->items, findings->count, sizeof *findings->items,
              compare);
}

static bool begins_before(const void *findings, size_t index, size_t offset)
{
    return ((const struct finding *)findings)[index].span.start < offset;
}

size_t findings_from(const struct findings *findings, size_t offset)
{
    return search_first(findings->items, findings->count, offset,
                        begins_before);
}

void finding_href(const struct rule *rule,
                  const struct rule_guideline *guideline, struct buffer *href)
{
    buffer_add_string(href, guideline->url);
    if (rule->anchor[0] != '\0') {
        buffer_add_char(href, '#');
        buffer_add_string(href, rule->anchor);
    }
}

void findings_drop(struct findings *findings, const bool *dropped)
{
    size_t kept = 0;

    for (size_t index = 0; index < findings->count; index++) {
        if (!dropped[index])
            findings->items[kept++] = findings->items[index];
        else
            finding_free(&findings->items[index]);
    }
    findings->count = kept;
}

void findings_free(struct findings *findings)
{
    for (size_t index = 0; index < findings->count; index++)
        finding_free(&findings->items[index]);
    memory_free(findings->items);
    *findings = (struct findings){0};
}
