#include <advise/engine/advice.hpp>
#include <advise/grammar/source.hpp>

int main() { return advise::grammar::span{} == advise::grammar::span{} ? 0 : 1; }
