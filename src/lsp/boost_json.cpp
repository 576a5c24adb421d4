// Boost.JSON, compiled once: Debian's library is shared, and the program stands alone.
#include <boost/json/src.hpp>
