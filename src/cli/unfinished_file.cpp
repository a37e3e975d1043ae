#include "unfinished_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <random>
#include <utility>

#include "ecpr/base/error.hpp"
#include "interruption.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const std::string& path) {
  throw InputError(fmt::format("{}: cannot write: {}", path, std::strerror(errno)));
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Short, whatever the target is called: a file system takes 255 bytes.
std::string new_name(const std::string& place) {
  std::random_device random;
  const auto number = (static_cast<std::uint64_t>(random()) << 32U) | random();
  return (fs::path(place).parent_path() / fmt::format(".ecpr-{:016x}.part", number)).string();
}

std::optional<mode_t> permissions_of(const std::string& place) {
  struct stat status {};
  if (::stat(place.c_str(), &status) != 0) return std::nullopt;
  return status.st_mode & 0777U;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string path, std::string place, Readers readers)
    : path_(std::move(path)), place_(std::move(place)) {
  const auto replaced = permissions_of(place_);
  make(replaced ? 0600 : readers == Readers::owner ? 0600 : 0666);
  if (replaced && ::fchmod(descriptor_, *replaced) != 0) {
    const int reason = errno;
    forget_and_remove(beside_);
    ::close(descriptor_);
    errno = reason;
    fail();
  }
}

UnfinishedFile::~UnfinishedFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!beside_.empty()) forget_and_remove(beside_);
}

void UnfinishedFile::make(mode_t mode) {
  constexpr int tries = 100;
  const SignalsWait wait;
  for (int i = 0; i < tries; ++i) {
    const std::string name = new_name(place_);
    descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (descriptor_ < 0 && errno == EEXIST) continue;
    if (descriptor_ < 0) fail();
    beside_ = name;
    remove_on_signals(beside_);
    return;
  }
  fail();
}

void UnfinishedFile::write(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) fail();
  close();
}

void UnfinishedFile::close() {
  if (::close(std::exchange(descriptor_, -1)) != 0) fail();
}

void UnfinishedFile::sync() const {
  const int descriptor = ::open(beside_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return;  // permissions that forbid its owner to read
  const bool on_disk = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOSYS || errno == EROFS;
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  if (!on_disk) fail();
}

void UnfinishedFile::publish() {
  if (::rename(beside_.c_str(), place_.c_str()) != 0) fail();
  forget(beside_);
  beside_.clear();
}

void UnfinishedFile::fail() const { cannot_write(path_); }

void write_to_device(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) cannot_write(path);
  const bool written = write_all(descriptor, bytes);
  const int reason = errno;
  const bool closed = ::close(descriptor) == 0;
  if (!written) errno = reason;
  if (!written || !closed) cannot_write(path);
}

std::string end_of_links(const std::string& path) {
  constexpr int most_links = 40;
  fs::path place = path;
  for (int i = 0; i < most_links; ++i) {
    std::error_code none;
    const fs::path next = fs::read_symlink(place, none);
    if (none) return place.string();
    place = place.parent_path() / next;  // an absolute `next` replaces all
  }
  errno = ELOOP;
  cannot_write(path);
}

}  // namespace ecpr::cli
