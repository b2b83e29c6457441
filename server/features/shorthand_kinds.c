/*
 * The kinds of shorthand: numbers of bugs and the like, and addresses.
 *
 * They are read by hand, not by patterns: in Bugzilla's regular expressions a
 * word may have letters of any script, which those of POSIX do not know, and a
 * matcher of our own would be longer than what it would read.
 */
#include "shorthand_kinds.h"

#include <string.h>

#include "array.h"
#include "characters.h"
#include "shorthand.h"
#include "utf8.h"

/* No bug, comment or attachment has a number of more digits. */
#define DIGITS_MOST 9

/* The end of the text, which is not part of any word. */
#define NO_CHARACTER 0

/* The character that begins at OFFSET, or NO_CHARACTER past the end. */
static uint32_t character_at(struct slice text, size_t offset)
{
    size_t size;

    return offset < text.length ? utf8_character(text.bytes + offset, &size)
                                : NO_CHARACTER;
}

static size_t size_at(struct slice text, size_t offset)
{
    size_t size;

    utf8_character(text.bytes + offset, &size);
    return size;
}

/* The character that ends at OFFSET; NO_CHARACTER at a link's end. */
static uint32_t character_before(const struct shorthand_place *place,
                                 size_t offset)
{
    if (offset == place->from)
        return NO_CHARACTER;
    do
        offset--;
    while (byte_continues(place->text.bytes[offset]));
    return character_at(place->text, offset);
}

static bool begins_word(const struct shorthand_place *place)
{
    return character_is_word(character_at(place->text, place->at)) &&
           !character_is_word(character_before(place, place->at));
}

static bool ends_word(struct slice text, size_t offset)
{
    return !character_is_word(character_at(text, offset));
}

static bool take(struct slice text, size_t *at, const char *words)
{
    bool taken = slice_has(text, *at, words);

    *at += taken ? strlen(words) : 0;
    return taken;
}

/* In whatever case. */
static bool take_word(struct slice text, size_t *at, const char *word)
{
    bool taken = slice_has_word(text, *at, word);

    *at += taken ? strlen(word) : 0;
    return taken;
}

static void take_blanks(struct slice text, size_t *at)
{
    while (character_is_blank(character_at(text, *at)))
        *at += size_at(text, *at);
}

/* Takes up to MOST of the characters that IS says yes to; how many. */
static size_t take_all(struct slice text, size_t *at, size_t most,
                       bool (*is)(uint32_t character))
{
    size_t count = 0;

    while (count < most && is(character_at(text, *at))) {
        *at += size_at(text, *at);
        count++;
    }
    return count;
}

/* Takes "WORD 12", "WORD #12" or "WORD12"; its digits are NUMBER. */
static bool take_numbered(struct slice text, size_t *at, const char *word,
                          struct slice *number)
{
    size_t end = *at;
    size_t start;

    if (!take_word(text, &end, word))
        return false;
    take_blanks(text, &end);
    if (take(text, &end, "#"))
        take_blanks(text, &end);
    start = end;
    if (!take_all(text, &end, SIZE_MAX, character_is_digit))
        return false;
    *number = slice_part(text, start, end);
    *at = end;
    return true;
}

static void add(struct buffer *target, const char *words, struct slice slice)
{
    buffer_add_string(target, words);
    buffer_add_slice(target, slice);
}

static bool can_be(struct slice number)
{
    return number.length <= DIGITS_MOST && slice_at(number, 0) != '0';
}

/* "bug 12", "bug 12, comment 3", "comment 3". */
static size_t bug_ends(const struct shorthand_place *place,
                       struct buffer *target)
{
    struct slice text = place->text;
    struct slice bug, comment;
    size_t end = place->at;
    size_t past;

    if (!begins_word(place))
        return place->at;
    if (take_numbered(text, &end, "comment", &comment)) {
        add(target, "#c", comment);
        return end;
    }
    if (!take_numbered(text, &end, "bug", &bug) || !can_be(bug))
        return place->at;
    add(target, BUGZILLA "show_bug.cgi?id=", bug);
    past = end;
    take_blanks(text, &past);
    if (take(text, &past, ","))
        take_blanks(text, &past);
    if (!take_numbered(text, &past, "comment", &comment))
        return end;
    add(target, "#c", comment);
    return past;
}

static size_t attachment_ends(const struct shorthand_place *place,
                              struct buffer *target)
{
    size_t end = place->at;
    struct slice number;

    if (!begins_word(place) ||
        !take_numbered(place->text, &end, "attachment", &number) ||
        !can_be(number))
        return place->at;
    add(target, BUGZILLA "attachment.cgi?id=", number);
    return end;
}

/* "CVE-2024-1234": a year, then four digits or more that are no padding. */
static size_t cve_ends(const struct shorthand_place *place,
                       struct buffer *target)
{
    uint32_t before = character_before(place, place->at);
    struct slice text = place->text;
    size_t end = place->at;
    size_t start, digits;

    if (!begins_word(place) || before == '/' || before == '=' ||
        !(take(text, &end, "CVE-") || take(text, &end, "CAN-")) ||
        take_all(text, &end, 4, character_is_digit) < 4 ||
        !take(text, &end, "-"))
        return place->at;
    start = end;
    digits = take_all(text, &end, SIZE_MAX, character_is_digit);
    if (digits < 4 || (digits > 4 && text.bytes[start] == '0') ||
        !ends_word(text, end))
        return place->at;
    add(target,
        "https://www.cve.org/CVERecord?id=", slice_part(text, place->at, end));
    return end;
}

static bool is_hexadecimal(uint32_t character)
{
    return character_is_digit(character) ||
           (character >= 'a' && character <= 'f');
}

/* "bp-" and the number of a crash, a UUID. */
static size_t crash_ends(const struct shorthand_place *place,
                         struct buffer *target)
{
    static const size_t groups[] = {8, 4, 4, 4, 12};
    struct slice text = place->text;
    size_t end = place->at;

    if (!begins_word(place) || character_before(place, end) == '/' ||
        !take(text, &end, "bp-"))
        return place->at;
    for (size_t i = 0; i < LENGTH_OF(groups); i++) {
        if ((i && !take(text, &end, "-")) ||
            take_all(text, &end, groups[i], is_hexadecimal) < groups[i])
            return place->at;
    }
    if (!ends_word(text, end))
        return place->at;
    add(target, "https://crash-stats.mozilla.org/report/index/",
        slice_part(text, place->at + strlen("bp-"), end));
    return end;
}

static bool follows_space(const struct shorthand_place *place)
{
    return character_is_space(character_before(place, place->at));
}

/* "r1234", of a repository that is no more. */
static size_t revision_ends(const struct shorthand_place *place,
                            struct buffer *target)
{
    size_t end = place->at;

    if ((place->at && !follows_space(place)) || !take(place->text, &end, "r") ||
        take_all(place->text, &end, SIZE_MAX, character_is_digit) < 4 ||
        !ends_word(place->text, end))
        return place->at;
    add(target, "https://viewvc.svn.mozilla.org/vc?view=rev&revision=",
        slice_part(place->text, place->at + 1, end));
    return end;
}

static bool is_of_name(uint32_t character)
{
    return character < 0x80 && (character_is_word(character) ||
                                character == '.' || character == '-');
}

/* "owner/repository#12". */
static size_t issue_ends(const struct shorthand_place *place,
                         struct buffer *target)
{
    struct slice text = place->text;
    size_t end = place->at;
    size_t name_end;

    if (!follows_space(place) || !take_all(text, &end, SIZE_MAX, is_of_name) ||
        !take(text, &end, "/") || !take_all(text, &end, SIZE_MAX, is_of_name))
        return place->at;
    name_end = end;
    if (!take(text, &end, "#") ||
        !take_all(text, &end, SIZE_MAX, character_is_digit) ||
        !ends_word(text, end))
        return place->at;
    add(target, "https://github.com/", slice_part(text, place->at, name_end));
    add(target, "/issues/", slice_part(text, name_end + 1, end));
    return end;
}

static bool is_of_url(uint32_t character)
{
    return character && character != '<' && character != '>' &&
           character != '"' && !character_is_space(character);
}

static bool take_protocol(struct slice text, size_t *at)
{
    static const char *const protocols[] = {
        "afs:",  "cid:", "ftp:",  "gopher:", "http:",     "https:",  "irc:",
        "ircs:", "mid:", "news:", "nntp:",   "prospero:", "telnet:", "wais:",
    };

    for (size_t i = 0; i < LENGTH_OF(protocols); i++) {
        if (take_word(text, at, protocols[i]))
            return true;
    }
    return false;
}

/* An address that begins as one; it ends with a slash, a letter or a digit,
 * three characters or more after the protocol, none a colon at first. */
static size_t url_ends(const struct shorthand_place *place,
                       struct buffer *target)
{
    struct slice text = place->text;
    size_t end = place->at;
    size_t last = place->at;
    size_t count = 0;

    if (!begins_word(place) || !take_protocol(text, &end) ||
        character_at(text, end) == ':')
        return place->at;
    while (is_of_url(character_at(text, end))) {
        uint32_t character = character_at(text, end);

        end += size_at(text, end);
        if (++count > 2 && (character == '/' || character_is_word(character)))
            last = end;
    }
    if (last > place->at)
        add(target, "", slice_part(text, place->at, last));
    return last;
}

/* What may stand between the words before an @. */
static bool joins_words(uint32_t character)
{
    return character == '.' || character == '-' || character == '+' ||
           character == '=';
}

static bool is_of_local_part(uint32_t character)
{
    return character_is_word(character) || joins_words(character);
}

static bool is_of_domain(uint32_t character)
{
    return character_is_word(character) || character == '-';
}

/* Takes "mail.example.com": a dot at least, and a word at the end. */
static bool take_domain(struct slice text, size_t *at)
{
    size_t end = *at;
    size_t last = *at;

    if (!take_all(text, &end, SIZE_MAX, is_of_domain))
        return false;
    while (take(text, &end, ".")) {
        size_t start = end;
        size_t word;

        take_all(text, &end, SIZE_MAX, is_of_domain);
        for (word = end; word > start && text.bytes[word - 1] == '-';)
            word--;
        if (word > start)
            last = word;
        if (end == start)
            break;
    }
    if (last == *at)
        return false;
    *at = last;
    return true;
}

/* True if AT is the first place in its run of such characters where a word
 * begins; further ones needn't be tried. */
static bool begins_local_part(const struct shorthand_place *place)
{
    size_t offset = place->at;

    if (!begins_word(place))
        return false;
    while (offset > place->from &&
           joins_words((unsigned char)place->text.bytes[offset - 1]))
        offset--;
    return !character_is_word(character_before(place, offset));
}

static size_t mail_ends(const struct shorthand_place *place,
                        struct buffer *target)
{
    struct slice text = place->text;
    size_t start = place->at;
    size_t end;

    if (!begins_local_part(place))
        return place->at;
    take_word(text, &start, "mailto:");
    end = start;
    if (!take_all(text, &end, SIZE_MAX, is_of_local_part) ||
        !take(text, &end, "@") || !take_domain(text, &end))
        return place->at;
    add(target, "mailto:", slice_part(text, start, end));
    return end;
}

shorthand_kind *const shorthand_kinds[] = {
    crash_ends, cve_ends,        revision_ends, issue_ends, url_ends,
    mail_ends,  attachment_ends, bug_ends,      NULL,
};
