-- Neovim as a client: what arrives in its own coordinates. Prints "N passed, N failed".
local passed, failed = 0, 0
local function check(what, got, wanted)
  if vim.deep_equal(got, wanted) then
    passed = passed + 1
  else
    failed = failed + 1
    print(what .. ": " .. vim.inspect(got) .. " instead of " .. vim.inspect(wanted) .. "\n")
  end
end

local function columns(number)
  local found = vim.diagnostic.get(0)[number] or {}
  return { found.lnum, found.col, found.end_col }
end
local function settled(test) vim.wait(8000, test, 20) end
local function ask(method, line, character, more)
  local params = vim.tbl_extend("force", { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }, more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 8000) or {}
  for _, answer in pairs(answers) do return answer.result end
end

vim.cmd("edit a.rules")
settled(function() return #vim.diagnostic.get(0) >= 2 end)
check("the type of file", vim.bo.filetype, "advise")
check("how many findings", #vim.diagnostic.get(0), 2)
check("columns of bytes behind Persian", columns(1), { 3, 23, 30 })
check("columns of bytes behind an emoji and a joiner", columns(2), { 5, 46, 49 })

local function keys_of(buffer)
  local keys = {}
  for _, map in ipairs(vim.api.nvim_buf_get_keymap(buffer, "n")) do keys[map.lhs] = map.callback ~= nil end
  return keys
end
check("completion by keys", vim.bo.omnifunc, "v:lua.vim.lsp.omnifunc")
for _, key in ipairs({ "K", "gd", "gr", "\\rn", "\\ca", "\\f" }) do check("the key " .. key, keys_of(0)[key], true) end

-- Mend the first by typing: an incremental change in the middle of a line.
vim.api.nvim_buf_set_text(0, 3, 29, 3, 30, { "" })
settled(function() return #vim.diagnostic.get(0) == 1 end)
check("after typing", columns(1), { 5, 46, 49 })
check("definition across an import", ((ask("textDocument/definition", 3, 11) or {}).range or {}).start, { line = 0, character = 5 })
check("hover", (ask("textDocument/hover", 3, 11) or { contents = { value = "" } }).contents.value:find("fact مهارت: level", 1, true) ~= nil, true)
check("symbols", #(ask("textDocument/documentSymbol", 0, 0) or {}), 2)
check("completion", #(ask("textDocument/completion", 3, 18) or { items = {} }).items > 4, true)

vim.api.nvim_win_set_cursor(0, { 4, 10 })
vim.api.nvim_feedkeys("gd", "x", false)
settled(function() return vim.fn.expand("%:t") == "facts.rules" end)
check("the key of the definition", vim.fn.expand("%:t"), "facts.rules")
vim.cmd("edit a.rules")
vim.api.nvim_win_set_cursor(0, { 1, 10 })
vim.api.nvim_feedkeys("gd", "x", false)
settled(function() return vim.fn.expand("%:t") == "facts.rules" end)
check("the definition of an import", vim.fn.expand("%:t"), "facts.rules")
vim.cmd("edit a.rules")

local edit = ask("textDocument/rename", 3, 11, { newName = "کار and دانش" })
if edit then vim.lsp.util.apply_workspace_edit(edit, "utf-16") end
check("renaming quotes", vim.api.nvim_buf_get_lines(0, 3, 4, false)[1], '    when "کار and دانش" >= expert')

vim.api.nvim_buf_set_lines(0, 3, 4, false, { '  when   "کار and دانش"   >=   expert' })
if vim.lsp.buf.formatting_sync then vim.lsp.buf.formatting_sync(nil, 8000) else vim.lsp.buf.format({ timeout_ms = 8000 }) end
check("formatting", vim.api.nvim_buf_get_lines(0, 3, 4, false)[1], '    when "کار and دانش" >= expert')

vim.api.nvim_buf_set_lines(0, 3, 4, false, { '    when   "کار and دانش" >= expert' })
vim.api.nvim_feedkeys("\\f", "x", false)
settled(function() return vim.api.nvim_buf_get_lines(0, 3, 4, false)[1] == '    when "کار and دانش" >= expert' end)
check("the key of the layout", vim.api.nvim_buf_get_lines(0, 3, 4, false)[1], '    when "کار and دانش" >= expert')

vim.cmd("silent wall | edit club/me.txt")
settled(function() return #vim.diagnostic.get(0) == 1 end)
check("a finding in a profile", columns(1), { 1, 10, 17 })
check("hover in a profile", (ask("textDocument/hover", 1, 3) or { contents = { value = "" } }).contents.value:find("fact patience: level", 1, true) ~= nil, true)
check("values of a profile", #(ask("textDocument/completion", 1, 10) or { items = {} }).items, 8)
print(passed .. " passed, " .. failed .. " failed\n")
vim.cmd(failed == 0 and "qa!" or "cq!")
