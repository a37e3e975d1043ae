// A file that is not yet where it belongs.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "ecpr/cli/output_files.hpp"

namespace ecpr::cli {

/// A new file of a name that nobody has, in the folder of its target; removed unless it is published.
class UnfinishedFile {
 public:
  /// Throws InputError. `path` is the target as the user wrote it, for messages; `place` where it really is.
  UnfinishedFile(std::string path, std::string place, Readers readers);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile();

  /// The target as the user wrote it.
  const std::string& path() const { return path_; }

  /// Writes `bytes` as the whole of the file, and closes it. Throws InputError.
  void write(std::string_view bytes);

  /// Sees to it that what was written is on the disk. Throws InputError.
  void sync() const;

  /// Takes the place of the target. Throws InputError.
  void publish();

 private:
  void make(mode_t mode);
  void close();
  [[noreturn]] void fail() const;

  std::string path_, place_, beside_;
  int descriptor_ = -1;
};

/// Writes `bytes` to the pipe or device at `path`. Throws InputError.
void write_to_device(const std::string& path, std::string_view bytes);

/// Where `path` leads: itself, or what a chain of links points to, which need not be there. Throws InputError when the
/// chain has no end.
std::string end_of_links(const std::string& path);

}  // namespace ecpr::cli
