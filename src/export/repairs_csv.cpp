#include "ecpr/export/repairs_csv.hpp"

#include <sstream>

#include "ecpr/csv/checksum.hpp"
#include "ecpr/csv/writer.hpp"

namespace ecpr::catalogue {

namespace {

/// Nothing in it that spreadsheets would put between quotation marks.
std::string comment_above(std::string_view rows) {
  return "# Repairs that ecpr check proposes: say yes or no in same_person. Checksum of the rows: " +
         csv::sha256_of(rows) + '\n';
}

}  // namespace

void write_repairs_csv(std::ostream& out, const survey::Survey& survey) {
  std::ostringstream rows;
  csv::Writer csv(rows);
  csv.row({"post_id", "pre_id", "same_person", "why", "post_line", "pre_line"});
  for (const survey::NearMiss& pair : survey.near_misses)
    csv.row({survey.ids[pair.post], survey.ids[pair.pre], is_sure(pair) ? "yes" : "", "they " + words_for(pair),
             std::to_string(survey.post_line[pair.post]), std::to_string(survey.pre_line[pair.pre])});
  out << comment_above(rows.view()) << rows.view();
}

bool is_untouched_list(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == bytes.npos) return false;
  return bytes.substr(0, end + 1) == comment_above(bytes.substr(end + 1));
}

}  // namespace ecpr::catalogue
