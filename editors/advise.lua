-- Neovim 0.7 or newer: put this file into ~/.config/nvim/plugin/
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.rules",
  callback = function(event)
    vim.bo[event.buf].filetype = "advise"
    vim.bo[event.buf].commentstring = "# %s"
    Advise_client = Advise_client or vim.lsp.start_client({ name = "advise", cmd = { "advise", "lsp" }, root_dir = vim.fn.getcwd() })
    vim.lsp.buf_attach_client(event.buf, Advise_client)
  end,
})
