#include "ecpr/base/version.hpp"

namespace ecpr {

std::string version() { return ECPR_VERSION; }

}  // namespace ecpr
