// Opens compiled rules.
#include "compiled_image.hpp"
#include "pages.hpp"

#include <algorithm>
#include <cstring>

namespace advise::engine {
namespace compiled_form {

section_guard::section_guard(const mapped_rules& of, const section_entry& where, judge judged)
    : of_(of), where_(where), judge_(judged), seen_(std::make_unique<std::atomic<bool>[]>(blocks_of(where.elements))) {}

void section_guard::need(std::size_t element) const {
    if (element >= where_.elements) throw damaged_rules(of_.name);
    const std::size_t block = element / block_elements;
    if (!seen_[block].load(std::memory_order_acquire)) look_at(block);
}

void section_guard::need_all() const {
    if (seen_all_.load(std::memory_order_acquire)) return;
    will_be_read(of_.bytes.data() + where_.offset, where_.elements * where_.element_bytes);
    for (std::size_t block = 0; block < blocks_of(where_.elements); ++block)
        if (!seen_[block].load(std::memory_order_acquire)) look_at(block);
    seen_all_.store(true, std::memory_order_release);
}

void section_guard::look_at(std::size_t block) const {
    const std::size_t first = block * block_elements, count = std::min<std::size_t>(block_elements, where_.elements - first);
    std::uint64_t written = 0;
    std::memcpy(&written, of_.bytes.data() + sizeof(file_head) + (where_.first_check + block) * sizeof written, sizeof written);
    if (hash_of(of_.bytes.data() + where_.offset + first * where_.element_bytes, count * where_.element_bytes) != written
        || (judge_ != nullptr && !judge_(of_, first, count)))
        throw damaged_rules(of_.name);
    seen_[block].store(true, std::memory_order_release);
}

namespace {

using grammar::message;

/// One text of the file, checked where it is looked at.
class text_in_file final : public grammar::kept_text {
public:
    text_in_file(std::shared_ptr<const mapped_rules> of, text_record record) : of_(std::move(of)), record_(std::move(record)) {}

    [[nodiscard]] std::string_view bytes() const override {
        return of_->bytes.substr(of_->section(part::texts).offset + record_.first, record_.bytes);
    }
    void need(std::size_t begin, std::size_t end) const override {
        const table_guard* guard = of_->guard(part::texts);
        const std::size_t last = record_.first + std::min<std::uint64_t>(end, record_.bytes);
        for (std::size_t at = record_.first + begin; guard != nullptr && at < last; at = (at / block_elements + 1) * block_elements) guard->need(at);
    }
    [[nodiscard]] std::span<const grammar::landmark> landmarks() const override {
        return of_->landmarks.slice(record_.first_landmark, record_.landmarks);
    }
    [[nodiscard]] std::string_view sha256() const override { return record_.sha256; }

private:
    std::shared_ptr<const mapped_rules> of_;
    text_record record_;
};

class file_reader {
public:
    explicit file_reader(compiled_bytes file) : made_(std::make_shared<mapped_rules>()) {
        made_->name = std::move(file.name);
        made_->bytes = file.bytes;
        made_->keeper = std::move(file.keeper);
        made_->trusted = file.trusted;
    }

    load_result open() {
        load_result result;
        result.rules = std::make_unique<rule_base>();
        rules_ = result.rules.get();
        made_->rules = rules_;
        message found = message::compiled_damaged;
        try {
            found = take_head();
            if (found == message::none && !take_all()) found = message::compiled_damaged;
        } catch (const damaged_rules&) {
            found = message::compiled_damaged;
        }
        if (found != message::none) {
            result.rules = std::make_unique<rule_base>();
            result.diagnostics.add(found, {}, {made_->name}).help.push_back({message::help_compile_again, {made_->name}});
        }
        return result;
    }

private:
    message take_head() {
        if (made_->bytes.size() < sizeof(file_head)) return message::compiled_damaged;
        file_head& head = made_->head;
        std::memcpy(&head, made_->bytes.data(), sizeof head);
        if (head.magic != magic) return message::compiled_damaged;
        if (head.version != version) return message::compiled_elsewhere;
        const std::uint64_t before = sizeof head + std::uint64_t{head.checks} * sizeof(std::uint64_t);
        if (head.bytes != made_->bytes.size() || before > head.bytes) return message::compiled_damaged;
        if (!made_->trusted && !head_is_whole(before)) return message::compiled_damaged;
        return sections_fit(before) ? message::none : message::compiled_damaged;
    }

    [[nodiscard]] bool head_is_whole(std::uint64_t before) const {
        std::string copy(made_->bytes.substr(0, before));
        std::memset(copy.data() + offsetof(file_head, hash), 0, sizeof made_->head.hash);
        return hash_of(copy.data(), copy.size()) == made_->head.hash;
    }

    /// Sections in order, none beyond the end, elements of the size that we know.
    [[nodiscard]] bool sections_fit(std::uint64_t before) const {
        constexpr std::array<std::size_t, part_count> sizes = {1,
                                                               1,
                                                               sizeof(conclusion_record),
                                                               sizeof(clause),
                                                               sizeof(condition),
                                                               sizeof(condition_id),
                                                               sizeof(std::int64_t),
                                                               sizeof(std::uint16_t),
                                                               sizeof(circuit_test),
                                                               sizeof(value_range),
                                                               sizeof(circuit_gate),
                                                               sizeof(literal),
                                                               sizeof(std::int64_t),
                                                               sizeof(conclusion_code),
                                                               sizeof(weighted_literal),
                                                               4,
                                                               4,
                                                               4,
                                                               4,
                                                               sizeof(symbol_table::slot),
                                                               4,
                                                               4,
                                                               sizeof(name_index::tables::label),
                                                               sizeof(name_index::tables::label),
                                                               sizeof(name_index::tables::value_name),
                                                               4,
                                                               1,
                                                               sizeof(grammar::landmark)};
        constexpr std::uint64_t most = std::uint64_t{1} << 31, most_text = std::uint64_t{256} << 30;
        std::uint64_t at = before;
        std::uint64_t checks = 0;
        for (std::size_t i = 0; i < part_count; ++i) {
            const section_entry& s = made_->head.sections[i];
            const bool texts = i == static_cast<std::size_t>(part::texts);
            if (s.element_bytes != sizes[i] || s.elements >= (texts ? most_text : most) || s.offset % alignment != 0 || s.offset < at
                || s.first_check != checks)
                return false;
            at = s.offset + s.elements * s.element_bytes;
            checks += blocks_of(s.elements);
            if (at > made_->head.bytes) return false;
        }
        return checks == made_->head.checks;
    }

    bool take_all() {
        for (std::size_t i = 0; i < part_count && !made_->trusted; ++i)
            made_->guards[i] = std::make_unique<section_guard>(*made_, made_->head.sections[i], judge_of(static_cast<part>(i)));
        take_tables();
        small_things small;
        small_reader reader(whole(part::small), made_->trusted);
        carry(reader, small);
        if (!reader.good() || !reader.at_end() || !take_texts(small.texts)) return false;
        take_small(small);
        rules_->mapped = made_;
        if (!take_conclusions()) return false;
        if (!made_->trusted && !(same_sizes() && sound(*rules_, small))) return false;
        take_names(small);
        if (const table_guard* guard = made_->guard(part::clauses)) guard->need_all();  // conclusions lead into them without asking
        return true;
    }

    /// A section of bytes, judged.
    [[nodiscard]] std::string_view whole(part p) const {
        const table<char> all = made_->judged<char>(p);
        return {std::as_const(all).data(), all.size()};
    }

    void take_tables() {
        const mapped_rules& from = *made_;
        rules_->clauses = from.judged<clause>(part::clauses);
        rules_->conditions = from.judged<condition>(part::conditions);
        rules_->condition_children = from.judged<condition_id>(part::condition_children);
        rules_->test_values = from.judged<std::int64_t>(part::test_values);
        made_->depths = from.judged<std::uint16_t>(part::depths);
        made_->landmarks = from.judged<grammar::landmark>(part::landmarks);
        program::data& code = made_->code;
        code.rules = rules_;
        code.tests = from.judged<circuit_test>(part::tests);
        code.ranges = from.judged<value_range>(part::ranges);
        code.gates = from.judged<circuit_gate>(part::gates);
        code.inputs = from.judged<literal>(part::inputs);
        code.weights = from.judged<std::int64_t>(part::weights);
        code.conclusions = from.judged<conclusion_code>(part::conclusion_codes);
        code.evidence = from.judged<weighted_literal>(part::evidence);
        code.class_of = from.judged<std::uint32_t>(part::class_of);
        code.first_of_class = from.judged<condition_id>(part::first_of_class);
        code.class_literal = from.judged<literal>(part::class_literal);
        code.order = from.judged<std::uint32_t>(part::order);
    }

    bool take_texts(const std::vector<text_record>& texts) {
        const std::uint64_t all = made_->section(part::texts).elements, marks = made_->section(part::landmarks).elements;
        for (const text_record& t : texts) {
            constexpr std::uint64_t most = std::uint64_t{1} << 30;
            if (t.bytes > most || t.first > all || t.bytes > all - t.first || t.first_landmark > marks || t.landmarks > marks - t.first_landmark)
                return false;
            auto kept = std::make_shared<text_in_file>(made_, t);
            if (t.landmarks == 0) {
                rules_->files.push_back(std::make_shared<grammar::source>(t.name, std::string(all_of(*kept))));
                continue;
            }
            auto file = std::make_shared<grammar::source>(t.name, kept);
            const std::size_t written = t.bytes - (kept->bytes().starts_with("\xEF\xBB\xBF") ? 3 : 0);
            if (t.landmarks != written / grammar::landmark_grain + 1 || kept->landmarks().front().line_ends != 0) return false;
            file->set_ordinal(static_cast<std::uint32_t>(rules_->files.size()));
            rules_->files.push_back(std::move(file));
        }
        return true;
    }
    static std::string_view all_of(const grammar::kept_text& text) {
        text.need(0, text.bytes().size());
        return text.bytes();
    }

    void take_small(small_things& small) {
        rules_->title = std::move(small.title);
        rules_->language = std::move(small.language);
        rules_->effort_unit = std::move(small.effort_unit);
        rules_->scales = std::move(small.scales);
        rules_->facts = std::move(small.facts);
        rules_->wordings = std::move(small.wordings);
        rules_->concluded_words.assign(std::make_move_iterator(small.concluded_words.begin()), std::make_move_iterator(small.concluded_words.end()));
        rules_->cited = std::move(small.cited);
        rules_->tests = std::move(small.tests);
        rules_->claims = std::move(small.claims);
    }

    bool take_conclusions() {
        const std::string_view terms = whole(part::terms);
        const table<conclusion_record> records = made_->judged<conclusion_record>(part::conclusions);
        const std::span<const conclusion_record> all{std::as_const(records).data(), records.size()};
        std::vector<const conclusion_words*> words;
        for (const conclusion_words& w : rules_->concluded_words) words.push_back(&w);
        const std::span<const clause> clauses = made_->unjudged<clause>(part::clauses);
        reserve_large(rules_->conclusions, all.size());
        for (const conclusion_record& r : all) {
            if (!(made_->trusted || fits(r, terms, clauses.size(), words.size()))) return false;
            conclusion& c = rules_->conclusions.emplace_back();
            c.term = terms.substr(r.term, r.term_bytes);
            c.clauses = clauses.subspan(r.first_clause, r.clauses);
            c.words = r.words == nothing ? nullptr : words[r.words];
            c.at = {r.file, r.where};
            c.is_role = r.is_role == 1;
            c.declared = r.declared == 1;
        }
        return true;
    }

    [[nodiscard]] bool fits(const conclusion_record& r, std::string_view terms, std::size_t clauses, std::size_t words) const {
        const auto inside = [&](std::size_t at) { return at < terms.size() && (static_cast<unsigned char>(terms[at]) & 0xC0U) == 0x80U; };
        return r.term_bytes > 0 && r.term <= terms.size() && r.term_bytes <= terms.size() - r.term && !inside(r.term)
               && !inside(r.term + r.term_bytes) && r.first_clause <= clauses && r.clauses <= clauses - r.first_clause
               && (r.words == nothing || r.words < words) && r.file < rules_->files.size() && r.where.begin <= r.where.end && r.is_role <= 1
               && r.declared <= 1;
    }

    /// What has one element for each of something else.
    [[nodiscard]] bool same_sizes() const {
        const auto size = [&](part p) { return made_->section(p).elements; };
        const std::uint64_t slots = size(part::slots);
        return size(part::depths) == size(part::conditions) && size(part::class_of) == size(part::conditions)
               && size(part::class_literal) == size(part::first_of_class) && size(part::conclusion_codes) == size(part::conclusions)
               && size(part::order) == size(part::first_of_class) + size(part::conclusions) && size(part::owners) == rules_->facts.size()
               && slots >= 1 && (slots & (slots - 1)) == 0 && size(part::tests) + size(part::gates) < (std::uint64_t{1} << 31);
    }

    void take_names(const small_things& small) {
        name_index::tables& names = *rules_->names.data;
        names.symbols = symbol_table(
            {made_->judged<symbol_table::slot>(part::slots), made_->judged<std::uint32_t>(part::entries), small.symbol_seed, small.symbols});
        names.named = made_->judged<std::uint32_t>(part::named);
        names.fact_labels = made_->judged<name_index::tables::label>(part::fact_labels);
        names.conclusion_labels = made_->judged<name_index::tables::label>(part::conclusion_labels);
        names.values = made_->judged<name_index::tables::value_name>(part::values);
        names.owners = made_->judged<std::uint32_t>(part::owners);
    }

    std::shared_ptr<mapped_rules> made_;
    rule_base* rules_ = nullptr;
};

}  // namespace
}  // namespace compiled_form

bool is_compiled(std::string_view first_bytes) {
    std::uint64_t begin = 0;
    if (first_bytes.size() < sizeof begin) return false;
    std::memcpy(&begin, first_bytes.data(), sizeof begin);
    return begin == compiled_form::magic;
}

void judge_all(const rule_base& rules) {
    if (rules.mapped == nullptr) return;
    for (const std::unique_ptr<compiled_form::section_guard>& guard : rules.mapped->guards)
        if (guard != nullptr) guard->need_all();
}

load_result open_compiled(compiled_bytes file) { return compiled_form::file_reader(std::move(file)).open(); }

}  // namespace advise::engine
