#include "ecpr/export/result_csv.hpp"

#include <string>
#include <vector>

#include "ecpr/csv/writer.hpp"
#include "ecpr/export/result_fields.hpp"

namespace ecpr::catalogue {

void write_result_csv(std::ostream& out, const analysis::Analysis& analysis) {
  csv::Writer writer(out);
  std::vector<std::string> cells;
  for (const ResultField& field : result_fields()) cells.emplace_back(field.name);
  writer.row(cells);
  for (const analysis::Comparison& comparison : analysis.comparisons) {
    cells.clear();
    for (const ResultField& field : result_fields()) cells.push_back(text_of(value_of(field, analysis, comparison)));
    writer.row(cells);
  }
}

}  // namespace ecpr::catalogue
