#include "ecpr/cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace ecpr::cli {

namespace {

constexpr const char* erased = "\r\033[K";

}  // namespace

ProgressLine::~ProgressLine() {
  if (on_screen_) out_ << erased << std::flush;
}

void ProgressLine::show(std::size_t done, std::size_t of, Time now) {
  if (!shown_ || now - last_ < std::chrono::seconds(1)) return;
  last_ = now;
  on_screen_ = true;
  out_ << fmt::format("{}ecpr: {} of {} comparisons", erased, done, of) << std::flush;
}

bool errors_are_seen() { return isatty(STDERR_FILENO) != 0; }

}  // namespace ecpr::cli
