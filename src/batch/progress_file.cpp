#include "progress_file.hpp"

#include "../render/json_writer.hpp"
#include "../sha256.hpp"
#include "../verify/json.hpp"

namespace advise::cli::batch {
namespace {

constexpr std::string_view schema = "advise/batch-progress/1";

void write_counts(json_writer& out, std::string_view name, const std::vector<std::uint64_t>& counts) {
    out.key(name).begin_array();
    for (const std::uint64_t n : counts) out.number(static_cast<std::int64_t>(n));
    out.end_array();
}

/// Reads members; after a miss `good` is false.
struct member_reader {
    const verify::json& object;
    bool good = true;

    std::string text(std::string_view name) {
        const verify::json* const found = object.find(name);
        good = good && found != nullptr && found->is == verify::json::kind::string;
        return good ? found->string : std::string();
    }
    bool flag(std::string_view name) {
        const verify::json* const found = object.find(name);
        good = good && found != nullptr && found->is == verify::json::kind::boolean;
        return good && found->truth;
    }
    static bool is_count(const verify::json& one) { return one.is == verify::json::kind::number && one.number >= 0; }
    std::uint64_t count(std::string_view name) {
        const verify::json* const found = object.find(name);
        good = good && found != nullptr && is_count(*found);
        return good ? static_cast<std::uint64_t>(found->number) : 0;
    }
    std::vector<std::uint64_t> counts(std::string_view name) {
        const verify::json* const found = object.find(name);
        good = good && found != nullptr && found->is == verify::json::kind::array;
        std::vector<std::uint64_t> all;
        for (std::size_t i = 0; good && i < found->items.size(); ++i) {
            good = is_count(found->items[i]);
            all.push_back(static_cast<std::uint64_t>(found->items[i].number));
        }
        return all;
    }
};

}  // namespace

std::string progress_path(const std::string& output) { return output + ".progress"; }

std::string text_of(const progress& state) {
    std::string text;
    json_writer out(text);
    const auto number = [&](std::string_view name, std::uint64_t n) { out.member_number(name, static_cast<std::int64_t>(n)); };
    out.begin_object().member("schema", schema).member("rules", state.rules).member("options", state.options).member("input", state.input).member("answers", state.answers);
    out.member_boolean("finished", state.finished);
    number("read", state.read);
    number("written", state.written);
    number("lines", state.lines);
    number("records", state.counted.records);
    number("rejected", state.counted.rejected);
    number("unknown_keys", state.counted.unknown_keys);
    write_counts(out, "fit", state.counted.fit);
    write_counts(out, "may_fit", state.counted.may_fit);
    write_counts(out, "missing", state.counted.missing);
    write_counts(out, "steps", state.counted.steps);
    write_counts(out, "settled", state.counted.settled);
    out.end_object();
    return text;
}

std::optional<progress> read_progress(std::string_view text) {
    const verify::json_result parsed = verify::read_json(text);
    if (parsed.error != verify::json_error::no_error) return std::nullopt;
    member_reader members{parsed.value};
    progress made;
    if (members.text("schema") != schema) return std::nullopt;
    made.rules = members.text("rules");
    made.options = members.text("options");
    made.input = members.text("input");
    made.answers = members.text("answers");
    made.finished = members.flag("finished");
    made.read = members.count("read");
    made.written = members.count("written");
    made.lines = members.count("lines");
    made.counted.records = members.count("records");
    made.counted.rejected = members.count("rejected");
    made.counted.unknown_keys = members.count("unknown_keys");
    made.counted.fit = members.counts("fit");
    made.counted.may_fit = members.counts("may_fit");
    made.counted.missing = members.counts("missing");
    made.counted.steps = members.counts("steps");
    made.counted.settled = members.counts("settled");
    return members.good ? std::optional(std::move(made)) : std::nullopt;
}

std::string options_text(const options& chosen, bool is_csv) {
    constexpr std::string_view outputs[] = {"advice", "roles", "full"};
    std::string text = std::string("advise ") + ADVISE_VERSION + (is_csv ? " csv " : " ndjson ");
    text += outputs[static_cast<std::size_t>(chosen.records)];
    if (chosen.closed) text += " closed";
    if (chosen.strict) text += " strict";
    if (chosen.kleene) text += " kleene";
    if (chosen.summary) text += " summary";
    if (chosen.language) text += *chosen.language == grammar::language::fa ? " fa" : " en";
    return text;
}

std::string digest_of(const engine::rule_base& rules) {
    sha256_stream all;
    for (const grammar::source_ptr& file : rules.files) all.add(sha256_of(*file));
    return all.digest();
}

}  // namespace advise::cli::batch
