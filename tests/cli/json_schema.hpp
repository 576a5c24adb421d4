// As much of JSON Schema (draft 2020-12) as our schemas use; a keyword that it does not know is a failure, so that nothing is passed over.
#pragma once

#include <boost/json.hpp>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::testing {

class json_schema {
public:
    explicit json_schema(std::string_view text) : root_(boost::json::parse(text)) {}

    /// What is wrong with a value, each with its place; empty where it is as the schema says.
    std::vector<std::string> complaints(std::string_view text) const {
        std::vector<std::string> found;
        check(boost::json::parse(text), root_, "", found);
        return found;
    }

private:
    using value = boost::json::value;
    using list = std::vector<std::string>;

    void check(const value& v, const value& schema, const std::string& at, list& found) const {
        for (const auto& [key, says] : schema.as_object()) {
            const std::string word(key);
            if (!keyword(v, word, says, schema, at, found)) found.push_back(at + ": unknown keyword " + word);
        }
    }

    /// \return whether the keyword is known
    bool keyword(const value& v, const std::string& word, const value& says, const value& schema, const std::string& at, list& found) const {
        const auto fail = [&] {
            found.push_back(at + ": not as " + word + " " + boost::json::serialize(says) + " says: " + boost::json::serialize(v).substr(0, 80));
        };
        const auto expect = [&](bool holds) {
            if (!holds) fail();
        };
        if (word == "$schema" || word == "title" || word == "description" || word == "$defs") return true;
        if (word == "$ref") check(v, root_.at_pointer(std::string(says.as_string()).substr(1)), at, found);
        else if (word == "type") expect(has_type(v, says));
        else if (word == "const") expect(v == says);
        else if (word == "enum") expect(std::find(says.as_array().begin(), says.as_array().end(), v) != says.as_array().end());
        else if (word == "minimum") expect(!v.is_int64() || v.as_int64() >= says.as_int64());
        else if (word == "pattern")
            expect(!v.is_string() || std::regex_search(std::string(v.as_string()), std::regex(std::string(says.as_string()))));
        else if (word == "minItems") expect(!v.is_array() || static_cast<std::int64_t>(v.as_array().size()) >= says.as_int64());
        else if (word == "maxItems") expect(!v.is_array() || static_cast<std::int64_t>(v.as_array().size()) <= says.as_int64());
        else if (word == "uniqueItems") expect(!v.is_array() || all_differ(v.as_array()));
        else if (word == "required") required(v, says, at, found);
        else if (word == "properties") properties(v, says, at, found);
        else if (word == "additionalProperties") additional(v, says, schema, at, found);
        else if (word == "items") items(v, says, at, found);
        else if (word == "allOf")
            for (const value& each : says.as_array()) check(v, each, at, found);
        else if (word == "oneOf") expect(matches(v, says) == 1);
        else return false;
        return true;
    }

    static bool has_type(const value& v, const value& says) {
        if (says.is_array()) return std::any_of(says.as_array().begin(), says.as_array().end(), [&](const value& each) { return has_type(v, each); });
        const std::string_view type = says.as_string();
        if (type == "object") return v.is_object();
        if (type == "array") return v.is_array();
        if (type == "string") return v.is_string();
        if (type == "integer") return v.is_int64() || v.is_uint64();
        if (type == "boolean") return v.is_bool();
        return type == "null" && v.is_null();
    }

    static bool all_differ(const boost::json::array& all) {
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (all[i] == all[k]) return false;
        return true;
    }

    std::size_t matches(const value& v, const value& schemas) const {
        std::size_t count = 0;
        for (const value& each : schemas.as_array()) {
            list inside;
            check(v, each, "", inside);
            if (inside.empty()) ++count;
        }
        return count;
    }

    static void required(const value& v, const value& names, const std::string& at, list& found) {
        if (!v.is_object()) return;
        for (const value& name : names.as_array())
            if (!v.as_object().contains(name.as_string())) found.push_back(at + ": lacks " + std::string(name.as_string()));
    }

    void properties(const value& v, const value& says, const std::string& at, list& found) const {
        if (!v.is_object()) return;
        for (const auto& [key, schema] : says.as_object())
            if (const value* inside = v.as_object().if_contains(key)) check(*inside, schema, at + "/" + std::string(key), found);
    }

    void additional(const value& v, const value& says, const value& schema, const std::string& at, list& found) const {
        if (!v.is_object()) return;
        const value* named = schema.as_object().if_contains("properties");
        for (const auto& [key, inside] : v.as_object()) {
            if (named != nullptr && named->as_object().contains(key)) continue;
            if (says.is_object()) check(inside, says, at + "/" + std::string(key), found);
            else if (!says.as_bool()) found.push_back(at + ": has " + std::string(key) + " too");
        }
    }

    void items(const value& v, const value& says, const std::string& at, list& found) const {
        if (!v.is_array()) return;
        for (std::size_t i = 0; i < v.as_array().size(); ++i) check(v.as_array()[i], says, at + "/" + std::to_string(i), found);
    }

    value root_;
};

}  // namespace advise::cli::testing
