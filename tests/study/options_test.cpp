#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "ecpr/base/number.hpp"
#include "ecpr/study/option.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using study::Option;
using study::ValueKind;

std::string study_file(const Option& option, const std::string& line) {
  const std::string input = "[input]\nfile = \"survey.csv\"\n";
  if (option.table == "input") return input + line + "\n";
  return input + "[" + std::string(option.table) + "]\n" + line + "\n";
}

/// What the command line wants instead of `typed`.
std::string wanted_by_flag(const Option& option, const std::string& typed) {
  study::Study study;
  return option.take({typed}, study);
}

/// What a study file says of `value`.
std::string said_of(const Option& option, const std::string& value) {
  const std::string text = study_file(option, std::string(option.key) + " = " + value);
  return refusal<DefinitionError>([&] { study::parse_study(text, "study.toml", ""); });
}

std::string spelt(const study::SettingValue& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(double number) const { return shortest(number); }
    std::string operator()(std::uint64_t count) const { return std::to_string(count); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& texts) const { return texts.front(); }
    std::string operator()(const EquivalenceBounds& bounds) const { return shortest(bounds.upper); }
  };
  return std::visit(Visitor{}, value);
}

TEST_CASE("no two options have one flag, or one key in a table") {
  std::set<std::string_view> flags;
  std::set<std::pair<std::string_view, std::string_view>> keys;
  for (const Option& option : study::options()) {
    CAPTURE(option.flag);
    CAPTURE(option.key);
    CHECK((!option.flag.empty() || !option.key.empty()));
    if (!option.flag.empty()) CHECK(flags.insert(option.flag).second);
    if (!option.key.empty()) CHECK(keys.emplace(option.table, option.key).second);
    CHECK(option.table.empty() == option.key.empty());
    CHECK(option.key.empty() == option.example.empty());
    CHECK_FALSE(option.sentence.empty());
    CHECK_FALSE(option.sentence.ends_with('.'));
    CHECK((option.kind == ValueKind::word || option.kind == ValueKind::words) == (option.words != nullptr));
  }
  CHECK(keys.size() > 60);
}

TEST_CASE("what one way refuses the other refuses in the same words") {
  std::size_t compared = 0;
  for (const Option& option : study::options()) {
    if (!option.take || option.flag.empty() || option.key.empty()) continue;
    const bool counts = option.kind == ValueKind::count, shares = option.kind == ValueKind::share;
    const std::string typed = counts ? "-1" : shares ? "1.5" : "nonsense";
    const std::string wanted = wanted_by_flag(option, typed);
    if (wanted.empty() || option.kind == ValueKind::bounds) continue;
    CAPTURE(option.flag);
    const int line = option.table == "input" ? 3 : 4;
    CHECK(said_of(option, counts || shares ? typed : "\"" + typed + "\"") ==
          "study.toml:" + std::to_string(line) + ": '" + std::string(option.key) + "' should be " + wanted + ", not '" +
              typed + "'");
    ++compared;
  }
  CHECK(compared >= 13);
}

TEST_CASE("choices are refused with what they should be") {
  const auto wanted = [](std::string_view flag, const std::string& typed) {
    return wanted_by_flag(study::option_with_flag(flag), typed);
  };
  CHECK(wanted("--adjust", "holmes") == "holm, bh, bonferroni or none");
  CHECK(wanted("--confidence", "95") == "a number between 0 and 1");
  CHECK(wanted("--min-cell", "99999999999") == "a whole number from 0 to 10,000,000");
  CHECK(wanted("--bootstrap", "50") == "0 for none, or 100 or more");
  CHECK(wanted("--seed", "-1") == "a whole number, 0 or more");
  CHECK(wanted("--equivalence", "d_z:0") == "a change above 0 in score units, or d_z:X");
  CHECK(wanted("--delimiter", ";;") == "one character, or tab");
  CHECK(wanted("--decimal", ";") == "'.' or ','");
  CHECK(wanted("--platform", "qualtrix") == "qualtrics, redcap, surveymonkey, google-forms or plain");
  CHECK(wanted("--effect-size", "d") == "a list of d_z, d_av, d_rm, d_pre, g_z or g_av, each once at most");
  study::Study study;
  CHECK(study::option_with_flag("--effect-size").take({"d_z", "d_z"}, study) ==
        "a list of d_z, d_av, d_rm, d_pre, g_z or g_av, each once at most");
  CHECK(study::option_with_flag("--effect-size").take({"g_av", "d_z"}, study).empty());
  CHECK(study.choices.effect_sizes == std::vector<std::string>{"g_av", "d_z"});
}

TEST_CASE("the examples of the tables about input, groups and analysis are study files") {
  for (const std::string_view table : {"study", "input", "group", "analysis"}) {
    for (const Option* option : study::options_of_table(table)) {
      CAPTURE(option->key);
      std::string text = study_file(*option, std::string(option->example));
      if (option->key == "order") text += "column = \"role\"\n";
      if (option->key == "level") text = study_file(*option, "column = \"role\"\n[[group.level]]\nlabel = \"a\"");
      if (option->key == "file") text = "[input]\n" + std::string(option->example);
      if (option->key == "pre") text = "[input]\npost = \"b.csv\"\n" + std::string(option->example);
      if (option->key == "post") text = "[input]\npre = \"a.csv\"\n" + std::string(option->example);
      CHECK_NOTHROW(study::parse_study(text, "study.toml", ""));
    }
  }
}

TEST_CASE("what holds when nothing is said is what the table says") {
  std::size_t compared = 0;
  for (const Option& option : study::options()) {
    if (!option.in_force) continue;
    const std::string value = spelt(option.in_force(study::Choices{}));
    CAPTURE(option.key);
    if (value.empty()) continue;
    CHECK(value == option.otherwise);
    ++compared;
  }
  CHECK(compared >= 6);
}

TEST_CASE("a file's own ways come before those of all files") {
  const auto study = study::parse_study(
      "[input]\npre = { file = \"a\", decimal = \",\", id = \"x\" }\npost = \"b\"\ndecimal = \".\"\nencoding = "
      "\"utf-16\"\nplatform = \"redcap\"\ndelimiter = \"tab\"\n",
      "study.toml", "");
  CHECK(study.input.pre->decimal == ',');
  CHECK(study.input.post->decimal == '.');
  CHECK(study.input.pre->encoding == "utf-16");
  CHECK(study.input.post->platform == "redcap");
  CHECK(study.input.post->delimiter == '\t');
  CHECK(study.input.pre->id == "x");
  CHECK_FALSE(study.input.id);
}

TEST_CASE("docs/study_file.md is the reference that the table makes") {
  std::ifstream file(ECPR_SOURCE_DIR "/docs/study_file.md", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str() == study::study_file_reference(), "cmake --build BUILD --target rewrite-reference");
}

}  // namespace
