// The fingerprint of a text.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::csv {

/// SHA-256 of `bytes`, in lower-case hexadecimal.
std::string sha256_of(std::string_view bytes);

}  // namespace ecpr::csv
