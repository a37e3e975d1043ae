// Files that a test writes, in a folder of its own.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace ecpr::testing {

/// An empty folder that is the working folder as long as this lives, so that messages name files without their path.
class WorkingFolder {
 public:
  WorkingFolder() : before_(std::filesystem::current_path()) {
    static std::atomic<int> number{0};
    folder_ = std::filesystem::temp_directory_path() /
              ("ecpr-test-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(folder_);
    std::filesystem::current_path(folder_);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  ~WorkingFolder() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
    std::filesystem::remove_all(folder_, ignored);
  }

  void write(const std::string& name, std::string_view text) const {
    std::ofstream file(folder_ / name, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
  }

 private:
  std::filesystem::path before_, folder_;
};

}  // namespace ecpr::testing
