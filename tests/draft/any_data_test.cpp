// Whatever stands in the files: what is drafted reads again, and runs if it is said to.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/draft/study_draft.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

const Texts stems = {"\x7f\x1b[1m",
                     "\u0085\u2028",
                     "\uFFFE\U0010FFFF",
                     "\u200b\uFEFF",
                     "\u202egnp",
                     "sai_",
                     "ucla3_",
                     "who5_",
                     "q",
                     "panas.",
                     "Wie \"geht\" es? [",
                     "a\\b",
                     "#",
                     "x\ny ",
                     "{item}",
                     "[[",
                     "",
                     "é",
                     "\xE9",
                     "age",
                     "group",
                     "id",
                     "wave",
                     "pre_",
                     "score ",
                     "lonely_",
                     "=",
                     "'''",
                     "\t",
                     "😀",
                     "scs8_"};
const Texts ends = {"",   "1",     "2",     "3",     "4",     "5",      "_pre",   "_post", "]",
                    "\"", " (T1)", "1_pre", "2_pre", "3_pre", "1_post", "2_post", "3_post"};
const Texts cells = {"\x1b\x01",  "\u2028x",
                     "\uFFFF",    "\u200b",
                     "\\u0041",   "",
                     "1",         "2",
                     "3",         "4",
                     "5",         "0",
                     "-99",       "999",
                     "9",         "3,5",
                     "2.5",       "NA",
                     "Never",     "Always",
                     "Sometimes", "Prefer not to say",
                     "a\"b",      "c\\d",
                     "e\nf",      "pre",
                     "post",      "\xE9t\xE9",
                     "1 - low",   "2 - high",
                     "[x]",       "#",
                     "😀",         "true",
                     "Yes",       "No",
                     "T1",        "1e400"};

std::string csv_cell(const std::string& text) { return '"' + replaced(text, "\"", "\"\"") + '"'; }

/// Files that are made of odd names and odd cells, a number decides which.
class OddFile {
 public:
  explicit OddFile(unsigned seed) : random_(seed) {}

  Texts header() {
    Texts names{pick(10) < 7 ? "id" : any(stems), pick(10) < 5 ? "wave" : any(stems)};
    for (std::size_t i = pick(9); i-- > 0;) {
      const std::string stem = any(stems);
      if (pick(3) > 0) {
        names.push_back(stem + any(ends));
      } else {
        for (const char* end : {"1", "2", "3", "4", "5"}) names.push_back(stem + end);
      }
    }
    return names;
  }

  std::string rows(const Texts& header, const Texts& waves) {
    std::string text = row(header);
    const bool numbers = pick(2) == 0;
    for (const auto& wave : waves) {
      for (int person = 0; person < 4; ++person) {
        Texts values{"p" + std::to_string(person), wave};
        while (values.size() < header.size())
          values.push_back(numbers && pick(12) > 0 ? std::to_string(1 + pick(5)) : any(cells));
        text += row(values);
      }
    }
    return text;
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  const std::string& any(const Texts& texts) { return texts[pick(texts.size())]; }
  static std::string row(const Texts& values) {
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : ",") + csv_cell(value);
    return text + '\n';
  }

  std::mt19937 random_;
};

/// Whether a study was drafted that runs.
bool check_draft(const std::vector<std::string>& files) {
  try {
    const auto draft = draft::draft_study(files, "");
    CHECK(!invalid_utf8(draft.text));
    const auto study = study::parse_study(draft.text, "study.toml", "");
    if (!draft.notes.empty()) return false;
    const auto survey = survey_of(draft.text);
    survey::require_pairs(survey);
    CHECK(!survey.outcomes.empty());
    return true;
  } catch (const InputError& error) {
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
    return false;
  }
}

unsigned rounds() {
  const char* wanted = std::getenv("ECPR_ROUNDS");
  return wanted ? static_cast<unsigned>(std::atoi(wanted)) : 150;
}

}  // namespace

TEST_CASE("odd names and cells in two files, or in a long one") {
  unsigned run = 0;
  const WorkingFolder folder;
  for (unsigned seed = 1; seed <= rounds(); ++seed) {
    CAPTURE(seed);
    OddFile odd(seed);
    const Texts header = odd.header();
    folder.write("long.csv", odd.rows(header, {"pre", "post"}));
    folder.write("pre.csv", odd.rows(header, {"x"}));
    folder.write("post.csv", odd.rows(header, {"y"}));
    run += check_draft({"long.csv"});
    run += check_draft({"pre.csv", "post.csv"});
  }
  CHECK(run > rounds() / 4);
}
