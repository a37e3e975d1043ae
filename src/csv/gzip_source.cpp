#include "gzip_source.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ecpr/base/error.hpp"

namespace ecpr::csv {
namespace {

constexpr int gzip_window_bits = 15 + 16;

class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> source, std::string name)
      : source_(std::move(source)), name_(std::move(name)), packed_(1 << 16) {
    if (inflateInit2(&stream_, gzip_window_bits) != Z_OK) throw std::runtime_error("zlib cannot be used");
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override { inflateEnd(&stream_); }

  std::size_t read(char* buffer, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted) {
      if (stream_.avail_in == 0 && !fill()) break;
      if (!between_members_ || enter_member()) inflate_some();
    }
    return wanted - stream_.avail_out;
  }

 private:
  // False at the end of the packed bytes, where a member must not be open.
  bool fill() {
    stream_.avail_in = static_cast<uInt>(source_->read(packed_.data(), packed_.size()));
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
    if (stream_.avail_in == 0 && !between_members_) refuse("break off before their end");
    return stream_.avail_in > 0;
  }

  bool enter_member() {
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return false;
    if (*stream_.next_in != 0x1f) refuse("are followed by something else");
    inflateReset(&stream_);
    between_members_ = false;
    return true;
  }

  void inflate_some() {
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      between_members_ = true;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      refuse("are damaged");
    }
  }

  [[noreturn]] void refuse(const char* what) const {
    throw InputError(fmt::format("{}: the compressed data {}; copy or download the file again", name_, what));
  }

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::vector<char> packed_;
  z_stream stream_{};
  bool between_members_ = false;
};

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b"); }

std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> source, std::string name) {
  return std::make_unique<GzipSource>(std::move(source), std::move(name));
}

}  // namespace ecpr::csv
