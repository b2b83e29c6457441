/*
 * Prints the words of the rules as a dictionary for libFuzzer: what makes a
 * text a report, and a report a good or a bad one.
 */
#include <stdio.h>

#include "rules.h"

/* One word, quoted as libFuzzer wants it. */
static void print_word(const char *word)
{
    if (!*word)
        return;
    putchar('"');
    for (; *word; word++) {
        unsigned char byte = (unsigned char)*word;

        if (byte == '"' || byte == '\\')
            printf("\\%c", byte);
        else if (byte < ' ' || byte > '~')
            printf("\\x%02X", byte);
        else
            putchar(byte);
    }
    puts("\"");
}

int main(void)
{
    for (size_t index = 0; index < REPORT_COUNT; index++)
        print_word(rule_reports[index].name);
    for (size_t index = 0; index < SECTION_COUNT; index++)
        print_word(rule_sections[index].name);
    for (size_t index = 0; index < FIELD_COUNT; index++)
        print_word(rule_fields[index].label);
    for (size_t index = 0; index < COLUMN_COUNT; index++)
        print_word(rule_columns[index].label);
    for (size_t index = 0; index < VALUE_COUNT; index++)
        print_word(rule_values[index].value);
    for (size_t index = 0; index < RULE_COUNT; index++)
        print_word(rules[index].id);
    for (size_t index = 0; index < DIRECTIVE_COUNT; index++)
        print_word(rule_directives[index].name);
    for (size_t list = 0; list < PHRASES_COUNT; list++) {
        for (size_t index = 0; index < rule_phrase_lists[list].count; index++)
            print_word(rule_phrase_lists[list].phrases[index].folded);
    }
    return 0;
}
