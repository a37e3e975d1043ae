#include "ecpr/cli/output_files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "ecpr/base/error.hpp"
#include "interruption.hpp"
#include "unfinished_file.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

using Status = struct stat;

bool same_file(const Status& one, const Status& other) {
  return S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

void refuse_input(const std::string& path, const Status& target, const std::vector<std::string>& inputs) {
  for (const auto& input : inputs) {
    Status status{};
    const bool there = input == "-" ? ::fstat(STDIN_FILENO, &status) == 0 : ::stat(input.c_str(), &status) == 0;
    if (there && same_file(target, status))
      throw InputError(fmt::format("{}: an input is never overwritten; name another file", path));
  }
}

/// Whether the permissions forbid to write; they bind an administrator, too.
bool read_only(const std::string& path, const Status& target) {
  return (target.st_mode & 0222U) == 0 || ::access(path.c_str(), W_OK) != 0;
}

void check_existing(const std::string& path, const Status& target, const std::vector<std::string>& inputs) {
  if (S_ISDIR(target.st_mode)) throw InputError(fmt::format("{}: this is a folder; name a file", path));
  refuse_input(path, target, inputs);
  if (S_ISREG(target.st_mode) && read_only(path, target))
    throw InputError(fmt::format(
        "{}: this file is read-only and is left as it is; name another, or allow it: chmod u+w {}", path, path));
}

void check_folder_of(const std::string& path) {
  std::error_code ignored;
  const fs::path folder = fs::path(end_of_links(path)).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, ignored))
    throw InputError(
        fmt::format("{}: there is no folder '{}'; make it first: mkdir -p {}", path, folder.string(), folder.string()));
}

bool is_device(const std::string& path) {
  Status status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

void require_working_folder(const std::string& path) {
  std::error_code gone;
  if (fs::path(path).is_relative() && fs::current_path(gone).empty())
    throw InputError(
        fmt::format("{}: the working folder no longer exists; change to another one, or name a whole path", path));
}

void check_target(const std::string& path, const std::vector<std::string>& inputs) {
  require_working_folder(path);
  Status status{};
  if (::stat(path.c_str(), &status) == 0) return check_existing(path, status, inputs);
  if (errno != ENOENT && errno != ENOTDIR)
    throw InputError(fmt::format("{}: cannot write: {}", path, std::strerror(errno)));
  check_folder_of(path);
}

OutputFiles::OutputFiles(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

OutputFiles::~OutputFiles() {
  files_.clear();
  for (auto folder = made_folders_.rbegin(); folder != made_folders_.rend(); ++folder) ::rmdir(folder->c_str());
}

void OutputFiles::make_folder(const std::string& folder) {
  std::error_code status;
  fs::path place;
  for (const auto& part : fs::path(folder)) {
    place /= part;
    if (part.empty() || fs::is_directory(place, status)) continue;
    if (fs::exists(place, status)) status = std::make_error_code(std::errc::not_a_directory);
    const bool made = !status && fs::create_directory(place, status);  // false, too, when another run just made it
    if (status) throw InputError(fmt::format("{}: cannot make this folder: {}", folder, status.message()));
    if (made) made_folders_.push_back(place.string());
  }
}

void OutputFiles::write(const std::string& path, std::string_view bytes, Readers readers) {
  check_target(path, inputs_);
  if (is_device(path)) return write_to_device(path, bytes);
  files_.push_back(std::make_unique<UnfinishedFile>(path, end_of_links(path), readers));
  files_.back()->write(bytes);
}

void OutputFiles::publish() {
  for (const auto& file : files_) file->sync();
  const SignalsWait wait;
  for (const auto& file : files_) check_target(file->path(), inputs_);
  for (const auto& file : files_) file->publish();
  files_.clear();
  made_folders_.clear();
}

}  // namespace ecpr::cli
