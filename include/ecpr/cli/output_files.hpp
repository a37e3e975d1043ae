// The files that a run writes: all of them appear whole, or all stay as they were.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::cli {

class UnfinishedFile;

/// Who may read a new file: everybody whom the umask lets, or its owner alone, as it holds ids or answers. A file that
/// is replaced keeps its permissions.
enum class Readers { all, owner };

/// Throws InputError when `path` depends on a working folder that no longer exists.
void require_working_folder(const std::string& path);

/// Throws InputError when nothing can be written at `path`, because it is a folder, lies in none, is read-only, or is
/// one of `inputs`, also by another name ("-" is standard input): asked before the work is done.
void check_target(const std::string& path, const std::vector<std::string>& inputs);

/// Collects what is to be written, each in a new file beside its target, and publishes all of it at once. What was not
/// published is removed, also when a signal ends the program. A target that is a link is written where it points to.
class OutputFiles {
 public:
  /// None of `inputs` is ever overwritten; "-" is standard input.
  explicit OutputFiles(std::vector<std::string> inputs);
  OutputFiles(const OutputFiles&) = delete;
  OutputFiles& operator=(const OutputFiles&) = delete;
  ~OutputFiles();

  /// Makes `folder` and those above it where they are missing; those are removed when nothing is published. Throws
  /// InputError.
  void make_folder(const std::string& folder);

  /// Keeps `bytes` for `path`; a pipe or a device gets them at once. Throws InputError, as check_target does.
  void write(const std::string& path, std::string_view bytes, Readers readers = Readers::all);

  /// Puts all that was written in its place. Throws InputError; signals wait until it is done.
  void publish();

 private:
  std::vector<std::string> inputs_, made_folders_;
  std::vector<std::unique_ptr<UnfinishedFile>> files_;
};

}  // namespace ecpr::cli
