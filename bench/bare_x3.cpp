#include "bare_x3.hpp"

#include <boost/spirit/home/x3.hpp>

namespace advise::bench {
namespace {

namespace x3 = boost::spirit::x3;

const auto word = x3::lexeme[x3::alpha >> *(x3::alnum | '_')];
const auto keyword = [](const char* text) { return x3::lexeme[x3::lit(text) >> !(x3::alnum | '_')]; };
const x3::rule<struct condition_tag> condition = "condition";
const auto list = '(' >> (condition % ',') >> ')';
const auto primary = (keyword("at") >> keyword("least") >> x3::uint_ >> keyword("of") >> list) | ('(' >> condition >> ')') | (word >> -(">=" >> word));
const auto unary = *keyword("not") >> primary;
const auto conjunction = unary % keyword("and");
const auto condition_def = conjunction % keyword("or");
BOOST_SPIRIT_DEFINE(condition)
const auto statement = (keyword("fact") >> word >> ':' >> word) | ((keyword("concept") | keyword("role")) >> word >> keyword("when") >> condition);

}  // namespace

bool recognise(std::string_view text)
{
    const char* at = text.data();
    const char* end = at + text.size();
    return x3::phrase_parse(at, end, *statement, x3::space) && at == end;
}

}  // namespace advise::bench
