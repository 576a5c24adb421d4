// Values, places and knowledge as COMMANDS.md writes them, and back.
#pragma once

#include "json.hpp"
#include "profile.hpp"

namespace advise::verify {

const char* name_of(truth t);
std::optional<truth> truth_named(const std::string& name);

/// A number in steps of 0.000001: an integer, or a string where it has a fraction.
json number_json(std::int64_t micro);
json value_json(const fact& of, std::int64_t value);
/// The value that a text stands for; nullopt where it is none of the fact's, or is written in another way than ours.
std::optional<std::int64_t> value_of(const fact& of, const json& written);

json known_json(const fact& of, const possible& left);
/// As changes have it: the value itself where there is one, but for sets; else what is known.
json state_json(const fact& of, const possible& left);
/// The value that a change gives a fact, decided; nullopt where it is none of the fact's, or is written in another way than ours.
std::optional<possible> state_of(const fact& of, const json& written);
/// What a change leaves a fact: its value, a stretch of values, a part of a set, or anything; nullopt where it is none of these as we write them.
std::optional<possible> knowledge_of(const fact& of, const json& written);
bool same(const possible& a, const possible& b);
json test_value_json(const fact& of, const condition& test);
const char* symbol_of(test_op op);
const char* kind_name(condition_kind kind);

}  // namespace advise::verify
