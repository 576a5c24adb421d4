#include "advise.h"

uint32_t advise_abi_version(void) noexcept { return ADVISE_ABI_VERSION; }

const char* advise_version(void) noexcept { return ADVISE_VERSION; }

const char* advise_status_name(advise_status status) noexcept {
    switch (status) {
    case ADVISE_OK: return "ADVISE_OK";
    case ADVISE_REFUSED: return "ADVISE_REFUSED";
    case ADVISE_NOT_FOUND: return "ADVISE_NOT_FOUND";
    case ADVISE_BAD_ARGUMENT: return "ADVISE_BAD_ARGUMENT";
    case ADVISE_TOO_SMALL: return "ADVISE_TOO_SMALL";
    case ADVISE_OUT_OF_MEMORY: return "ADVISE_OUT_OF_MEMORY";
    case ADVISE_FAULT: return "ADVISE_FAULT";
    }
    return "?";
}
