// A client of the language server that is a script, in a folder of its own.
#pragma once

#include "../cli/in_process.hpp"

#include <lsp/server.hpp>
#include <lsp/uri.hpp>

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli::testing {

namespace json = boost::json;

/// Opens the server, keeps what it says, answers nothing.
class client {
public:
    explicit client(lsp::server_options chosen = {}, json::object options = {})
        : server_(std::move(chosen), [this](const std::string& body) { said_.push_back(json::parse(body)); }) {
        options["rootUri"] = uri_of("");
        (void)ask("initialize", std::move(options));
        tell("initialized", json::object{});
    }

    [[nodiscard]] static std::string uri_of(const std::string& name) {
        return lsp::uri_of_path((fs::current_path() / name).lexically_normal().string());
    }

    [[nodiscard]] static std::string path_of(const std::string& name) { return (fs::current_path() / name).lexically_normal().string(); }

    void send(const json::value& message) { server_.take({json::serialize(message), lsp::frame_fault::none}); }
    void tell(const std::string& method, json::value params) {
        send(json::object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
    }

    /// The whole answer: with "result" or "error".
    json::object answer(const std::string& method, json::value params) {
        send(json::object{{"jsonrpc", "2.0"}, {"id", ++asked_}, {"method", method}, {"params", std::move(params)}});
        for (const json::value& each : said_)
            if (const json::value* id = lsp::member(each, "id");
                id != nullptr && *id == json::value(asked_) && lsp::member(each, "method") == nullptr)
                return each.as_object();
        return {};
    }
    json::value ask(const std::string& method, json::value params) {
        json::object given = answer(method, std::move(params));
        return given.contains("result") ? given["result"] : json::value(given["error"]);
    }

    void open(const std::string& name, const std::string& text) {
        tell("textDocument/didOpen", {{"textDocument", {{"uri", uri_of(name)}, {"languageId", "advise"}, {"version", 1}, {"text", text}}}});
        server_.settle();
    }
    void change(const std::string& name, const std::optional<lsp::range>& where, const std::string& text) {
        json::object made{{"text", text}};
        if (where) made["range"] = lsp::as_json(*where);
        tell("textDocument/didChange", {{"textDocument", {{"uri", uri_of(name)}, {"version", ++version_}}}, {"contentChanges", json::array{made}}});
    }
    void settle() { server_.settle(); }
    bool prove() {
        while (server_.has_proofs()) server_.prove([] { return false; });
        return true;
    }

    /// What the client shows for a file now.
    json::array found(const std::string& name) const {
        json::array last;
        for (const json::value& each : said_)
            if (lsp::text_member(each, "method") == "textDocument/publishDiagnostics" && lsp::text_member(each, "params.uri") == uri_of(name))
                last = lsp::member(each, "params.diagnostics")->as_array();
        return last;
    }
    std::vector<std::string> codes(const std::string& name) const {
        std::vector<std::string> all;
        for (const json::value& each : found(name)) all.push_back(lsp::text_member(each, "code"));
        return all;
    }

    static json::object at(const std::string& name, lsp::position where) {
        return {{"textDocument", {{"uri", uri_of(name)}}}, {"position", lsp::as_json(where)}};
    }

    lsp::server& server() { return server_; }
    const std::vector<json::value>& said() const { return said_; }

private:
    std::vector<json::value> said_;
    lsp::server server_;
    std::int64_t asked_ = 0, version_ = 1;
};

inline lsp::range span_of(std::uint32_t line, std::uint32_t from, std::uint32_t to) { return {{line, from}, {line, to}}; }

}  // namespace advise::cli::testing
