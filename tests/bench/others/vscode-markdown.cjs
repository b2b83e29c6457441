// VS Code's Markdown server with its checks switched on. It leaves the parse
// to its editor; here markdown-it is in the server, where VS Code has it.
'use strict';
const MarkdownIt = require('markdown-it');
const { createConnection } = require('vscode-languageserver/node');
const lsp = require('vscode-languageserver');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { githubSlugifier } = require('vscode-markdown-languageservice');
const folder = 'vscode-langservers-extracted/lib/markdown-language-server';
const { startServer } = require(`${folder}/server`);
const { VsCodeClientWorkspace } = require(`${folder}/workspace`);

const warning = { enabled: 'warning' };
const settings = {
    markdown: {
        validate: {
            enabled: true,
            referenceLinks: warning,
            fragmentLinks: warning,
            fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
            unusedLinkDefinitions: warning,
            duplicateLinkDefinitions: warning,
            ignoredLinks: [],
        },
        suggest: { paths: { enabled: false } },
        occurrencesHighlight: { enabled: false },
    },
};
const connection = createConnection();
const documents = new lsp.TextDocuments(TextDocument);
const notebooks = new lsp.NotebookDocuments(documents);
const logger = { level: 0, log: () => {} };
const markdown = new MarkdownIt();

startServer(connection, {
    documents,
    notebooks,
    logger,
    configurationManager: {
        getSettings: () => settings,
        onDidChangeConfiguration: () => ({ dispose: () => {} }),
    },
    parser: {
        slugifier: githubSlugifier,
        tokenize: (text) => markdown.parse(text.getText(), {}),
    },
    workspaceFactory: ({ connection, config }) =>
        new VsCodeClientWorkspace(connection, config, documents, notebooks,
                                  logger),
});
