#include "output.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/survey/open_problems.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

void refuse_input(const std::string& path, const std::vector<std::string>& inputs) {
  for (const auto& input : inputs) {
    std::error_code ignored;
    if (fs::equivalent(path, input, ignored))
      throw InputError(fmt::format("{}: an input is never overwritten; name another file", path));
  }
}

}  // namespace

void check_target(const std::string& path, const std::vector<std::string>& inputs) {
  refuse_input(path, inputs);
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) throw InputError(fmt::format("{}: this is a folder; name a file", path));
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, ignored))
    throw InputError(
        fmt::format("{}: there is no folder '{}'; make it first: mkdir -p {}", path, folder.string(), folder.string()));
}

void write_file(const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs) {
  check_target(path, inputs);
  std::error_code status;
  if (fs::exists(path, status) && !fs::is_regular_file(path, status)) {
    std::ofstream device(path, std::ios::binary);  // a pipe or /dev/null is written to, not replaced
    device.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!device.flush()) throw InputError(fmt::format("{}: cannot write", path));
    return;
  }
  const std::string beside = path + ".part";
  errno = 0;
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) fs::rename(beside, path, status);
  if (!file || status) {
    const std::string reason = status ? status.message() : std::strerror(errno);
    fs::remove(beside, status);
    throw InputError(fmt::format("{}: cannot write: {}", path, reason));
  }
}

void write_output(std::string_view bytes) { std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }

std::size_t output_width() {
  constexpr std::size_t otherwise = 100, narrowest = 40;
  winsize size{};
  if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return std::max<std::size_t>(size.ws_col, narrowest);
}

bool output_is_styled() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void report_problems(const survey::Survey& survey, const study::Study& study, bool quiet, bool strict) {
  const std::size_t count = survey::open_problems(survey, study);
  if (!quiet) {
    for (const auto& note : survey.notes) std::cerr << "ecpr: " << note << '\n';
  }
  if (!quiet || (strict && count > 0)) {
    for (const auto& warning : survey::warnings(survey)) std::cerr << "ecpr: " << warning << '\n';
  }
  if (count > 0 && !quiet && !strict)
    std::cerr << fmt::format("ecpr: {} in the data: ecpr check, with the same input, lists all and what settles them\n",
                             counted(count, "problem", "problems"));
  if (!strict || count == 0) return;
  std::cerr << fmt::format("ecpr: {} in the data: stopped because of --strict; ecpr check shows all\n",
                           counted(count, "problem", "problems"));
  throw ProblemsFound{};
}

}  // namespace ecpr::cli
