// Rule files that are texts in memory: a folder without a disk.
#pragma once

#include "advise.h"

#include <advise/engine/rule_base.hpp>

#include <span>
#include <string>

namespace advise::c {

class text_provider final : public engine::source_provider {
public:
    /// The texts must outlive the object; no two have one name.
    explicit text_provider(std::span<const advise_source> texts) : texts_(texts) {}

    file open_root(const std::string& name) override;
    /// Another of the texts, by its name or by the way to it from the folder of the importer's name.
    file open_import(const std::string& asked, const std::string& importer, const std::string& root) override;

private:
    std::span<const advise_source> texts_;
};

}  // namespace advise::c
