-- What Neovim 0.11 and later needs to know of the server.
return {
  cmd = { 'incident-ls', '--stdio' },
  filetypes = { 'markdown' },
  root_markers = { '.incident-ls.json', '.git' },
  init_options = vim.g.incident_ls,
}
