#include "check_careless.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/careless.hpp"

namespace ecpr::report {

using document::Text;
using survey::Survey;

namespace {

constexpr std::size_t cases_shown = 10;

}  // namespace

Blocks careless_blocks(const Survey& survey) {
  if (survey.careless.empty()) return {};
  Blocks blocks;
  blocks.emplace_back(
      document::Heading{1, fmt::format("Answers that may be careless: {}", with_thousands(survey.careless.size()))});
  if (survey.careless.size() > cases_shown)
    blocks.emplace_back(document::Paragraph{fmt::format("The first {}:", cases_shown)});
  document::List cases;
  for (std::size_t i = 0; i < std::min(survey.careless.size(), cases_shown); ++i)
    cases.items.emplace_back(sentence(survey, survey.careless[i], true));
  blocks.emplace_back(std::move(cases));
  blocks.emplace_back(document::Paragraph{
      "Nobody is left out for this. Who should be: --exclude FILE (exclude = \"FILE\" under [input]), a CSV with the "
      "columns id and reason; reports count them by reason."});
  return blocks;
}

}  // namespace ecpr::report
