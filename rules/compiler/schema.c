/*
 * schema.c - the kinds of records and their keys, as tables.
 */
#include "schema.h"

#include <string.h>

static const struct word severity_words[] = {
    {"error", "SEVERITY_ERROR"},
    {"warning", "SEVERITY_WARNING"},
    {"information", "SEVERITY_INFORMATION"},
    {"hint", "SEVERITY_HINT"},
    {NULL, NULL},
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
    {NULL, NULL},
};

static const struct word requirement_words[] = {
    {"always", "REQUIRED_ALWAYS"},
    {"optional", "REQUIRED_OPTIONAL"},
    {"by the CA Owner", "REQUIRED_BY_CA_OWNER"},
    {NULL, NULL},
};

/* What a preliminary report does with a field of the full one. */
static const struct word preliminary_words[] = {
    {"asked", "true"},
    {"welcome", "false"},
    {NULL, NULL},
};

static const struct word na_words[] = {
    {"allowed", "true"},
    {"not allowed", "false"},
    {"not in a full report", "true"},
    {NULL, NULL},
};

static const struct word content_words[] = {
    {"fields", "CONTENT_FIELDS"},
    {"timeline", "CONTENT_TIMELINE"},
    {"table", "CONTENT_TABLE"},
    {"factors", "CONTENT_FACTORS"},
    {"certificates", "CONTENT_CERTIFICATES"},
    {NULL, NULL},
};

static const struct word yes_words[] = {
    {"yes", "true"},
    {"no", "false"},
    {NULL, NULL},
};

/* What may stand in a directive's parentheses. */
static const struct word takes_words[] = {
    {"facts", "true"},
    {"rules", "false"},
    {NULL, NULL},
};

static const struct word part_words[] = {
    {"Structure", ""},
    {"Fields", ""},
    {"Values", ""},
    {"Timeline", ""},
    {"Related incidents", ""},
    {"Root causes, lessons, action items", ""},
    {"Appendix", ""},
    {"Closure", ""},
    {"Life cycle", ""},
    {"Where it will be posted", ""},
    {NULL, NULL},
};

/*    key                 form         need      words     refers  alone */
static const struct key guidelines_keys[] = {
    {"guidelines",      FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"effective",       FORM_DATE,       NEEDED,   NULL, NULL, false},
    {"templates",       FORM_WORD,       NEEDED,   yes_words, NULL, false},
    {"url",             FORM_URL,        NEEDED,   NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key report_keys[] = {
    {"report",          FORM_NAME,       NEEDED,   NULL, NULL, false},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"headings",        FORM_NAMES,      NEEDED,   NULL, NULL, true},
    {"level",           FORM_NUMBER,     NEEDED,   NULL, NULL, false},
    {"superseded",      FORM_WORD,       OPTIONAL, yes_words, NULL, false},
    {"sections",        FORM_REFERENCES, OPTIONAL, NULL, "section", false},
    {"welcome",         FORM_REFERENCES, OPTIONAL, NULL, "section", false},
    {"keyword",         FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"closing",         FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means since",     FORM_ADDED,      OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {"skeleton",        FORM_BLOCK,      OPTIONAL, NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key section_keys[] = {
    {"section",         FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"aliases",         FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"not",             FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"holds",           FORM_WORD,       NEEDED,   content_words, NULL, false},
    {"may be empty",    FORM_WORD,       NEEDED,   yes_words, NULL, false},
    {"since",           FORM_VERSION,    NEEDED,   NULL, NULL, false},
    {"until",           FORM_VERSION,    OPTIONAL, NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means since",     FORM_ADDED,      OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key field_keys[] = {
    {"field",           FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"section",         FORM_REFERENCE,  NEEDED,   NULL, "section", false},
    {"below",           FORM_REFERENCE,  OPTIONAL, NULL, "field", false},
    {"aliases",         FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"not",             FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"begins",          FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"type",            FORM_WORD,       NEEDED,   type_words, NULL, false},
    {"values",          FORM_REFERENCE,  OPTIONAL, NULL, "list", false},
    {"required",        FORM_WORD,       NEEDED,   requirement_words, NULL,
     false},
    {"preliminary",     FORM_WORD,       OPTIONAL, preliminary_words, NULL,
     false},
    {"N/A",             FORM_WORD,       NEEDED,   na_words, NULL, false},
    {"asked",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"placeholder",     FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"example",         FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"since",           FORM_VERSION,    NEEDED,   NULL, NULL, false},
    {"until",           FORM_VERSION,    OPTIONAL, NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means since",     FORM_ADDED,      OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key column_keys[] = {
    {"column",          FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"section",         FORM_REFERENCE,  NEEDED,   NULL, "section", false},
    {"aliases",         FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"not",             FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"type",            FORM_WORD,       NEEDED,   type_words, NULL, false},
    {"values",          FORM_REFERENCE,  OPTIONAL, NULL, "list", false},
    {"N/A",             FORM_WORD,       NEEDED,   na_words, NULL, false},
    {"placeholder",     FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"example",         FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"since",           FORM_VERSION,    NEEDED,   NULL, NULL, false},
    {"until",           FORM_VERSION,    OPTIONAL, NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means since",     FORM_ADDED,      OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key list_keys[] = {
    {"list",            FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key value_keys[] = {
    {"value",           FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         OPTIONAL, NULL, NULL, false},
    {"list",            FORM_REFERENCE,  NEEDED,   NULL, "list", false},
    {"spellings",       FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"words",           FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key rule_keys[] = {
    {"rule",            FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"part",            FORM_WORD,       NEEDED,   part_words, NULL, false},
    {"severity",        FORM_WORD,       NEEDED,   severity_words, NULL, false},
    {"finds",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"says",            FORM_MESSAGE,    NEEDED,   NULL, NULL, false},
    {"related",         FORM_MESSAGE,    OPTIONAL, NULL, NULL, false},
    {"softened",        FORM_WORD,       OPTIONAL, yes_words, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"bad",             FORM_BLOCK,      OPTIONAL, NULL, NULL, false},
    {"good",            FORM_BLOCK,      OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key case_keys[] = {
    {"case",            FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"rule",            FORM_REFERENCE,  NEEDED,   NULL, "rule", false},
    {"severity",        FORM_WORD,       NEEDED,   severity_words, NULL, false},
    {"since",           FORM_VERSION,    OPTIONAL, NULL, NULL, false},
    {"says",            FORM_MESSAGE,    NEEDED,   NULL, NULL, false},
    {"related",         FORM_MESSAGE,    OPTIONAL, NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key fix_keys[] = {
    {"fix",             FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"says",            FORM_TITLE,      NEEDED,   NULL, NULL, false},
    {"safe",            FORM_WORD,       NEEDED,   yes_words, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key phrases_keys[] = {
    {"phrases",         FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"about",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"phrase",          FORM_PHRASES,    REPEATED, NULL, NULL, true},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key policy_keys[] = {
    {"policy",          FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"name",            FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"aliases",         FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"version",         FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"date",            FORM_DATE,       NEEDED,   NULL, NULL, false},
    {"url",             FORM_URL,        NEEDED,   NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key reason_keys[] = {
    {"reason",          FORM_REFERENCE,  NEEDED,   NULL, "value", true},
    {"code",            FORM_NUMBER,     NEEDED,   NULL, NULL, true},
    {"TLS subscribers", FORM_WORD,       NEEDED,   yes_words, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key oid_keys[] = {
    {"oid",             FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"name",            FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"type",            FORM_REFERENCE,  NEEDED,   NULL, "value", false},
    {"policy",          FORM_REFERENCE,  NEEDED,   NULL, "policy", false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key tag_keys[] = {
    {"tag",             FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"aliases",         FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"delays",          FORM_WORD,       NEEDED,   yes_words, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key directive_keys[] = {
    {"directive",       FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"takes",           FORM_WORD,       NEEDED,   takes_words, NULL, false},
    {"example",         FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key key_keys[] = {
    {"key",             FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"words",           FORM_NAMES,      OPTIONAL, NULL, NULL, true},
    {"example",         FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key step_keys[] = {
    {"step",            FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"report",          FORM_REFERENCE,  NEEDED,   NULL, "report", false},
    {"since",           FORM_VERSION,    NEEDED,   NULL, NULL, false},
    {"until",           FORM_VERSION,    OPTIONAL, NULL, NULL, false},
    {"means",           FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {"url",             FORM_URL,        OPTIONAL, NULL, NULL, false},
    {"anchor",          FORM_ANCHOR,     NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key offer_keys[] = {
    {"offer",           FORM_TEXT,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"typed",           FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {"prompt",          FORM_TEXT,       OPTIONAL, NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

static const struct key facts_keys[] = {
    {"facts",           FORM_NAME,       NEEDED,   NULL, NULL, true},
    {"id",              FORM_ID,         NEEDED,   NULL, NULL, false},
    {"as of",           FORM_DATE,       NEEDED,   NULL, NULL, false},
    {"from",            FORM_TEXT,       NEEDED,   NULL, NULL, false},
    {NULL, FORM_TEXT, NEEDED, NULL, NULL, false},
};

const struct kind kinds[] = {
    {"guidelines", NULL,      NULL,      guidelines_keys},
    {"report",     "REPORT",  NULL,      report_keys},
    {"section",    "SECTION", NULL,      section_keys},
    {"field",      "FIELD",   "section", field_keys},
    {"column",     "COLUMN",  "section", column_keys},
    {"list",       "LIST",    NULL,      list_keys},
    {"value",      "VALUE",   "list",    value_keys},
    {"rule",       NULL,      NULL,      rule_keys},
    {"case",       NULL,      "rule",    case_keys},
    {"fix",        "FIX",     NULL,      fix_keys},
    {"phrases",    "PHRASES", "phrases", phrases_keys},
    {"policy",     NULL,      NULL,      policy_keys},
    {"reason",     NULL,      NULL,      reason_keys},
    {"oid",        NULL,      NULL,      oid_keys},
    {"tag",        NULL,      NULL,      tag_keys},
    {"directive",  "DIRECTIVE", NULL,    directive_keys},
    {"key",        "KEY",     NULL,      key_keys},
    {"step",       "STEP",    NULL,      step_keys},
    {"offer",      "OFFER",   NULL,      offer_keys},
    {"facts",      "FACTS",   NULL,      facts_keys},
    {NULL,         NULL,      NULL,      NULL},
};
