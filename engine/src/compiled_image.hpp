// An open compiled file: its sections, and what judges them.
#pragma once

#include "compiled_format.hpp"
#include "compiled_small.hpp"

#include <atomic>
#include <memory>
#include <vector>

namespace advise::engine {

struct mapped_rules;

namespace compiled_form {

/// Judges elements first..first + count of a section, whose bytes are what was written. What they lead to is looked at only where the elements are bad.
using judge = bool (*)(const mapped_rules& of, std::size_t first, std::size_t count);

class section_guard final : public table_guard {
public:
    section_guard(const mapped_rules& of, const section_entry& where, judge judged);

    void need(std::size_t element) const override;
    void need_all() const override;

private:
    void look_at(std::size_t block) const;

    const mapped_rules& of_;
    section_entry where_;
    judge judge_;
    std::unique_ptr<std::atomic<bool>[]> seen_;  // of each block
    mutable std::atomic<bool> seen_all_ = false;
};

/// The judge of a section; null: any bytes will do.
judge judge_of(part p);

/// Whether what is small can be true of the rest. \param rules with what is small, tables not looked at yet
bool sound(const rule_base& rules, const small_things& small);

}  // namespace compiled_form

struct mapped_rules {
    std::string name;
    std::string_view bytes;
    std::shared_ptr<const void> keeper;
    bool trusted = false;
    compiled_form::file_head head;
    const rule_base* rules = nullptr;
    program::data code;
    table<std::uint16_t> depths;
    table<grammar::landmark> landmarks;
    std::array<std::unique_ptr<compiled_form::section_guard>, compiled_form::part_count> guards;

    [[nodiscard]] const compiled_form::section_entry& section(compiled_form::part p) const { return head.sections[static_cast<std::size_t>(p)]; }
    [[nodiscard]] const table_guard* guard(compiled_form::part p) const { return guards[static_cast<std::size_t>(p)].get(); }
    /// A section as an array, which nobody has judged yet.
    template <class T>
    [[nodiscard]] std::span<const T> unjudged(compiled_form::part p) const {
        return {reinterpret_cast<const T*>(bytes.data() + section(p).offset), section(p).elements};
    }
    template <class T>
    [[nodiscard]] table<T> judged(compiled_form::part p) const {
        return {unjudged<T>(p), guard(p)};
    }
};

}  // namespace advise::engine
