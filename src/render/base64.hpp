// Bytes as letters, for pictures inside a page.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::render {

/// Base64 with padding, RFC 4648 section 4.
std::string base64(std::string_view bytes);

}  // namespace ecpr::render
