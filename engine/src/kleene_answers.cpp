// What Kleene's tables say of roles, with the masks of what is not met: the twin of the columns of relational.hpp.
#include <advise/engine/relational.hpp>

#include "kleene.hpp"
#include "requirements.hpp"

namespace advise::engine {

std::vector<kleene_answer> kleene_answers(const program& code, const facts& person, std::span<const conclusion_id> roles) {
    const program::data& data = code.code();
    const truth_table table = kleene(data, person);
    std::vector<kleene_answer> all;
    for (const conclusion_id role : roles) {
        const conclusion_code& x = data.conclusions[role];
        kleene_answer made{role, verdict_of(bits_of(table, x.holds)), kleene_points(data, x, table), 0, 0};
        const std::vector<literal> needed = literals_of_requirements(data, role);
        for (std::size_t i = 0; i < needed.size(); ++i) {
            const truth_bits met = bits_of(table, needed[i]);
            if (met == can_be_false) made.unmet |= std::uint64_t{1} << mask_bit(i);
            if (met == is_open) made.undecided |= std::uint64_t{1} << mask_bit(i);
        }
        all.push_back(made);
    }
    return all;
}

}  // namespace advise::engine
