#include "sat_solver.hpp"

#include <cadical.hpp>

namespace advise::engine {

/// Every conflict learns one clause; that is how they are counted.
struct sat_solver::machine : CaDiCaL::Learner {
    bool learning(int) override {
        ++conflicts;
        return false;
    }
    void learn(int) override {}

    CaDiCaL::Solver solver;
    std::uint64_t conflicts = 0;
};

sat_solver::sat_solver() : machine_(std::make_unique<machine>()) {
    // Many small questions about one formula: what looks at all of it before every question does not pay.
    machine_->solver.set("lucky", 0);
    // It takes the time of every question, which no answer rests on; the time of the process is a call of the system, the clock on the wall is none.
    machine_->solver.set("realtime", 1);
    machine_->solver.set("profile", 0);
    machine_->solver.connect_learner(machine_.get());
}
sat_solver::~sat_solver() {
    if (machine_) machine_->solver.disconnect_learner();
}
sat_solver::sat_solver(sat_solver&&) noexcept = default;
sat_solver& sat_solver::operator=(sat_solver&&) noexcept = default;

void sat_solver::add(std::initializer_list<sat_literal> clause) { add(std::span(clause.begin(), clause.size())); }

void sat_solver::add(std::span<const sat_literal> clause) {
    literals_ += clause.size();
    for (const sat_literal l : clause) machine_->solver.add(l);
    machine_->solver.add(0);
}

void sat_solver::prefer(sat_literal l) { machine_->solver.phase(l); }

sat_answer sat_solver::solve(std::span<const sat_literal> assumptions, std::int64_t most_conflicts) {
    for (const sat_literal l : assumptions) machine_->solver.assume(l);
    machine_->solver.limit("conflicts", static_cast<int>(most_conflicts));
    switch (machine_->solver.solve()) {
    case 10: return sat_answer::satisfiable;
    case 20: return sat_answer::impossible;
    default: return sat_answer::undecided;
    }
}

bool sat_solver::holds(sat_literal l) const { return machine_->solver.val(l) == l; }
bool sat_solver::failed(sat_literal assumption) const { return machine_->solver.failed(assumption); }
std::uint64_t sat_solver::conflicts() const { return machine_->conflicts; }

}  // namespace advise::engine
