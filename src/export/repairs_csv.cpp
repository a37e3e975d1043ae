#include "ecpr/export/repairs_csv.hpp"

#include "ecpr/csv/writer.hpp"

namespace ecpr::catalogue {

void write_repairs_csv(std::ostream& out, const survey::Survey& survey) {
  csv::Writer csv(out);
  csv.row({"post_id", "pre_id", "same_person", "why", "post_line", "pre_line"});
  for (const survey::NearMiss& pair : survey.near_misses)
    csv.row({survey.ids[pair.post], survey.ids[pair.pre], is_sure(pair) ? "yes" : "", "they " + words_for(pair),
             std::to_string(survey.post_line[pair.post]), std::to_string(survey.pre_line[pair.pre])});
}

}  // namespace ecpr::catalogue
