/*
 * diagnostics.h - the findings of a document, in the client's terms.
 */
#ifndef SESSION_DIAGNOSTICS_H
#define SESSION_DIAGNOSTICS_H

#include "client.h"
#include "documents.h"

/*
 * The most that are sent for a document; one more says how many are left out.
 */
#define DIAGNOSTICS_MAX 1000

/* A new array of diagnostics for what was found at DOCUMENT's last check. */
json_t *diagnostics_of(const struct document *document,
                       const struct lsp_client *client);

/* The same for a list of certificates, the file of URI. */
json_t *diagnostics_of_list(const struct certificate_file *list,
                            struct slice uri, const struct lsp_client *client);

/* The diagnostic of FINDING, one of those of DOCUMENT, new. */
json_t *diagnostic_of_finding(const struct document *document,
                              const struct lsp_client *client,
                              const struct finding *finding);

#endif
