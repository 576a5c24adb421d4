// The border that no exception crosses.
#pragma once

#include "advise.h"

#include <new>
#include <stdexcept>

namespace advise::c {

/// Runs the body of an entry point. What it throws becomes a status.
template <class Body>
advise_status guarded(const Body& body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return ADVISE_OUT_OF_MEMORY;
    } catch (const std::length_error&) {  // a string or vector longer than there can be
        return ADVISE_OUT_OF_MEMORY;
    } catch (...) {
        return ADVISE_FAULT;
    }
}

}  // namespace advise::c
