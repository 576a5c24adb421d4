// Writes compiled rules. Every element is put together from its members, so that nothing of what lies between them gets into the file.
#include "compiled_small.hpp"

#include <algorithm>
#include <limits>

namespace advise::engine {
namespace {

using namespace compiled_form;

constexpr std::size_t most_elements = std::size_t{1} << 31;

/// One element, members at their places, zeros between them.
template <class T>
class element {
public:
    template <class Member>
    element& at(std::size_t offset, const Member& value) {
        std::memcpy(bytes_.data() + offset, &value, sizeof value);
        return *this;
    }
    [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }

private:
    std::array<char, sizeof(T)> bytes_{};
};

template <class T>
void put_origin(element<T>& made, std::size_t offset, const origin& o) {
    made.at(offset + offsetof(origin, file), o.file).at(offset + offsetof(origin, where), o.where);
}

element<condition> bytes_of(const condition& c) {
    element<condition> made;
    made.at(offsetof(condition, kind), c.kind)
        .at(offsetof(condition, op), c.op)
        .at(offsetof(condition, is_range), static_cast<std::uint8_t>(c.is_range));
    made.at(offsetof(condition, bound), c.bound).at(offsetof(condition, subject), c.subject).at(offsetof(condition, first), c.first);
    put_origin(made.at(offsetof(condition, size), c.size), offsetof(condition, at), c.at);
    return made;
}

element<clause> bytes_of(const clause& c) {
    element<clause> made;
    made.at(offsetof(clause, kind), c.kind).at(offsetof(clause, arrow), static_cast<std::uint8_t>(c.arrow)).at(offsetof(clause, points), c.points);
    made.at(offsetof(clause, body), c.body).at(offsetof(clause, words), c.words);
    put_origin(made, offsetof(clause, at), c.at);
    return made;
}

element<circuit_gate> bytes_of(const circuit_gate& g) {
    element<circuit_gate> made;
    made.at(offsetof(circuit_gate, first), g.first).at(offsetof(circuit_gate, size), g.size).at(offsetof(circuit_gate, first_weight), g.first_weight);
    return made.at(offsetof(circuit_gate, kind), g.kind).at(offsetof(circuit_gate, least), g.least).at(offsetof(circuit_gate, total), g.total);
}

element<conclusion_code> bytes_of(const conclusion_code& c) {
    element<conclusion_code> made;
    made.at(offsetof(conclusion_code, holds), c.holds).at(offsetof(conclusion_code, first_evidence), c.first_evidence);
    return made.at(offsetof(conclusion_code, evidence), c.evidence).at(offsetof(conclusion_code, max), c.max);
}

element<weighted_literal> bytes_of(const weighted_literal& l) {
    element<weighted_literal> made;
    return made.at(offsetof(weighted_literal, of), l.of).at(offsetof(weighted_literal, points), l.points);
}

class file_writer {
public:
    file_writer(const program& code, const std::vector<std::string>& sha256) : rules_(code.rules()), code_(code.code()), sha256_(sha256) {}

    std::optional<std::string> write() {
        if (!take_depths()) return std::nullopt;
        const symbol_table::image names = rules_.names.data->symbols.compiled(seed());
        take_texts();
        take_conclusions();
        take_small(names);
        head_.magic = magic;
        head_.version = version;
        plan(names);
        if (too_large_) return std::nullopt;
        fill(names);
        seal();
        return std::move(out_);
    }

private:
    struct stretch {
        std::uint64_t elements;
        std::uint32_t bytes;
    };

    /// Another one for every text, the same for the same one: names that collide in one file do not in the next.
    [[nodiscard]] std::uint64_t seed() const {
        std::uint64_t made = 0;
        for (const grammar::source_ptr& file : rules_.files) made = made * 31 + hash_of(file->bytes().data(), file->bytes().size());
        return made;
    }

    /// How deep each condition is: 0 of what has no members.
    bool take_depths() {
        depths_.assign(rules_.conditions.size(), 0);
        for (condition_id id = 0; id < depths_.size(); ++id) {
            const condition& c = rules_.conditions[id];
            if (c.kind == condition_kind::test || c.kind == condition_kind::conclusion) continue;
            unsigned deepest = 0;
            for (const condition_id member : rules_.members_of(c)) deepest = std::max<unsigned>(deepest, depths_[member]);
            if (deepest >= compiled_depth) return false;
            depths_[id] = static_cast<std::uint16_t>(deepest + 1);
        }
        return true;
    }

    void take_texts() {
        std::uint64_t first = 0;
        for (std::size_t i = 0; i < rules_.files.size(); ++i) {
            const grammar::source& file = *rules_.files[i];
            text_record& made = small_.texts.emplace_back();
            made.name = file.name();
            made.sha256 = i < sha256_.size() ? sha256_[i] : std::string();
            made.first = first;
            made.bytes = file.bytes().size();
            first += made.bytes;
            if (!file.is_plain()) continue;
            const std::vector<grammar::landmark> marks = grammar::landmarks_of(file.written());
            made.first_landmark = landmarks_.size();
            made.landmarks = marks.size();
            landmarks_.insert(landmarks_.end(), marks.begin(), marks.end());
        }
    }

    void take_conclusions() {
        conclusions_.reserve(rules_.conclusions.size());
        const clause* const first = std::as_const(rules_.clauses).data();
        for (const conclusion& c : rules_.conclusions) {
            conclusion_record& made = conclusions_.emplace_back();
            made.term = static_cast<std::uint32_t>(terms_.size());
            made.term_bytes = static_cast<std::uint32_t>(c.term.size());
            terms_ += c.term;
            made.first_clause = c.clauses.empty() ? 0 : static_cast<std::uint32_t>(c.clauses.data() - first);
            made.clauses = static_cast<std::uint32_t>(c.clauses.size());
            if (c.words != nullptr) {
                made.words = static_cast<std::uint32_t>(small_.concluded_words.size());
                small_.concluded_words.push_back(*c.words);
            }
            made.where = c.at.where;
            made.file = c.at.file;
            made.is_role = c.is_role ? 1 : 0;
            made.declared = c.declared ? 1 : 0;
        }
    }

    void take_small(const symbol_table::image& names) {
        small_.title = rules_.title;
        small_.language = rules_.language;
        small_.effort_unit = rules_.effort_unit;
        small_.scales = rules_.scales;
        small_.facts = rules_.facts;
        small_.wordings = rules_.wordings;
        small_.cited = rules_.cited;
        small_.tests = rules_.tests;
        small_.claims = rules_.claims;
        small_.symbol_seed = names.seed;
        small_.symbols = names.symbols;
        small_writer writer;
        carry(writer, std::as_const(small_));
        small_bytes_ = std::move(writer.bytes);
    }

    template <class T>
    static stretch of(const T& array) {
        return {array.size(), static_cast<std::uint32_t>(sizeof(array[0]))};
    }

    /// Where everything will stand.
    void plan(const symbol_table::image& names) {
        const name_index::tables& known = *rules_.names.data;
        std::uint64_t text_bytes = 0;
        for (const text_record& text : small_.texts) text_bytes += text.bytes;
        const std::array<stretch, part_count> all = {of(small_bytes_),         of(terms_),
                                                     of(conclusions_),         of(rules_.clauses),
                                                     of(rules_.conditions),    of(rules_.condition_children),
                                                     of(rules_.test_values),   of(depths_),
                                                     of(code_.tests),          of(code_.ranges),
                                                     of(code_.gates),          of(code_.inputs),
                                                     of(code_.weights),        of(code_.conclusions),
                                                     of(code_.evidence),       of(code_.class_of),
                                                     of(code_.first_of_class), of(code_.class_literal),
                                                     of(code_.order),          of(names.slots),
                                                     of(names.entries),        of(known.named),
                                                     of(known.fact_labels),    of(known.conclusion_labels),
                                                     of(known.values),         of(known.owners),
                                                     stretch{text_bytes, 1},   of(landmarks_)};
        std::uint64_t checks = 0;
        for (const stretch& s : all) checks += blocks_of(s.elements);
        std::uint64_t at = sizeof(file_head) + checks * sizeof(std::uint64_t);
        std::uint32_t check = 0;
        for (std::size_t i = 0; i < part_count; ++i) {
            at = (at + alignment - 1) / alignment * alignment;
            head_.sections[i] = {at, all[i].elements, all[i].bytes, check};
            at += all[i].elements * all[i].bytes;
            check += static_cast<std::uint32_t>(blocks_of(all[i].elements));
            too_large_ = too_large_ || (all[i].elements >= most_elements && i != static_cast<std::size_t>(part::texts));
        }
        head_.checks = check;
        head_.bytes = at;
    }

    template <class T>
    void put(part p, const T& array) {
        begin(p);
        for (const auto& x : array) out_ += bytes_of(x).bytes();
    }
    template <class T>
    void put_whole(part p, const T& array) {
        static_assert(std::has_unique_object_representations_v<std::remove_cvref_t<decltype(array[0])>>);
        begin(p);
        out_.append(reinterpret_cast<const char*>(array.data()), array.size() * sizeof(array[0]));
    }
    void begin(part p) { out_.resize(head_.sections[static_cast<std::size_t>(p)].offset); }

    void fill(const symbol_table::image& names) {
        const name_index::tables& known = *rules_.names.data;
        out_.reserve(head_.bytes);
        put_whole(part::small, small_bytes_);
        put_whole(part::terms, terms_);
        put_whole(part::conclusions, conclusions_);
        put(part::clauses, rules_.clauses);
        put(part::conditions, rules_.conditions);
        put_whole(part::condition_children, rules_.condition_children);
        put_whole(part::test_values, rules_.test_values);
        put_whole(part::depths, depths_);
        put_whole(part::tests, code_.tests);
        put_whole(part::ranges, code_.ranges);
        put(part::gates, code_.gates);
        put_whole(part::inputs, code_.inputs);
        put_whole(part::weights, code_.weights);
        put(part::conclusion_codes, code_.conclusions);
        put(part::evidence, code_.evidence);
        put_whole(part::class_of, code_.class_of);
        put_whole(part::first_of_class, code_.first_of_class);
        put_whole(part::class_literal, code_.class_literal);
        put_whole(part::order, code_.order);
        put_whole(part::slots, names.slots);
        put_whole(part::entries, names.entries);
        put_whole(part::named, known.named);
        put_whole(part::fact_labels, known.fact_labels);
        put_whole(part::conclusion_labels, known.conclusion_labels);
        put_whole(part::values, known.values);
        put_whole(part::owners, known.owners);
        begin(part::texts);
        for (const grammar::source_ptr& file : rules_.files) out_ += file->bytes();
        put_whole(part::landmarks, landmarks_);
    }

    /// The hashes, when all else stands.
    void seal() {
        out_.resize(head_.bytes);
        std::vector<std::uint64_t> checks;
        for (const section_entry& s : head_.sections)
            for (std::uint64_t at = 0; at < s.elements; at += block_elements) {
                const std::uint64_t elements = std::min<std::uint64_t>(block_elements, s.elements - at);
                checks.push_back(hash_of(out_.data() + s.offset + at * s.element_bytes, elements * s.element_bytes));
            }
        std::memcpy(out_.data() + sizeof head_, checks.data(), checks.size() * sizeof(std::uint64_t));
        std::memcpy(out_.data(), &head_, sizeof head_);
        head_.hash = hash_of(out_.data(), sizeof head_ + checks.size() * sizeof(std::uint64_t));
        std::memcpy(out_.data(), &head_, sizeof head_);
    }

    const rule_base& rules_;
    const program::data& code_;
    const std::vector<std::string>& sha256_;
    file_head head_;
    small_things small_;
    std::string small_bytes_, terms_, out_;
    std::vector<conclusion_record> conclusions_;
    std::vector<std::uint16_t> depths_;
    std::vector<grammar::landmark> landmarks_;
    bool too_large_ = false;
};

}  // namespace

std::optional<std::string> compiled(const program& code, const std::vector<std::string>& sha256) { return file_writer(code, sha256).write(); }

}  // namespace advise::engine
