/* A list of certificates, made of what people paste for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "certificate_maker.h"
#include "stage.h"

#define APPENDIX FULL "### Appendix\n\n"
#define NAMES                                                                 \
    "Precertificate SHA-256 hash,Certificate SHA-256 hash,Subject,Issuer,"    \
    "Not before,Not after,Serial #,dNSNames,Is revoked?,Revocation date,"     \
    "Revocation reason"
#define LIST(more, rows) "```csv\n" NAMES more "\n" rows "```"
#define ONE "A1A2A3A4A5A6A7A8A1A2A3A4A5A6A7A8A1A2A3A4A5A6A7A8A1A2A3A4A5A6A7A8"
#define TWO "b1a2a3a4a5a6a7a8a1a2a3a4a5a6a7a8a1a2a3a4a5a6a7a8a1a2a3a4a5a6a7a8"

static const struct {
    const char *before, *after;     /* NULL: nothing is offered */
} rows[] = {
    /* Of a spreadsheet: tabs, semicolons, blanks; columns in another order. */
    {APPENDIX "Serial #\tSubject\tIssuer\tOwner\n"
              "01<|>\tCN=a\tCN=b\tX\n02\tCN=\"c\", O=d\tCN=b\t\n\nWords.\n",
     APPENDIX LIST(",Owner", ",,CN=a,CN=b,,,01,,,,,X\n"
                   ",,\"CN=\"\"c\"\", O=d\",CN=b,,,02,,,,,\n") "\n\nWords.\n"},
    {APPENDIX "```\nSubject;Issuer;Serial #\nCN=a;\"CN=b;c\";01\n```<|>\n",
     APPENDIX LIST("", ",,CN=a,CN=b;c,,,01,,,,\n") "\n"},
    {APPENDIX "Subject  Issuer  Serial #\nCN=a<|>  CN=b c   01\n",
     APPENDIX LIST("", ",,CN=a,CN=b c,,,01,,,,\n") "\n"},
    /* Tables, upright and on their side, one for each certificate. */
    {APPENDIX "| Subject | Issuer | Serial # |\n| - | - | - |\n"
              "| a, b<|> | c\\|d | `01` |\n",
     APPENDIX LIST("", ",,\"a, b\",c\\|d,,,01,,,,\n") "\n"},
    {APPENDIX "| Field | A | B |\n| - | - | - |\n| **Subject** | a | b |\n"
              "| **Issuer** | c | d |\n| **Serial #** | 01<|> | 02 |\n",
     APPENDIX LIST("", ",,a,c,,,01,,,,\n,,b,d,,,02,,,,\n") "\n"},
    {APPENDIX "| Subject | a<|> |\n| - | - |\n| Issuer | b |\n| Serial # | 01 |\n"
              "\n| Subject | c |\n| - | - |\n| Issuer | d |\n| Serial # | 02 |\n",
     APPENDIX LIST("", ",,a,b,,,01,,,,\n,,c,d,,,02,,,,\n") "\n"},
    /* Links and hashes. */
    {APPENDIX "These:\n\n- https://crt.sh/?sha256=" ONE "\n"
              "- <https://crt.sh/?q=" TWO "><|>\n",
     APPENDIX "These:\n\n" LIST("", "," ONE ",,,,,,,,,\n," TWO ",,,,,,,,,\n")
     "\n"},
    {APPENDIX ONE "<|>\n\n" TWO "\n",
     APPENDIX LIST("", "," ONE ",,,,,,,,,\n," TWO ",,,,,,,,,\n") "\n"},
    {APPENDIX "1. " ONE "<|>\n",
     APPENDIX LIST("", "," ONE ",,,,,,,,,\n") "\n"},
    /* Words after a hash, in any row; a hash in a link's words. */
    {APPENDIX ONE "<|>\n" TWO " - the last, revoked\n",
     APPENDIX LIST(",Further 1", "," ONE ",,,,,,,,,,\n"
                   "," TWO ",,,,,,,,,,\"the last, revoked\"\n") "\n"},
    {APPENDIX "[" ONE "](https://crt.sh/?id=5)<|>\n",
     APPENDIX LIST(",Link", "," ONE ",,,,,,,,,,https://crt.sh/?id=5\n") "\n"},
    /* Links that tell no hash: it is not known, and they are kept. */
    {APPENDIX "https://crt.sh/?id=5<|>\n",
     APPENDIX LIST(",Link", ",,,,,,,,,,,https://crt.sh/?id=5\n") "\n"},
    {APPENDIX "- <https://crt.sh/?id=5>\n- https://crt.sh/?q=" ONE "<|>\n",
     APPENDIX LIST(",Link", ",,,,,,,,,,,https://crt.sh/?id=5\n"
                   "," ONE ",,,,,,,,,,\n") "\n"},
    {APPENDIX "See https://crt.sh/?id=5 for it.<|>\n", NULL},
    {APPENDIX "- [The first](https://crt.sh/?id=5)<|>\n"
              "- [the second](https://crt.sh/?sha256=" ONE "), revoked\n"
              "- [https://crt.sh/?id=7](https://crt.sh/?id=7)\n",
     APPENDIX LIST(",Further 1,Further 2,Link",
                   ",,,,,,,,,,,The first,,https://crt.sh/?id=5\n"
                   "," ONE ",,,,,,,,,,the second,revoked,\n"
                   ",,,,,,,,,,,,,https://crt.sh/?id=7\n") "\n"},
    {APPENDIX "[the guidelines](https://www.ccadb.org/)<|>\n", NULL},
    /* Line by line, each with its name. */
    {APPENDIX "SHA-256: " ONE "<|>\nSHA-256: " TWO "\n",
     APPENDIX LIST("", "," ONE ",,,,,,,,,\n," TWO ",,,,,,,,,\n") "\n"},
    {APPENDIX "- **Serial #:** 01\n- **SHA-256:** " ONE "\n- Subject: CN=a\n\n"
              "Words.\n\nSerial #: 02<|>\nOwner: X\nSHA-256: " TWO "\n\n"
              "Serial #: 03\nSubject: CN=c\nSHA-256: " ONE "\n",
     APPENDIX "- **Serial #:** 01\n- **SHA-256:** " ONE "\n- Subject: CN=a\n\n"
              "Words.\n\n"
     LIST(",Owner", "," TWO ",,,,,02,,,,,X\n," ONE ",CN=c,,,,03,,,,,\n")
     "\n"},
    {APPENDIX "Subject: CN=a<|>\n", NULL},
    {APPENDIX "Note: these are all.<|>\n", NULL},
    /* Few names, where a certificate follows. */
    {APPENDIX "Subject<|>\tSHA-256\na\t" ONE "\n",
     APPENDIX LIST("", "," ONE ",a,,,,,,,,\n") "\n"},
    {APPENDIX "| SHA-256<|> | " ONE " | " TWO " |\n| - | - | - |\n"
              "| Subject | a | b |\n",
     APPENDIX LIST("", "," ONE ",a,,,,,,,,\n," TWO ",b,,,,,,,,\n") "\n"},
    {APPENDIX "Subject\tOwner\na<|>\tb\n", NULL},
    /* Quoted cells of several lines, closed and not. */
    {APPENDIX "SHA-256\tdNSNames\tSubject\n" ONE "\t\"a.b\n c.d\"\ta<|>\n"
              TWO "\te.f\tb\n",
     APPENDIX LIST("", "," ONE ",a,,,,,\"a.b, c.d\",,,\n"
                   "," TWO ",b,,,,,e.f,,,\n") "\n"},
    {APPENDIX "```\nSubject;SHA-256\n\"a\r\nb\";" ONE "<|>\n```\n",
     APPENDIX LIST("", "," ONE ",\"a, b\",,,,,,,,\n") "\n"},
    {APPENDIX ONE ",\"a<|>\n" TWO ",b\n",
     APPENDIX LIST(",Further 1", "," ONE ",,,,,,,,,,a\n"
                   "," TWO ",,,,,,,,,,b\n") "\n"},
    /* Without names, in the order of the guidelines. */
    {APPENDIX "<|>N/A," ONE ",a,b,2026-05-01,2026-06-01,01,a.b,No,N/A,N/A\n",
     APPENDIX LIST("", "N/A," ONE ",a,b,2026-05-01,2026-06-01,01,a.b,No,N/A,"
                   "N/A\n") "\n"},
    /* The cursor is at the heading; the list is in one of two. */
    {FULL "### <|>Appendix\n\nWords.\n\n" ONE "\n",
     APPENDIX "Words.\n\n" LIST("", "," ONE ",,,,,,,,,\n") "\n"},
    {APPENDIX ONE "\n\nWords.\n\n<|>" TWO "\n",
     APPENDIX ONE "\n\nWords.\n\n" LIST("", "," TWO ",,,,,,,,,\n") "\n"},
    /* Nothing to be made, or not here. */
    {APPENDIX LIST("", "N/A," ONE ",a,b,,,,,,,\n") "<|>\n", NULL},
    {APPENDIX "Words, and more; of them.<|>\n", NULL},
    {APPENDIX "<|>", NULL},
    {APPENDIX "```\n```<|>\n", NULL},
    {APPENDIX "| Bug | Date |\n| - | - |\n| 1 | 2<|> |\n", NULL},
    {FULL "### Impact\n\n" ONE "<|>\n", NULL},
};

static char *made_of(const struct stage *stage)
{
    struct made_list list;
    struct buffer after = {NULL, 0, 0};

    if (!certificate_maker_read(&list, &stage->reports, stage->offset))
        return NULL;
    buffer_add(&after, stage->bytes.bytes, list.span.start);
    buffer_add_slice(&after, buffer_slice(&list.text));
    buffer_add(&after, stage->bytes.bytes + list.span.end,
               stage->bytes.length - list.span.end);
    buffer_free(&list.text);
    return buffer_take(&after);
}

static void makes_a_list(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        struct stage stage;
        char *after;

        stage_open(&stage, rows[index].before, "\n", SNIPPET_NONE);
        after = made_of(&stage);
        if (rows[index].after && after)
            assert_string_equal(after, rows[index].after);
        else if (after || rows[index].after)
            fail_msg("of\n%s\ncame\n%s", rows[index].before,
                     after ? after : "nothing");
        memory_free(after);
        stage_close(&stage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_a_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
