/*
 * forms.c - what single values may look like.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* Longer messages don't fit in an editor's list of problems. */
#define MESSAGE_LENGTH 160

static const char *const places[] = {
    "{value}", "{label}",    "{section}", "{report}",
    "{other}", "{expected}", "{count}",   NULL,
};

/* The place in braces that TEXT begins with, or NULL. */
static const char *place_at(const char *text)
{
    for (size_t i = 0; places[i]; i++) {
        if (strncmp(text, places[i], strlen(places[i])) == 0)
            return places[i];
    }
    return NULL;
}

/* What is wrong with the places in VALUE, or its length; NULL if nothing. */
static const char *places_fault(const char *value)
{
    if (strlen(value) > MESSAGE_LENGTH)
        return "is longer than 160 bytes";
    for (const char *text = value; *text; text++) {
        const char *place = place_at(text);

        if (place)
            text += strlen(place) - 1;
        else if (*text == '{' || *text == '}')
            return "has a brace that isn't {value}, {label}, {section}, "
                   "{report}, {other}, {expected} or {count}";
    }
    return NULL;
}

static bool ends_a_sentence(const char *value)
{
    return strchr(".?", value[strlen(value) - 1]) != NULL;
}

const char *message_fault(const char *value)
{
    if (!ends_a_sentence(value))
        return "doesn't end like a sentence";
    return places_fault(value);
}

const char *title_fault(const char *value)
{
    if (ends_a_sentence(value))
        return "ends like a sentence";
    return places_fault(value);
}

const char *anchor_fault(const char *value)
{
    if (value[strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
        return "isn't the anchor of a heading";
    return NULL;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

static bool has_digits_at(const char *value, const char *form)
{
    if (strlen(value) != strlen(form))
        return false;
    for (size_t i = 0; form[i]; i++) {
        bool digit = value[i] >= '0' && value[i] <= '9';

        if (form[i] == '0' ? !digit : value[i] != form[i])
            return false;
    }
    return true;
}

bool read_day(const char *value, int *day)
{
    int year = 0;
    int month = 0;
    int date = 0;

    if (!has_digits_at(value, "0000-00-00"))
        return false;
    year = (int)strtol(value, NULL, 10);
    month = (int)strtol(value + 5, NULL, 10);
    date = (int)strtol(value + 8, NULL, 10);
    if (year < 1970 || month < 1 || month > 12 || date < 1 ||
        date > days_in(year, month))
        return false;
    *day = date - 1;
    while (--month > 0)
        *day += days_in(year, month);
    while (--year >= 1970)
        *day += 365 + is_leap(year);
    return true;
}
