#include "ecpr/cli/progress_line.hpp"

#include <doctest/doctest.h>

#include <sstream>

using ecpr::cli::ProgressLine;
using namespace std::chrono_literals;

namespace {

constexpr ProgressLine::Time start{};

}  // namespace

TEST_CASE("progress appears after a second, once a second, and is taken away") {
  std::ostringstream out;
  {
    ProgressLine line(out, true, start);
    line.show(1, 132, start + 999ms);
    CHECK(out.str().empty());
    line.show(37, 132, start + 1s);
    line.show(38, 132, start + 1999ms);
    CHECK(out.str() == "\r\033[Kecpr: 37 of 132 comparisons");
    line.show(80, 132, start + 2s);
    CHECK(out.str() == "\r\033[Kecpr: 37 of 132 comparisons\r\033[Kecpr: 80 of 132 comparisons");
  }
  CHECK(out.str().ends_with("comparisons\r\033[K"));
}

TEST_CASE("quick work, and work that nobody watches, writes nothing") {
  std::ostringstream out;
  {
    ProgressLine quick(out, true, start), unseen(out, false, start);
    quick.show(132, 132, start + 20ms);
    unseen.show(5, 132, start + 1min);
  }
  CHECK(out.str().empty());
}
