#include "ecpr/csv/byte_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "ecpr/base/error.hpp"
#include "names.hpp"

namespace ecpr::csv {
namespace {

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string text) : text_(std::move(text)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min(size, text_.size() - position_);
    std::memcpy(buffer, text_.data() + position_, count);
    position_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t position_ = 0;
};

[[noreturn]] void refuse(const std::string& name, int error) {
  if (error == ENOENT) throw InputError(fmt::format("{}: no such file", name));
  if (error == EACCES) throw InputError(fmt::format("{}: permission denied; make the file readable for you", name));
  if (error == EISDIR) throw InputError(fmt::format("{}: this is a folder; name a CSV file in it", name));
  throw InputError(fmt::format("{}: cannot be read ({})", name, std::generic_category().message(error)));
}

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t count = ::read(descriptor_, buffer, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) refuse(name_, errno);
    }
  }

 private:
  int descriptor_;
  std::string name_;
};

}  // namespace

std::unique_ptr<ByteSource> memory_source(std::string text) { return std::make_unique<MemorySource>(std::move(text)); }

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, name_of(path));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse(path, errno);
  auto source = std::make_unique<FileSource>(descriptor, path);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) refuse(path, EISDIR);
  return source;
}

}  // namespace ecpr::csv
