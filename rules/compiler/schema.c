/*
 * schema.c - the kinds of records and their keys, as a table.
 */
#include "schema.h"

static const struct word severity_words[] = {
    {"error", "SEVERITY_ERROR"},
    {"warning", "SEVERITY_WARNING"},
    {"information", "SEVERITY_INFORMATION"},
    {"hint", "SEVERITY_HINT"},
    {NULL},
};

static const struct word type_words[] = {
    {"prose", "TYPE_PROSE"},
    {"CCADB id", "TYPE_CCADB_ID"},
    {"date", "TYPE_DATE"},
    {"policies", "TYPE_POLICIES"},
    {"choice", "TYPE_CHOICE"},
    {"choices", "TYPE_CHOICES"},
    {"count", "TYPE_COUNT"},
    {"certificate types", "TYPE_CERTIFICATE_TYPES"},
    {"yes or no", "TYPE_YES_NO"},
    {"bug", "TYPE_BUG"},
    {"references", "TYPE_REFERENCES"},
    {"group", "TYPE_GROUP"},
    {"hash", "TYPE_HASH"},
    {"serial number", "TYPE_SERIAL"},
    {"reason", "TYPE_REASON"},
    {"date and time", "TYPE_DATE_TIME"},
    {NULL},
};

static const struct word requirement_words[] = {
    {"always", "REQUIRED_ALWAYS"},
    {"optional", "REQUIRED_OPTIONAL"},
    {"by the CA Owner", "REQUIRED_BY_CA_OWNER"},
    {NULL},
};

/* What a preliminary report does with a field of the full one. */
static const struct word preliminary_words[] = {
    {"asked", "true"},
    {"welcome", "false"},
    {NULL},
};

static const struct word na_words[] = {
    {"allowed", "true"},
    {"not allowed", "false"},
    {"not in a full report", "true"},
    {NULL},
};

static const struct word content_words[] = {
    {"fields", "CONTENT_FIELDS"},
    {"timeline", "CONTENT_TIMELINE"},
    {"table", "CONTENT_TABLE"},
    {"factors", "CONTENT_FACTORS"},
    {"certificates", "CONTENT_CERTIFICATES"},
    {NULL},
};

static const struct word yes_words[] = {
    {"yes", "true"},
    {"no", "false"},
    {NULL},
};

/* Of "may be empty", for a member that says the opposite. */
static const struct word empty_words[] = {
    {"yes", "false"},
    {"no", "true"},
    {NULL},
};

/* What may stand in a directive's parentheses. */
static const struct word takes_words[] = {
    {"facts", "true"},
    {"rules", "false"},
    {NULL},
};

/* What a deadline runs from, or ends with. */
static const struct word moment_words[] = {
    {"aware", "MOMENT_AWARE"},
    {"disclosed", "MOMENT_DISCLOSED"},
    {"full report", "MOMENT_FULL_REPORT"},
    {"last comment", "MOMENT_LAST_COMMENT"},
    {"question", "MOMENT_QUESTION"},
    {"next update", "MOMENT_NEXT_UPDATE"},
    {"action due", "MOMENT_ACTION_DUE"},
    {"planned revocation", "MOMENT_PLANNED_REVOCATION"},
    {"expected end", "MOMENT_EXPECTED_END"},
    {NULL},
};

static const struct word binding_words[] = {
    {"MUST"},
    {"SHOULD"},
    {"promised"},
    {NULL},
};

/* Which threads a deadline is about. */
static const struct word only_words[] = {
    {"open", "ONLY_OPEN"},
    {"no next update", "ONLY_WITHOUT_NEXT_UPDATE"},
    {"delayed revocation", "ONLY_DELAYED_REVOCATION"},
    {NULL},
};

/* The parts of the catalogue, in its order. */
static const struct word part_words[] = {
    {"Structure"},
    {"Fields"},
    {"Values"},
    {"Timeline"},
    {"Related incidents"},
    {"Root causes, lessons, action items"},
    {"Appendix"},
    {"Closure"},
    {"Life cycle"},
    {"Where it will be posted"},
    {NULL},
};

/*
 * The columns of the keys:
 *
 *       key                form             need      member, worked out
 */
const struct kind kinds[] = {
    {.name = "guidelines",
     .row = "struct rule_guideline", .table = "rule_guidelines",
     .count = "rule_guideline_count",
     .keys = {
        {"guidelines",      FORM_NAME,       NEEDED,   "number"},
        {"effective",       FORM_DATE,       NEEDED,   "effective_text",
                                                       "effective"},
        {"templates",       FORM_WORD,       NEEDED,   "templated",
         .words = yes_words},
        {"url",             FORM_URL,        NEEDED,   "url"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "report", .prefix = "REPORT",
     .row = "struct rule_report", .table = "rule_reports",
     .keys = {
        {"report",          FORM_NAME,       NEEDED,   "name", "folded"},
        {"id",              FORM_ID,         NEEDED,   "id"},
        {"headings",        FORM_NAMES,      NEEDED,   "headings"},
        {"level",           FORM_NUMBER,     NEEDED,   "level"},
        {"superseded",      FORM_WORD,       OPTIONAL, "superseded",
         .words = yes_words},
        {"follows",         FORM_WORD,       OPTIONAL, "follows",
         .words = yes_words},
        {"sections",        FORM_REFERENCES, OPTIONAL, .refers = "section"},
        {"welcome",         FORM_REFERENCES, OPTIONAL, .refers = "section"},
        {"keyword",         FORM_TEXT,       OPTIONAL, "keyword"},
        {"closing",         FORM_TEXT,       OPTIONAL, "closing"},
        {"closing means",   FORM_TEXT,       OPTIONAL, "closing_means"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"means since",     FORM_ADDED,      OPTIONAL, "means_added",
                                                       "added_versions"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
        {"skeleton",        FORM_BLOCK,      OPTIONAL, "skeleton"},
     }},

    {.name = "section", .prefix = "SECTION",
     .row = "struct rule_section", .table = "rule_sections",
     .keys = {
        {"section",         FORM_NAME,       NEEDED,   "name", "folded"},
        {"id",              FORM_ID,         NEEDED,   "id"},
        {"aliases",         FORM_NAMES,      OPTIONAL, "aliases"},
        {"not",             FORM_NAMES,      OPTIONAL, "mistaken"},
        {"holds",           FORM_WORD,       NEEDED,   "content",
         .words = content_words},
        {"may be empty",    FORM_WORD,       NEEDED,   "may_not_be_empty",
         .words = empty_words},
        {"since",           FORM_VERSION,    NEEDED,   "versions"},
        {"until",           FORM_VERSION,    OPTIONAL},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"means since",     FORM_ADDED,      OPTIONAL, "means_added",
                                                       "added_versions"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "field", .prefix = "FIELD", .scope = "section",
     .row = "struct rule_field", .table = "rule_fields",
     .keys = {
        {"field",           FORM_NAME,       NEEDED,   "label", "folded"},
        {"id",              FORM_ID,         NEEDED,   "id"},
        {"section",         FORM_REFERENCE,  NEEDED,   "section",
         .refers = "section"},
        {"below",           FORM_REFERENCE,  OPTIONAL, NULL, "parent",
         .refers = "field"},
        {"renames",         FORM_REFERENCE,  OPTIONAL, .refers = "field"},
        {"aliases",         FORM_NAMES,      OPTIONAL, "aliases"},
        {"not",             FORM_NAMES,      OPTIONAL, "mistaken"},
        {"begins",          FORM_TEXT,       OPTIONAL, NULL, "begins"},
        {"type",            FORM_WORD,       NEEDED,   "type",
         .words = type_words},
        {"values",          FORM_REFERENCE,  OPTIONAL, "list",
         .refers = "list"},
        {"required",        FORM_WORD,       NEEDED,   "required",
         .words = requirement_words},
        {"preliminary",     FORM_WORD,       OPTIONAL, "preliminary",
         .words = preliminary_words},
        {"N/A",             FORM_WORD,       NEEDED,   "na_allowed",
         .words = na_words},
        {"asked",           FORM_TEXT,       NEEDED,   "required_text"},
        {"ahead",           FORM_WORD,       OPTIONAL, "ahead",
         .words = yes_words},
        {"placeholder",     FORM_TEXT,       OPTIONAL, "placeholder"},
        {"example",         FORM_TEXT,       OPTIONAL, "example"},
        {"since",           FORM_VERSION,    NEEDED,   "versions"},
        {"until",           FORM_VERSION,    OPTIONAL},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"means since",     FORM_ADDED,      OPTIONAL, "means_added",
                                                       "added_versions"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "column", .prefix = "COLUMN", .scope = "section",
     .row = "struct rule_column", .table = "rule_columns",
     .keys = {
        {"column",          FORM_NAME,       NEEDED,   "label", "folded"},
        {"id",              FORM_ID,         NEEDED,   "id"},
        {"section",         FORM_REFERENCE,  NEEDED,   "section",
         .refers = "section"},
        {"aliases",         FORM_NAMES,      OPTIONAL, "aliases"},
        {"not",             FORM_NAMES,      OPTIONAL, "mistaken"},
        {"type",            FORM_WORD,       NEEDED,   "type",
         .words = type_words},
        {"values",          FORM_REFERENCE,  OPTIONAL, "list",
         .refers = "list"},
        {"N/A",             FORM_WORD,       NEEDED,   "na_allowed",
         .words = na_words},
        {"ahead",           FORM_WORD,       OPTIONAL, "ahead",
         .words = yes_words},
        {"placeholder",     FORM_TEXT,       OPTIONAL, "placeholder",
                                                       "placeholder_folded"},
        {"example",         FORM_TEXT,       OPTIONAL, "example"},
        {"since",           FORM_VERSION,    NEEDED,   "versions"},
        {"until",           FORM_VERSION,    OPTIONAL},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"means since",     FORM_ADDED,      OPTIONAL, "means_added",
                                                       "added_versions"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "list", .prefix = "LIST",
     .row = "struct rule_list", .table = "rule_lists",
     .keys = {
        {"list",            FORM_NAME,       NEEDED,   "name"},
        {"id",              FORM_ID,         NEEDED},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "value", .prefix = "VALUE", .scope = "list",
     .row = "struct rule_value", .table = "rule_values",
     .keys = {
        {"value",           FORM_NAME,       NEEDED,   "value", "folded"},
        {"id",              FORM_ID,         OPTIONAL, "id"},
        {"list",            FORM_REFERENCE,  NEEDED,   "list",
         .refers = "list"},
        {"spellings",       FORM_NAMES,      OPTIONAL, "spellings"},
        {"words",           FORM_NAMES,      OPTIONAL, "words"},
        {"anywhere",        FORM_WORD,       OPTIONAL, .words = yes_words},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "rule",
     .row = "struct rule", .table = "rules",
     .keys = {
        {"rule",            FORM_NAME,       NEEDED,   "id"},
        {"part",            FORM_WORD,       NEEDED,   "part",
         .words = part_words},
        {"severity",        FORM_WORD,       NEEDED,   "severity",
         .words = severity_words},
        {"finds",           FORM_TEXT,       NEEDED,   "summary"},
        {"says",            FORM_MESSAGE,    NEEDED},
        {"related",         FORM_MESSAGE,    OPTIONAL},
        {"softened",        FORM_WORD,       OPTIONAL, "softened",
         .words = yes_words},
        {"form",            FORM_WORD,       OPTIONAL, "form",
         .words = yes_words},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"bad",             FORM_BLOCK,      OPTIONAL, "bad"},
        {"good",            FORM_BLOCK,      OPTIONAL, "good"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "case", .scope = "rule",
     .keys = {
        {"case",            FORM_NAME,       NEEDED,   "name"},
        {"rule",            FORM_REFERENCE,  NEEDED,   "rule",
         .refers = "rule"},
        {"severity",        FORM_WORD,       NEEDED,   "severity",
         .words = severity_words},
        {"since",           FORM_VERSION,    OPTIONAL, "versions"},
        {"says",            FORM_MESSAGE,    NEEDED,   "message"},
        {"related",         FORM_MESSAGE,    OPTIONAL, "related"},
     }},

    {.name = "fix", .prefix = "FIX",
     .row = "struct rule_fix", .table = "rule_fixes",
     .keys = {
        {"fix",             FORM_NAME,       NEEDED},
        {"id",              FORM_ID,         NEEDED},
        {"says",            FORM_TITLE,      NEEDED,   "title"},
        {"safe",            FORM_WORD,       NEEDED,   "safe",
         .words = yes_words},
     }},

    {.name = "phrases", .prefix = "PHRASES", .scope = "phrases",
     .keys = {
        {"phrases",         FORM_NAME,       NEEDED},
        {"id",              FORM_ID,         NEEDED},
        {"about",           FORM_TEXT,       NEEDED},
        {"anywhere",        FORM_WORD,       OPTIONAL, .words = yes_words},
        {"phrase",          FORM_PHRASES,    REPEATED},
     }},

    {.name = "policy",
     .row = "struct rule_policy", .table = "rule_policies",
     .count = "rule_policy_count",
     .keys = {
        {"policy",          FORM_NAME,       NEEDED,   "name", "folded"},
        {"name",            FORM_NAME,       NEEDED,   "title",
                                                       "title_folded"},
        {"aliases",         FORM_NAMES,      OPTIONAL, "aliases"},
        {"former names",    FORM_NAMES,      OPTIONAL, "former"},
        {"url",             FORM_URL,        NEEDED,   "url"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "edition", .scope = "policy",
     .row = "struct rule_edition", .table = "rule_editions",
     .keys = {
        {"edition",         FORM_NAME,       NEEDED,   "number"},
        {"policy",          FORM_REFERENCE,  NEEDED,   .refers = "policy"},
        {"numbered",        FORM_WORD,       OPTIONAL, "unnumbered",
         .words = empty_words},
        {"date",            FORM_DATE,       OPTIONAL, "date", "day"},
        {"also dated",      FORM_DATE,       OPTIONAL, NULL, "also"},
        {"followed until",  FORM_DATE,       OPTIONAL, NULL, "followed"},
        {"url",             FORM_URL,        NEEDED,   "url"},
     }},

    {.name = "reason",
     .row = "struct rule_reason", .table = "rule_reasons",
     .count = "rule_reason_count",
     .keys = {
        {"reason",          FORM_REFERENCE,  NEEDED,   NULL, "value",
         .refers = "value", .unique = true},
        {"code",            FORM_NUMBER,     NEEDED,   "code", .unique = true},
        {"TLS subscribers", FORM_WORD,       NEEDED,   "tls_subscriber",
         .words = yes_words},
     }},

    {.name = "oid",
     .row = "struct rule_oid", .table = "rule_oids",
     .count = "rule_oid_count",
     .keys = {
        {"oid",             FORM_NAME,       NEEDED,   "oid"},
        {"name",            FORM_NAME,       NEEDED,   "name"},
        {"type",            FORM_REFERENCE,  NEEDED,   NULL, "type",
         .refers = "value"},
        {"policy",          FORM_REFERENCE,  NEEDED,   NULL, "policy",
         .refers = "policy"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "tag",
     .row = "struct rule_tag", .table = "rule_tags",
     .count = "rule_tag_count",
     .keys = {
        {"tag",             FORM_NAME,       NEEDED,   "tag"},
        {"aliases",         FORM_NAMES,      OPTIONAL, "aliases"},
        {"delays",          FORM_WORD,       NEEDED,   "revocation_delay",
         .words = yes_words},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "directive", .prefix = "DIRECTIVE",
     .row = "struct rule_directive", .table = "rule_directives",
     .keys = {
        {"directive",       FORM_NAME,       NEEDED,   "name"},
        {"id",              FORM_ID,         NEEDED},
        {"takes",           FORM_WORD,       NEEDED,   "takes_facts",
         .words = takes_words},
        {"example",         FORM_TEXT,       NEEDED,   "example"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "key", .prefix = "KEY",
     .row = "struct rule_key", .table = "rule_keys",
     .keys = {
        {"key",             FORM_NAME,       NEEDED,   "key"},
        {"id",              FORM_ID,         NEEDED},
        {"words",           FORM_NAMES,      OPTIONAL, "words"},
        {"example",         FORM_TEXT,       NEEDED,   "example"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
     }},

    {.name = "step", .prefix = "STEP",
     .row = "struct rule_step", .table = "rule_steps",
     .keys = {
        {"step",            FORM_TEXT,       NEEDED,   "name"},
        {"id",              FORM_ID,         NEEDED},
        {"report",          FORM_REFERENCE,  NEEDED,   "report",
         .refers = "report"},
        {"since",           FORM_VERSION,    NEEDED,   "versions"},
        {"until",           FORM_VERSION,    OPTIONAL},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"url",             FORM_URL,        OPTIONAL, "url"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "deadline", .prefix = "DEADLINE",
     .row = "struct rule_deadline", .table = "rule_deadlines",
     .keys = {
        {"deadline",        FORM_TEXT,       NEEDED,   "name"},
        {"id",              FORM_ID,         NEEDED},
        {"from",            FORM_WORD,       NEEDED,   "from",
         .words = moment_words},
        {"ends with",       FORM_WORD,       OPTIONAL, "ends_with",
         .words = moment_words},
        {"hours",           FORM_NUMBER,     OPTIONAL, "hours"},
        {"days",            FORM_NUMBER,     OPTIONAL, "days"},
        {"binds",           FORM_WORD,       NEEDED,   "binding",
         .words = binding_words},
        {"only",            FORM_WORD,       OPTIONAL, "only",
         .words = only_words},
        {"since",           FORM_VERSION,    NEEDED,   "versions"},
        {"until",           FORM_VERSION,    OPTIONAL},
        {"why",             FORM_TEXT,       NEEDED,   "why"},
        {"means",           FORM_TEXT,       NEEDED,   "means"},
        {"anchor",          FORM_ANCHOR,     NEEDED,   "anchor"},
     }},

    {.name = "offer", .prefix = "OFFER",
     .row = "struct rule_offer", .table = "rule_offers",
     .keys = {
        {"offer",           FORM_TEXT,       NEEDED,   "label", .unique = true},
        {"id",              FORM_ID,         NEEDED},
        {"typed",           FORM_TEXT,       OPTIONAL, "typed"},
        {"prompt",          FORM_TEXT,       OPTIONAL, "prompt"},
     }},

    {.name = "requirement",
     .keys = {
        {"requirement",     FORM_NAME,       NEEDED},
        {"says",            FORM_TEXT,       NEEDED},
        {"checked by",      FORM_REFERENCES, OPTIONAL, .refers = "rule"},
        {"not checked",     FORM_TEXT,       OPTIONAL},
        {"since",           FORM_VERSION,    NEEDED},
        {"anchor",          FORM_ANCHOR,     NEEDED},
     }},

    {.name = "facts", .prefix = "FACTS",
     .row = "struct rule_facts", .table = "rule_facts",
     .keys = {
        {"facts",           FORM_NAME,       NEEDED,   "name"},
        {"id",              FORM_ID,         NEEDED},
        {"as of",           FORM_DATE,       NEEDED,   "as_of"},
        {"from",            FORM_TEXT,       NEEDED,   "source"},
     }},

    {.name = NULL},
};
