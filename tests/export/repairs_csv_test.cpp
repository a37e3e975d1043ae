#include "ecpr/export/repairs_csv.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string rows_of(const std::string& list) { return list.substr(list.find('\n') + 1); }

}  // namespace

TEST_CASE("proposed repairs are a CSV that can be handed back") {
  survey::Survey survey = small_survey();
  std::ostringstream none;
  catalogue::write_repairs_csv(none, survey);
  // printf 'post_id,pre_id,same_person,why,post_line,pre_line\n' | sha256sum
  CHECK(none.str() ==
        "# Repairs that ecpr check proposes: say yes or no in same_person. Checksum of the rows: "
        "61121d974e6c809e09a0ee654a0e687018eb9d3be75cd2f9f55d8456c4844992\n"
        "post_id,pre_id,same_person,why,post_line,pre_line\n");
  survey.ids = {"=d", "a", "=b,1", "B 1"};
  survey.near_misses = {{2, 3, survey::Likeness::spelling}};
  std::ostringstream one;
  catalogue::write_repairs_csv(one, survey);
  CHECK(rows_of(one.str()) ==
        "post_id,pre_id,same_person,why,post_line,pre_line\n"
        "B 1,\"'=b,1\",yes,\"they differ in case, blanks, punctuation or zeros\",3,4\n");
}

TEST_CASE("a list that somebody touched is told from one that nobody did") {
  std::ostringstream out;
  catalogue::write_repairs_csv(out, small_survey());
  const std::string list = out.str();
  CHECK(catalogue::is_untouched_list(list));
  CHECK_FALSE(catalogue::is_untouched_list(list + "a,b,yes,by hand,1,1\n"));
  CHECK_FALSE(catalogue::is_untouched_list(list + "\n"));
  CHECK_FALSE(catalogue::is_untouched_list(list.substr(0, list.size() - 1)));
  CHECK_FALSE(catalogue::is_untouched_list(rows_of(list)));
  CHECK_FALSE(catalogue::is_untouched_list("\n" + list));
  CHECK_FALSE(catalogue::is_untouched_list("# a note\n" + list));
  CHECK_FALSE(catalogue::is_untouched_list(list.substr(0, list.find('\n'))));
  CHECK_FALSE(catalogue::is_untouched_list(""));
}
