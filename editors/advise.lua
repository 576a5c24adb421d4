-- Neovim 0.7 or newer: put this file into ~/.config/nvim/plugin/
local function on_attach(_, buffer) -- Ctrl-X Ctrl-O completes
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  local keys = { K = "hover", gd = "definition", gr = "references", ["<leader>rn"] = "rename", ["<leader>ca"] = "code_action", ["<leader>f"] = "format" }
  for key, what in pairs(keys) do vim.keymap.set("n", key, function() (vim.lsp.buf[what] or vim.lsp.buf.formatting)() end, { buffer = buffer }) end
end
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = { "*.rules", "*.txt" }, -- a text beside rules may be a profile; the server is silent about any other
  callback = function(event)
    local rules = event.file:match("%.rules$")
    if not rules and vim.fn.glob(vim.fn.fnamemodify(event.file, ":p:h") .. "/*.rules") == "" then return end
    if rules then vim.bo[event.buf].filetype = "advise" end
    vim.bo[event.buf].commentstring = "# %s"
    Advise_client = Advise_client or vim.lsp.start_client({ name = "advise", cmd = { "advise", "lsp" }, root_dir = vim.fn.getcwd(), on_attach = on_attach })
    vim.lsp.buf_attach_client(event.buf, Advise_client)
  end,
})
