#include "encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ecpr/csv/reader.hpp"

namespace ecpr::csv {
namespace {

using namespace std::string_view_literals;

const iconv_t no_converter = reinterpret_cast<iconv_t>(-1);

// Longer marks first: that of UTF-16LE begins that of UTF-32LE.
constexpr std::array<std::pair<std::string_view, const char*>, 5> byte_order_marks = {{
    {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
}};

// Lower-case letters and digits only: "UTF-8", "utf8" and "Utf_8" are one name.
std::string key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

bool is_windows_code_page(const std::string& name) {
  const std::string code_page = key(name);
  return code_page.starts_with("windows12") || code_page.starts_with("cp12");
}

// Text in UTF-16 that is mostly Latin has NUL in every second byte, and never in the others.
const char* utf16_by_pattern(std::string_view head) {
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min<std::size_t>(head.size(), 4096) / 2 * 2;
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += head[i] == '\0';
  if (zeros[0] == 0 && zeros[1] > 2 && zeros[1] * 8 > size) return "UTF-16LE";
  if (zeros[1] == 0 && zeros[0] > 2 && zeros[0] * 8 > size) return "UTF-16BE";
  return nullptr;
}

iconv_t open_converter(const std::string& encoding) {
  const bool harmless = !encoding.empty() && encoding.find_first_of("/,") == std::string::npos;
  return harmless ? iconv_open("UTF-8", encoding.c_str()) : no_converter;
}

class DecodingSource final : public ByteSource {
 public:
  DecodingSource(std::unique_ptr<ByteSource> source, const std::string& encoding)
      : source_(std::move(source)),
        keeps_controls_(is_windows_code_page(encoding)),
        converter_(open_converter(encoding)) {
    if (converter_ == no_converter) throw std::invalid_argument("unknown encoding " + encoding);
    if (encoding.starts_with("UTF-16")) unit_ = 2;
    if (encoding.starts_with("UTF-32")) unit_ = 4;
  }
  DecodingSource(const DecodingSource&) = delete;
  DecodingSource& operator=(const DecodingSource&) = delete;
  ~DecodingSource() override { iconv_close(converter_); }

  std::size_t read(char* buffer, std::size_t size) override {
    while (position_ == decoded_.size()) {
      if (at_end_) return 0;
      decode_block();
    }
    const std::size_t count = std::min(size, decoded_.size() - position_);
    std::memcpy(buffer, decoded_.data() + position_, count);
    position_ += count;
    return count;
  }

 private:
  void decode_block() {
    std::array<char, 1 << 15> block;
    const std::size_t count = source_->read(block.data(), block.size());
    at_end_ = count == 0;
    raw_.insert(raw_.end(), block.begin(), block.begin() + count);
    decoded_.clear();
    position_ = 0;
    const std::size_t used = convert();
    raw_.erase(raw_.begin(), raw_.begin() + used);
    if (at_end_ && !raw_.empty()) decoded_ += replacement;
  }

  // Returns how many bytes of raw_ were used; the others begin a character that is not complete.
  std::size_t convert() {
    char* in = raw_.data();
    std::size_t left = raw_.size();
    while (left > 0) {
      std::array<char, 1 << 15> block;
      char* out = block.data();
      std::size_t space = block.size();
      const bool done = iconv(converter_, &in, &left, &out, &space) != static_cast<std::size_t>(-1);
      const int error = done ? 0 : errno;
      decoded_.append(block.data(), out);
      if (error == EINVAL) break;
      if (error == EILSEQ) replace(in, left);
    }
    return raw_.size() - left;
  }

  void replace(char*& in, std::size_t& left) {
    const auto byte = static_cast<unsigned char>(*in);
    if (keeps_controls_) {
      decoded_ += '\xC2';
      decoded_ += static_cast<char>(byte);
    } else {
      decoded_ += replacement;
    }
    const std::size_t skipped = std::min(unit_, left);
    in += skipped;
    left -= skipped;
  }

  static constexpr std::string_view replacement = "\xEF\xBF\xBD";

  std::unique_ptr<ByteSource> source_;
  bool keeps_controls_;
  iconv_t converter_;
  std::size_t unit_ = 1;  // bytes that an undecodable place takes
  std::vector<char> raw_;
  std::string decoded_;
  std::size_t position_ = 0;
  bool at_end_ = false;
};

// Our own names for encodings that have several; empty for "utf-16" without byte order.
std::string resolved(const std::string& requested, std::string_view head) {
  const std::string wanted = key(requested);
  if (wanted == "utf8" || wanted == "utf8sig") return "UTF-8";
  if (wanted == "utf16le") return "UTF-16LE";
  if (wanted == "utf16be") return "UTF-16BE";
  if (wanted != "utf16" && wanted != "unicode") return requested;
  const char* const found = utf16_by_pattern(head);
  return found ? found : "UTF-16LE";
}

}  // namespace

bool known_encoding(const std::string& name) {
  const iconv_t converter = open_converter(resolved(name, {}));
  if (converter == no_converter) return false;
  iconv_close(converter);
  return true;
}

Encoding find_encoding(std::string_view head, const std::string& requested) {
  for (const auto& [mark, name] : byte_order_marks) {
    if (head.starts_with(mark)) return {name, mark.size()};
  }
  if (!requested.empty()) return {resolved(requested, head)};
  const char* const utf16 = utf16_by_pattern(head);
  return {utf16 ? utf16 : "UTF-8"};
}

std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, const std::string& encoding) {
  return std::make_unique<DecodingSource>(std::move(source), encoding);
}

}  // namespace ecpr::csv
