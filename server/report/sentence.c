/* Compares sentences by their words alone. */
#include "sentence.h"

#include <string.h>

#include "memory.h"
#include "rules.h"

/* With fewer words, nobody can tell what a line is part of. */
#define WORDS_LEAST 4

/* The words of TEXT, folded, with one blank between them; new. *COUNT gets how
 * many there are. */
static char *words_of(struct slice text, size_t *count)
{
    char *words = memory_new(text.length + 1);
    char *to = words;

    fold(text, words, text.length + 1);
    *count = 0;
    for (const char *from = words; *from; from++) {
        if (byte_is_word(*from)) {
            *count += to == words || to[-1] == ' ';
            *to++ = *from;
        } else if (*from == ' ' && to > words && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to > words && to[-1] == ' ')
        to--;
    *to = '\0';
    return words;
}

bool sentence_in(struct slice text, const char *sentence)
{
    size_t count;
    char *words = words_of(text, &count);
    char *wanted = words_of(slice_of(sentence), &count);
    bool found = strstr(words, wanted) != NULL;

    memory_free(wanted);
    memory_free(words);
    return found;
}

bool sentence_has(const char *sentence, struct slice line)
{
    size_t count, all;
    char *words = words_of(line, &count);
    char *whole = words_of(slice_of(sentence), &all);
    bool found = count >= WORDS_LEAST &&
                 (strstr(whole, words) || strstr(words, whole));

    memory_free(whole);
    memory_free(words);
    return found;
}
