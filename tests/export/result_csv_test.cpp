#include "ecpr/export/result_csv.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "ecpr/export/result_fields.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::vector<std::string> csv_of(const analysis::Analysis& study) {
  std::ostringstream out;
  catalogue::write_result_csv(out, study);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a header, then a row per outcome and group") {
  analysis::Analysis study = study_without_results({"Peers, \"trained\"", "=1+1"});
  const analysis::Comparison comparison = comparison_of({149, -1.58, {-2.46, -0.7}, -4.06, 0.003, -1.28, 0.01});
  add_outcome(study, score("x", "Pulse"), {comparison, comparison, comparison});
  const auto lines = csv_of(study);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("outcome,label,kind,scale_of,group,higher_is,n_pairs,n_pre_only,"));
  CHECK(lines[0].ends_with(",ml_ci_upper,no_change_for_lost,note"));
  CHECK(
      lines[1].starts_with("x,Pulse,score,,\"Peers, \"\"trained\"\"\",neutral,149,0,0,0,10,2,8.42,2.5,0.625,-1.58,1.5,"
                           "0.5,-2.46,-0.7,-4.06,148,0.003,-1,0.01,-1.28,"));
  CHECK(lines[2].starts_with("x,Pulse,score,,'=1+1,neutral,"));
  CHECK(lines[3].starts_with("x,Pulse,score,,,neutral,149,"));
}

TEST_CASE("a study without outcomes is a header alone") { CHECK(csv_of(study_without_results()).size() == 1); }
