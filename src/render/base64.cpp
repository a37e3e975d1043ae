#include "base64.hpp"

#include <openssl/evp.h>

#include <limits>
#include <stdexcept>

namespace ecpr::render {

std::string base64(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
    throw std::length_error("a picture is too large");
  const std::size_t length = (bytes.size() + 2) / 3 * 4;
  std::string text(length + 1, '\0');  // the library puts a NUL behind the letters
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()));
  text.resize(length);
  return text;
}

}  // namespace ecpr::render
