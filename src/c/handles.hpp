// What stands behind the other handles. Rules have their own header: shared_rules.hpp.
#pragma once

#include "advise.h"
#include "shared_rules.hpp"

#include "../reading.hpp"

#include <advise/engine/advice.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace advise::c {

/// A profile as it was read, with what was said about it.
struct told_profile {
    cli::profile_reading reading;
    std::vector<grammar::diagnostic> found;  ///< warnings and notes, in order of place
};

/// \return false for what is no language of sentences. NULL: `chosen` stays empty
bool read_language(const char* tag, std::optional<grammar::language>& chosen);

}  // namespace advise::c

struct advise_person {
    std::shared_ptr<const advise::c::shared_rules> shared;
    advise::engine::facts facts;                ///< what was said; closed or not, a fact that nothing was said of has its whole domain
    std::vector<advise::engine::fact_id> said;  ///< facts that something was said of; room for all of them
    std::string name;
    std::vector<std::string> notes;
    std::shared_ptr<const advise::c::told_profile> read;  ///< none once something was said or set after it
    std::string profile;                                  ///< lent out by advise_person_profile
};

struct advise_answer {
    std::shared_ptr<const advise::c::shared_rules> shared;
    advise::engine::facts facts;  ///< as they are to be evaluated: closed where they are
    std::string name;
    std::vector<std::string> notes;
    std::shared_ptr<const advise::c::told_profile> told;  ///< made by the first question, where no profile was read
    advise_detail detail = ADVISE_VERDICTS;
    advise::engine::advice advice;
    std::string json, page;  ///< lent out
};

struct advise_findings {
    /// A finding in one language.
    struct texts {
        std::string code, message, help;
    };

    std::vector<advise::grammar::diagnostic> found;
    std::size_t errors = 0;  ///< those included that were left out
    advise::grammar::language spoken{};
    std::vector<advise::grammar::source_ptr> files;  ///< what the findings point into
    std::array<std::vector<texts>, 2> told;          ///< of each language, made by the first question
    std::string page;                                ///< lent out
};
