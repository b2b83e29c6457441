-- Starts incident-ls for Markdown and makes :IncidentReport; see
-- :help incident-ls.

if vim.g.loaded_incident_ls or vim.fn.has('nvim-0.7') == 0 then
  return
end
vim.g.loaded_incident_ls = true

require('incident-ls').load()
