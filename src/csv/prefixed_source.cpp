#include "prefixed_source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ecpr::csv {
namespace {

class PrefixedSource final : public ByteSource {
 public:
  PrefixedSource(std::string prefix, std::unique_ptr<ByteSource> source)
      : prefix_(std::move(prefix)), source_(std::move(source)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (position_ == prefix_.size()) return source_->read(buffer, size);
    const std::size_t count = std::min(size, prefix_.size() - position_);
    std::memcpy(buffer, prefix_.data() + position_, count);
    position_ += count;
    return count;
  }

 private:
  std::string prefix_;
  std::unique_ptr<ByteSource> source_;
  std::size_t position_ = 0;
};

}  // namespace

std::string read_head(ByteSource& source, std::size_t size) {
  constexpr std::size_t step = 1 << 16;
  std::string head;
  for (std::size_t filled = 0; filled < size;) {
    head.resize(std::min(size, filled + step));
    const std::size_t count = source.read(head.data() + filled, head.size() - filled);
    head.resize(filled += count);
    if (count == 0) break;
  }
  return head;
}

std::unique_ptr<ByteSource> prefixed(std::string prefix, std::unique_ptr<ByteSource> source) {
  return std::make_unique<PrefixedSource>(std::move(prefix), std::move(source));
}

}  // namespace ecpr::csv
