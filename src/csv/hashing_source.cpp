#include "hashing_source.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "ecpr/csv/checksum.hpp"

namespace ecpr::csv {

struct HashingSource::Context {
  EVP_MD_CTX* state = EVP_MD_CTX_new();

  Context() { check(state != nullptr && EVP_DigestInit_ex(state, EVP_sha256(), nullptr) == 1); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(state); }

  static void check(bool done) {
    if (!done) throw std::runtime_error("SHA-256 is not available in this build of libcrypto");
  }

  std::string digest() const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    check(EVP_DigestFinal_ex(state, bytes.data(), &size) == 1);
    std::string text;
    for (unsigned i = 0; i < size; ++i) text += fmt::format("{:02x}", bytes[i]);
    return text;
  }
};

HashingSource::HashingSource(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), context_(std::make_unique<Context>()) {}
HashingSource::~HashingSource() = default;

std::size_t HashingSource::read(char* buffer, std::size_t size) {
  const std::size_t count = source_->read(buffer, size);
  if (count > 0) {
    Context::check(EVP_DigestUpdate(context_->state, buffer, count) == 1);
  } else if (digest_.empty()) {
    digest_ = context_->digest();
  }
  return count;
}

std::string sha256_of(std::string_view bytes) {
  HashingSource source(memory_source(std::string(bytes)));
  std::array<char, 4096> buffer;
  while (source.read(buffer.data(), buffer.size()) > 0) {
  }
  return source.digest();
}

}  // namespace ecpr::csv
