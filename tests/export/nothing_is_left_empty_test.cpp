#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <map>
#include <sstream>
#include <string>

#include "analysis_run.hpp"
#include "ecpr/export/result_fields.hpp"
#include "ecpr/export/result_json.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

/// The sample study with everything that can be asked for, and a measure of each kind.
const std::string everything =
    "[[outcome]]\nname = \"asked\"\nlabel = \"Asked for help\"\ncolumn = \"asked\"\nrange = [0, 1]\nsingle_item = "
    "true\nhigher_is = \"better\"\n"
    "[[outcome]]\ninstrument = \"who5\"\nitems = \"who5_{item}\"\n"
    "[[measure]]\nname = \"fidelity\"\nfile = \"ratings.csv\"\ncolumns = [\"f1\", \"f2\"]\nrange = [0, 2]\nmark = 1\n"
    "[group]\ncolumn = \"role\"\n"
    "[analysis]\nbootstrap = 199\nequivalence = { raw = 0.5 }\n";

/// 24 people in two groups and four sessions, two of them lost, one of them met again only.
void write_survey(const WorkingFolder& folder) {
  std::string pre = "id,role,session,asked,who5_1,who5_2,who5_3,who5_4,who5_5\n", post = pre;
  for (int i = 0; i < 24; ++i) {
    const std::string person =
        "P" + std::to_string(10 + i) + "," + (i % 2 == 0 ? "Peers" : "Family") + "," + std::to_string(i % 4) + ",";
    const auto answers = [&](int more) {
      std::string text;
      for (int item = 0; item < 5; ++item)
        text += "," + std::to_string((i * (3 + item) + item * item + more * (i % 5)) % 6);
      return text + "\n";
    };
    const std::string complete = std::to_string(i % 3 == 0), changed = std::to_string(i % 4 == 0);
    if (i != 23) pre += person + complete + answers(0);
    if (i > 1) post += person + changed + answers(i % 2 + 1);
  }
  folder.write("pre.csv", pre + "P50,Peers,1,7,9,1,1,1\n");  // an answer out of range, and a short row
  folder.write("post.csv", post);
  folder.write("ratings.csv", "f1,f2\n2,1\n1,1\n2,2\n0,1\n");
}

bool is_empty(const rapidjson::Value& value) {
  return value.IsNull() || (value.IsString() && value.GetStringLength() == 0) || (value.IsArray() && value.Empty());
}

/// Per member, by its path without places in lists, whether it has a value anywhere.
void walk(const rapidjson::Value& value, const std::string& path, std::map<std::string, bool>& filled) {
  if (value.IsArray()) {
    for (const auto& element : value.GetArray()) walk(element, path, filled);
  } else if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      const std::string of_member = (path.empty() ? "" : path + ".") + member.name.GetString();
      filled[of_member] = filled[of_member] || !is_empty(member.value);
      walk(member.value, of_member, filled);
    }
  }
}

}  // namespace

TEST_CASE("with everything switched on, every field has a value somewhere, but for those that should not") {
  const WorkingFolder folder;
  write_survey(folder);
  const auto study = study_of(
      "[study]\ntitle = \"Everything\"\n[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = "
      "\"id\"\ncluster = \"session\"\n" +
      everything);
  const auto survey = survey::read_survey(study, {.hash = true});
  const auto analysis = analysis::analyse(survey, study);
  std::ostringstream out;
  catalogue::write_result_json(out, analysis, survey, {"1.2.3"});
  rapidjson::Document document;
  const std::string text = out.str();
  document.Parse(text.data(), text.size());
  REQUIRE(!document.HasParseError());
  std::map<std::string, bool> filled;
  walk(document, "", filled);
  std::string empty;
  for (const auto& [path, has_value] : filled) {
    if (!has_value) empty += path + "\n";
  }
  // Both groups have pairs; nothing of them or of the measure is undefined; nobody was excluded.
  CHECK(empty == "group_comparisons.left_out\nmeasures.note\nparticipants.exclusions\n");
  for (const auto& field : catalogue::result_fields())
    CHECK_MESSAGE(filled.count("results." + std::string(field.name)) == 1, field.name);
}
