-- What vim.lsp.enable('incident-ls') starts: Neovim 0.11 and later.
return require('incident-ls.client').config()
