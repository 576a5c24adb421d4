#include "check_sarif.hpp"

#include "../code_help.hpp"
#include "../sha256.hpp"
#include "check_json.hpp"
#include "check_lines.hpp"
#include "json_writer.hpp"

#include <map>

namespace advise::cli {
namespace {

using grammar::diagnostic;
using grammar::place;
using grammar::position;

constexpr std::size_t fingerprint_digits = 32;

void write_location(json_writer& out, const place& at) {
    const position from = at.file->position_of(at.where.begin), to = at.file->position_of(at.where.end);
    out.key("physicalLocation").begin_object();
    out.key("artifactLocation").begin_object().member("uri", uri_of(at.file->name())).end_object();
    out.key("region").begin_object();
    out.member_number("startLine", from.line).member_number("startColumn", from.column);
    out.member_number("endLine", to.line).member_number("endColumn", to.column);
    out.end_object().end_object();
}

/// Everything that is said about a code, once.
class sarif_log {
public:
    sarif_log(const std::vector<diagnostic>& found, grammar::language in) : found_(found), in_(in) {
        for (const diagnostic& one : found) rules_.try_emplace(code_of(one.text.id), &one);
        std::size_t index = 0;
        for (const auto& [code, first] : rules_) index_[code] = index++;
    }

    std::string text() {
        std::string made;
        json_writer out(made, 4);
        out.begin_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
        out.key("runs").begin_array().begin_object();
        write_tool(out);
        out.member("columnKind", "unicodeCodePoints").key("results").begin_array();
        for (const diagnostic& one : found_) write_result(out, one);
        out.end_array().end_object().end_array().end_object();
        return made;
    }

private:
    void write_tool(json_writer& out) const {
        out.key("tool").begin_object().key("driver").begin_object().member("name", "advise").member("version", ADVISE_VERSION);
        out.key("rules").begin_array();
        for (const auto& [code, first] : rules_) {
            out.begin_object().member("id", code);
            const code_entry* help = find_code(code);
            if (help != nullptr) {
                const std::string_view why = in_ == grammar::language::fa ? help->why_fa : help->why_en;
                out.key("fullDescription").begin_object().member("text", why).end_object();
            }
            out.key("defaultConfiguration").begin_object().member("level", severity_name(first->severity())).end_object();
            out.end_object();
        }
        out.end_array().end_object().end_object();
    }

    void write_result(json_writer& out, const diagnostic& one) {
        const std::string_view code = code_of(one.text.id);
        const std::string help = help_text(one, in_), sentence = text_of(one.text.id, in_, one.text.arguments);
        out.begin_object().member("ruleId", code).member_number("ruleIndex", static_cast<std::int64_t>(index_.at(code)));
        out.member("level", severity_name(one.severity()));
        out.key("message").begin_object().member("text", help.empty() ? sentence : sentence + "\n" + help).end_object();
        if (one.at.file != nullptr) {
            out.key("locations").begin_array().begin_object();
            write_location(out, one.at);
            out.end_object().end_array();
        }
        write_related(out, one);
        out.key("partialFingerprints").begin_object().member("advise/v1", fingerprint(one)).end_object();
        out.end_object();
    }

    void write_related(json_writer& out, const diagnostic& one) const {
        bool any = false;
        for (const grammar::diagnostic_note& note : one.notes) {
            if (note.at.file == nullptr) continue;
            if (!any) out.key("relatedLocations").begin_array();
            any = true;
            out.begin_object();
            write_location(out, note.at);
            out.key("message").begin_object().member("text", text_of(note.text.id, in_, note.text.arguments)).end_object().end_object();
        }
        if (any) out.end_array();
    }

    /// In English, so that it is the same whatever language the findings are told in.
    std::string fingerprint(const diagnostic& one) {
        std::string about = std::string(code_of(one.text.id)) + '\n' + text_of(one.text.id, grammar::language::en, one.text.arguments) + '\n';
        if (one.at.file != nullptr)
            about += one.at.file->name() + '\n' + std::string(one.at.file->line(one.at.file->position_of(one.at.where.begin).line));
        const std::size_t before = equal_[about]++;
        return sha256(about).substr(0, fingerprint_digits) + ":" + std::to_string(before + 1);
    }

    const std::vector<diagnostic>& found_;
    grammar::language in_;
    std::map<std::string_view, const diagnostic*> rules_;
    std::map<std::string_view, std::size_t> index_;
    std::map<std::string, std::size_t> equal_;
};

}  // namespace

std::string uri_of(const std::string& name) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=@/", digits = "0123456789ABCDEF";
    if (name == "-") return "stdin";
    std::string out = name.starts_with('/') ? "file://" : "";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) out += c;
        else out.append({'%', digits[byte >> 4], digits[byte & 0x0F]});
    }
    return out;
}

std::string check_sarif(const std::vector<diagnostic>& found, grammar::language in) { return sarif_log(found, in).text(); }

}  // namespace advise::cli
