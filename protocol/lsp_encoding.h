/* lsp_encoding.h - what position encodings are called, for both directions. */
#ifndef PROTOCOL_LSP_ENCODING_H
#define PROTOCOL_LSP_ENCODING_H

#include "lsp.h"

const char *lsp_encoding_name(enum lsp_encoding encoding);     /* constant */

#endif
