#include "output.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/survey/open_problems.hpp"

namespace ecpr::cli {

void write_file(const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs,
                Readers readers) {
  OutputFiles files(inputs);
  files.write(path, bytes, readers);
  files.publish();
}

void write_output(std::string_view bytes) { std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }

void write_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    write_output(visible(text.substr(0, end)));
    if (end == text.npos) return;
    write_output("\n");
    text.remove_prefix(end + 1);
  }
}

void tell(std::string_view message) { std::cerr << "ecpr: " << visible(message) << '\n'; }

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
    for (const auto& note : survey.notes) tell(note);
  }
  if (!quiet || (strict && count > 0)) {
    for (const auto& warning : survey::warnings(survey)) tell(warning);
  }
  if (count > 0 && !quiet && !strict)
    tell(fmt::format("{} in the data: ecpr check, with the same input, lists all and what settles them",
                     counted(count, "problem", "problems")));
  if (!strict || count == 0) return;
  tell(fmt::format("{} in the data: stopped because of --strict; ecpr check shows all",
                   counted(count, "problem", "problems")));
  throw ProblemsFound{};
}

}  // namespace ecpr::cli
