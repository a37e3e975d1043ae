#include "ecpr/draft/study_draft.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>

#include "refusal.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

draft::StudyDraft draft_of(const std::vector<std::string>& files) { return draft::draft_study(files, ""); }

/// What the flags give: every built-in instrument that is found, the usual columns.
survey::Survey flagged_survey(const std::vector<std::string>& files) {
  study::Study study;
  const auto source = [](const std::string& path) {
    study::Source file;
    file.path = file.name = path;
    return file;
  };
  if (files.size() > 1) {
    study.input.pre = source(files[0]);
    study.input.post = source(files[1]);
  } else {
    study.input.file = source(files[0]);
  }
  study.grouping.guess = true;
  study.codings["es28"] = "agree-first";
  study.orders["scsr20"] = "A";
  study::complete(study);
  return survey::read_survey(study, {});
}

bool same_scores(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

const std::string samples = std::string(ECPR_SOURCE_DIR) + "/data/samples/";

}  // namespace

TEST_CASE("the sample files in three shapes: the draft's study scores as the flags do") {
  const std::vector<std::vector<std::string>> shapes = {
      {samples + "pre.csv", samples + "post.csv"}, {samples + "wide.csv"}, {samples + "long.csv"}};
  for (const auto& files : shapes) {
    CAPTURE(files[0]);
    const auto draft = draft_of(files);
    CHECK(draft.notes.empty());
    const auto drafted = survey_of(draft.text), flagged = flagged_survey(files);
    CHECK(drafted.ids == flagged.ids);
    CHECK(drafted.groups == flagged.groups);
    CHECK(drafted.group == flagged.group);
    CHECK(drafted.waves.size() == 199);
    std::size_t compared = 0;
    for (const auto& outcome : drafted.outcomes) {
      if (!drafted.sources[outcome.source].instrument) continue;
      const auto& other = outcome_named(flagged, outcome.name);
      CHECK(same_scores(outcome.pre.value, other.pre.value));
      CHECK(same_scores(outcome.post.value, other.post.value));
      ++compared;
    }
    CHECK(compared == 10);  // of eight instruments two are held back, three have subscales
    CHECK(drafted.sources.size() == 6 + 5);
  }
}

TEST_CASE("paths stand in the study file as seen from its folder") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,mood\na,1\nb,2\n");
  folder.write("post.csv", "id,mood\na,2\nb,2\n");
  std::filesystem::create_directories("studies/first");
  const auto draft = draft::draft_study({"pre.csv", "post.csv"}, "studies/first");
  CHECK(draft.notes.empty());
  CHECK(draft.text.find("pre = \"../../pre.csv\"") != draft.text.npos);
}

TEST_CASE("one file without two waves is refused") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,mood\na,1\nb,2\n");
  CHECK(refusal<InputError>([] { draft_of({"pre.csv"}); }) ==
        "pre.csv: no two waves are found in it: no column says pre and post, and no columns are called like x_pre and "
        "x_post; if it is one of two files, name the other one, too: ecpr init PRE POST");
  CHECK(refusal<UsageError>([] {
          draft_of({"pre.csv", "pre.csv", "pre.csv"});
        }) == "init looks at one file that holds both waves, or at two: pre and post");
}
