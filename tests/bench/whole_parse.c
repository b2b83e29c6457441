/* Parses a whole text with cmark-gfm, as renderers do. */
#define CMARK_NO_SHORT_NAMES
#include "whole_parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "stopwatch.h"

double whole_parse(struct slice text)
{
    double start = stopwatch_now();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);

    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser_attach_syntax_extension(parser,
                                         cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text.bytes, text.length);
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    return stopwatch_now() - start;
}
