#include "ecpr/report/supplement.hpp"

#include <array>

#include "supplement_tables.hpp"

namespace ecpr::report {

Blocks supplement(const analysis::Analysis& analysis, const ReportOptions& options) {
  constexpr std::array tables = {other_tests_table,     requested_table, two_answers_table, other_effect_sizes_table,
                                 reliable_change_table, retention_table, attrition_table};
  Blocks blocks;
  for (const auto build : tables) {
    document::Table table = build(analysis, options);
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
  }
  if (!blocks.empty()) blocks.insert(blocks.begin(), document::Heading{1, "Supplement"});
  return blocks;
}

}  // namespace ecpr::report
