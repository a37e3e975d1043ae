// Runs golden cases and compares, or makes what they write the expected output.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "golden_case.hpp"

namespace fs = std::filesystem;
using namespace ecpr::testing;

namespace {

constexpr const char* usage = "usage: run_golden check|rewrite PROGRAM SOURCE_FOLDER SCRATCH_FOLDER CASE_FOLDER...\n";

/// Returns whether the case holds, or has been rewritten.
bool handle(bool rewriting, const fs::path& folder, const Surroundings& surroundings) {
  const std::string name = folder.parent_path().filename().string() + "/" + folder.filename().string();
  const Output actual = run_case(folder, surroundings), expected = expected_output(folder);
  const std::string differing = differences(folder, expected, actual);
  if (differing.empty()) return true;
  if (rewriting) {
    rewrite(folder, expected, actual);
    fmt::print("rewritten: {}\n", name);
    return actual.files.size() == expected.files.size();
  }
  fmt::print("{}\n{}If this is as it should be: cmake --build ... --target rewrite-golden, then read git diff\n", name,
             differing);
  return false;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view task = argc > 1 ? argv[1] : "";
  if (argc < 6 || (task != "check" && task != "rewrite")) {
    fmt::print(stderr, "{}", usage);
    return 2;
  }
  const Surroundings surroundings{fs::canonical(argv[2]), fs::canonical(argv[3]), fs::absolute(argv[4])};
  bool good = true;
  for (int i = 5; i < argc; ++i) good &= handle(task == "rewrite", fs::canonical(argv[i]), surroundings);
  return good ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "run_golden: {}\n", error.what());
  return 2;
}
