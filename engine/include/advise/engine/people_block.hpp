// Many people at once: what is known of them as bit planes, a lane for each person, evaluated by the one gate kernel.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace advise::engine {

/// The words that the kernel may run on. Answers do not depend on them.
enum class instruction_set : std::uint8_t { plain, avx2, avx512 };

/// Whether this processor has it, and the program was built for it. `plain` always.
bool has_instruction_set(instruction_set words);
/// The widest of them.
instruction_set best_instruction_set();

/// People in one block: the lanes of the widest word. It is the same for every instruction set, so that nothing depends on where blocks end.
inline constexpr std::uint32_t block_people = 512;

struct block_options {
    bool closed = false;                             ///< facts of which nothing is said are at their "no" (LANGUAGE.md §5)
    bool exact = true;                               ///< false: Kleene's tables alone; what they leave open is not exact
    instruction_set words = best_instruction_set();  ///< one that this processor lacks: the next narrower one
    std::uint64_t work_limit = one_role_work;        ///< as in advise_options
    std::uint64_t run_limit = one_run_work;          ///< of one person
};

/// Where a value of a fact is noted in a block; read by people_block::set alone.
struct noted_fact {
    std::int64_t least = 0;    ///< its least value
    std::uint64_t values = 0;  ///< so many from there on have a place; 0: the place has to be searched for
    std::uint32_t first_place = 0;
    std::uint32_t column = nothing;  ///< its place among what the rules ask; `nothing`: they do not ask it
    std::uint32_t columns = 0;
};

/// A program prepared for blocks: which thresholds of facts become planes, and the circuit's gates in order. Immutable, shared between threads.
class block_program {
public:
    /// The program must outlive it. O(size of the circuit).
    explicit block_program(const program& code);
    ~block_program();
    block_program(block_program&&) noexcept;

    /// The roles of the rule base in order of declaration; role_outcome::role stands among them.
    [[nodiscard]] std::span<const conclusion_id> roles() const;
    [[nodiscard]] const program& code() const;

    struct data;
    [[nodiscard]] const data& planes() const { return *data_; }

private:
    std::unique_ptr<const data> data_;
};

/// What is said of one role and one person; the same as engine::advise says of it.
struct role_outcome {
    conclusion_id role = nothing;
    engine::verdict verdict = verdict::no;
    bool exact = true;
    points_interval points;
    friend bool operator==(const role_outcome&, const role_outcome&) = default;
};

/// How the verdicts of the pairs of person and role were settled.
struct block_settled {
    std::uint64_t kleene = 0, sampled = 0, branched = 0, undecided = 0;
};

/// Up to `block_people` people, filled one by one, then evaluated together, then cleared. Made once for each thread and used again; after the first
/// block nothing is allocated but what people whose roles need branching need, a role's part of the circuit when it is open for the first time (or when there
/// are more of them than are kept), and more room when more bounds are said than ever before.
class people_block {
public:
    /// The prepared program must outlive it.
    people_block(const block_program& prepared, const block_options& options);
    ~people_block();
    people_block(people_block&&) noexcept;

    /// Empties the block. To be called after evaluate() before anybody is added again. O(planes of facts).
    void clear();
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] bool full() const { return size() == block_people; }

    /// One more person, of whom nothing is said yet. The block must not be full.
    void add();
    /// The person added last is taken back, with all that was set: the record turned out to be wrong. O(planes of facts).
    void drop_last();
    /// The fact of the person added last has exactly this value: a level or an option by index, 0 or 1, or grid steps; one that the fact can have.
    /// Not for any_of facts. A fact is set at most once for a person. O(1) but for numbers: O(log thresholds).
    void set(fact_id f, std::int64_t value) {
        const noted_fact& fact = facts_[f];
        const std::uint64_t index = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(fact.least);
        if (index < fact.values) noted_[std::size_t{places_[fact.first_place + index]} * (block_people / 64)] |= lane_;
        else search_and_set(f, value);
    }
    /// The same of anything that a profile can say of a fact, bounds, sets and "unknown" (its whole domain, mentioned) too.
    void set(fact_id f, const known_fact& known);
    /// One more person with all that is known of them. `person.closed` counts, not the block's option. The block must not be full.
    void add(const facts& person);

    /// Evaluates everybody in the block. The answers of a person depend on that person only, never on the others in the block.
    void evaluate();

    /// The roles whose verdict is yes or unknown of one person in the order of LANGUAGE.md §1; `out` is replaced. After evaluate().
    /// O(roles / 64 + what is said).
    void outcomes(std::uint32_t person, std::vector<role_outcome>& out) const;
    /// The words of the lanes in which the verdict on a role (by its place in block_program::roles) is yes, and those in which it is unknown:
    /// bit i of word i / 64 is person i. After evaluate().
    [[nodiscard]] std::span<const std::uint64_t> yes(std::uint32_t role) const;
    [[nodiscard]] std::span<const std::uint64_t> unknown(std::uint32_t role) const;

    /// Of all blocks since it was made.
    [[nodiscard]] const block_settled& settled() const;

    struct state;

private:
    void search_and_set(fact_id f, std::int64_t value);

    // What set() needs, kept here so that it is a few instructions at its caller.
    const noted_fact* facts_ = nullptr;
    const std::uint32_t* places_ = nullptr;
    std::uint64_t* noted_ = nullptr;  ///< the word of the person added last in each plane
    std::uint64_t lane_ = 0;
    std::uint32_t size_ = 0;
    std::unique_ptr<state> state_;
};

}  // namespace advise::engine
