// Starts `advise lsp` and hands it the settings; everything else is done by the server.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function argumentsOf(settings) {
  const language = settings.get("language");
  return language === "auto" ? ["lsp"] : ["lsp", "--lang", language];
}

async function start() {
  const settings = workspace.getConfiguration("advise");
  client = new LanguageClient(
    "advise",
    "advise",
    { command: settings.get("path"), args: argumentsOf(settings) },
    {
      documentSelector: [{ language: "advise" }, { scheme: "file", pattern: "**/*.txt" }], // profiles; the server is silent about other texts
      initializationOptions: { profile: settings.get("profile"), rules: settings.get("rules") },
      synchronize: { configurationSection: "advise", fileEvents: workspace.createFileSystemWatcher("**/*.{rules,txt,json}") },
    }
  );
  await client.start();
}

async function activate(context) {
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration("advise.path") && !change.affectsConfiguration("advise.language")) return;
      await deactivate();
      await start();
    })
  );
  await start();
}

async function deactivate() {
  if (client) await client.stop();
  client = undefined;
}

module.exports = { activate, deactivate };
