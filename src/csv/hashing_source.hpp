// The fingerprint of what passes through.
#pragma once

#include <memory>
#include <string>

#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// Passes the bytes of another source on and takes their SHA-256.
class HashingSource final : public ByteSource {
 public:
  explicit HashingSource(std::unique_ptr<ByteSource> source);
  ~HashingSource() override;

  std::size_t read(char* buffer, std::size_t size) override;

  /// Lower-case hexadecimal. Requires: read() has returned 0, and this thread knows it.
  const std::string& digest() const { return digest_; }

 private:
  struct Context;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<Context> context_;
  std::string digest_;
};

}  // namespace ecpr::csv
