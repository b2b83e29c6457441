/*
 * command_preview.c - `incident-ls preview FILE...`: reports as Bugzilla will
 * show them.
 */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "command_complain.h"
#include "command_options.h"
#include "command_paths.h"
#include "command_source.h"
#include "memory.h"
#include "preview.h"
#include "process.h"
#include "shorthand.h"
#include "shown.h"

struct request {
    bool fragment;
};

static const struct command_option options[] = {
    {"--fragment", offsetof(struct request, fragment)},
    {NULL},
};

static const char help[] =
    "Usage: incident-ls preview [OPTION...] PATH...\n"
    "\n"
    "Prints a page of HTML: the files (\"-\" is stdin) as Bugzilla will show\n"
    "them when they are posted as comments. Returns 2 if a file can't be\n"
    "shown.\n"
    "\n"
    "  --fragment  print only what comes of the files, without a page around\n"
    "  --help      show this\n";

static const struct command_usage usage = {help, options};

/* About what a comment looks like in Bugzilla. The page fetches nothing. */
static const char page_begins[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\"\n"
    " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>";
static const char title_ends[] =
    "</title>\n"
    "<style>\n"
    ":root { color-scheme: light dark; }\n"
    "body { font: 14px/1.5 sans-serif; max-width: 60em; margin: 2em auto;\n"
    "       padding: 0 1em; overflow-wrap: anywhere; }\n"
    "main + main { border-top: 3px double; margin-top: 2em; }\n"
    "table { border-collapse: collapse; display: block; overflow-x: auto; }\n"
    "th, td { border: 1px solid #8888; padding: 4px 8px; min-width: 6em;\n"
    "         overflow-wrap: normal; }\n"
    "pre, code { font-family: monospace; background: #8882; }\n"
    "pre { padding: 8px; overflow-x: auto; }\n"
    "pre code { background: none; }\n"
    "blockquote { border-left: 4px solid #8888; margin-left: 0;\n"
    "             padding-left: 1em; }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n";
static const char page_ends[] = "</body>\n</html>\n";

static const char *name_of(const char *path)
{
    return strcmp(path, "-") ? path : "<stdin>";
}

static void begin_page(const char *path)
{
    struct buffer title = {NULL, 0, 0};
    const char *name = name_of(path);

    shorthand_add_plain(&title, slice_of(name));
    fputs(page_begins, stdout);
    shown_write(stdout, buffer_slice(&title));
    fputs(title_ends, stdout);
    buffer_free(&title);
}

static void print_html(const struct request *request, const struct buffer *html)
{
    if (!request->fragment)
        fputs("<main>\n", stdout);
    shown_write(stdout, buffer_slice(html));
    if (!request->fragment)
        fputs("</main>\n", stdout);
}

/* False, after a complaint, if the file at PATH cannot be shown. */
static bool show(const struct request *request, const char *path)
{
    struct buffer source = {NULL, 0, 0};
    struct buffer html = {NULL, 0, 0};
    size_t skipped = 0;
    char *fault = command_source_read(path, &source, &skipped);
    const char *refusal = fault;

    if (!fault && !preview_add(&html, buffer_slice(&source), HTML_PLAIN))
        refusal = preview_refusal(buffer_slice(&source));
    if (refusal)
        command_complain("%s: %s", name_of(path), refusal);
    else
        print_html(request, &html);
    buffer_free(&html);
    buffer_free(&source);
    memory_free(fault);
    return !refusal;
}

/* A page being printed. */
struct page {
    const struct request *request;
    bool failed;
};

static void show_next(void *context, const char *path, bool found)
{
    struct page *page = context;

    (void)found;
    if (!show(page->request, path))
        page->failed = true;
}

int command_preview(int argc, char **argv)
{
    struct request request = {false};
    struct page page = {&request, false};
    struct command_line line = {argc, argv};
    int status = COMMAND_CLEAN;

    if (!command_line_read(&line, &usage, &request))
        return line.status;
    if (!line.count) {
        command_complain("which file or folder? (\"-\" is stdin; "
                         "see 'incident-ls preview --help')");
        return COMMAND_FAILED;
    }
    process_limit();
    if (!request.fragment)
        begin_page(line.words[0]);
    if (!command_paths_each(line.words, line.count, show_next, &page) ||
        page.failed)
        status = COMMAND_FAILED;
    if (!request.fragment)
        fputs(page_ends, stdout);
    return status;
}
