#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

std::string said(const std::string& text) {
  return refusal<DefinitionError>([&] { study::parse_study(text, "study.toml", ""); });
}

/// What is said of `lines` below [input] with one file (they begin on line 3).
std::string of_input(const std::string& lines) { return said("[input]\nfile = \"s.csv\"\n" + lines + "\n"); }

/// What is said of `lines` behind a good [input] (they begin on line 3).
std::string behind(const std::string& lines) { return of_input(lines); }

TEST_CASE("keys that nobody knows are refused with their line and what was meant") {
  CHECK(behind("[gruop]\n") == "study.toml:3: unknown key 'gruop' in the study file; did you mean 'group'?");
  CHECK(of_input("mising = []") == "study.toml:3: unknown key 'mising' in [input]; did you mean 'missing'?");
  CHECK(of_input("wave = { column = \"w\", pree = 1 }") ==
        "study.toml:3: unknown key 'pree' in [input.wave]; did you mean 'pre'?");
  CHECK(said("[input]\npre = { file = \"a\", ide = \"x\" }\npost = \"b\"\n") ==
        "study.toml:2: unknown key 'ide' in [input.pre]; did you mean 'id'?");
  CHECK(behind("[study]\ntitel = \"x\"") == "study.toml:4: unknown key 'titel' in [study]; did you mean 'title'?");
  CHECK(behind("[group]\ncolumn = \"g\"\n[[group.level]]\nlabel = \"a\"\nvalue = \"b\"") ==
        "study.toml:7: unknown key 'value' in [[group.level]]; did you mean 'values'?");
  CHECK(behind("[[outcome]]\nname = \"x\"\ncolumn = \"x\"\nrange = [0, 1]\nhigher = \"better\"") ==
        "study.toml:7: unknown key 'higher' in [[outcome]]");
  CHECK(behind("[[outcome]]\ninstrument = \"ucla3\"\nrange = [1, 3]") ==
        "study.toml:5: 'range' has no use in this [[outcome]]");
  CHECK(behind("[analysis]\nconfidense = 0.9") ==
        "study.toml:4: unknown key 'confidense' in [analysis]; did you mean 'confidence'?");
  CHECK(behind("[[characteristic]]\ncolumn = \"x\"\ntype = 1") ==
        "study.toml:5: unknown key 'type' in [[characteristic]]");
  CHECK(behind("[[measure]]\nname = \"m\"\ncolumns = [\"a\"]\nrange = [1, 2]\nmarks = 1") ==
        "study.toml:7: unknown key 'marks' in [[measure]]; did you mean 'mark'?");
}

TEST_CASE("the input needs one file or two") {
  CHECK(said("[input]\npree = \"a\"\npost = \"b\"\n") ==
        "study.toml:2: unknown key 'pree' in [input]; did you mean 'pre'?");
  CHECK(said("[study]\ntitle = \"x\"\n") == "study.toml:1: a study file needs [input] with the files of the survey");
  CHECK(said("\n[input]\nid = \"x\"\n") == "study.toml:2: [input] needs 'file', or both 'pre' and 'post'");
  CHECK(said("[input]\npre = \"a\"\n") == "study.toml:2: [input] needs 'file', or both 'pre' and 'post'");
  CHECK(said("[input]\npost = \"a\"\n") == "study.toml:2: [input] needs 'file', or both 'pre' and 'post'");
  CHECK(of_input("pre = \"a\"\npost = \"b\"") == "study.toml:2: [input] takes 'file', or 'pre' and 'post', not both");
  CHECK(said("[input]\npre = { id = \"x\" }\npost = \"b\"\n") == "study.toml:2: [input.pre] needs 'file'");
  CHECK(said("[input]\npre = \"a\"\npost = \"b\"\nwave = \"w\"\n") ==
        "study.toml:4: 'wave' tells two waves in one file apart; 'pre' and 'post' name two files");
  CHECK(said("[input]\npre = \"a\"\npost = \"b\"\ncolumns = \"{column}_{wave}\"\n") ==
        "study.toml:4: 'columns' tells two waves in one file apart; 'pre' and 'post' name two files");
  CHECK(of_input("wave = \"w\"\ncolumns = \"{column}_{wave}\"") ==
        "study.toml:4: [input] takes 'wave' (a long file) or 'columns' (a wide one), not both");
}

TEST_CASE("what stands in [input] is of the right kind") {
  CHECK(of_input("id = 1") == "study.toml:3: 'id' should be a text in quotes, not a whole number");
  CHECK(of_input("columns = \"{column}\"") ==
        "study.toml:3: 'columns' should hold {column} and {wave}, such as \"{column}_{wave}\"");
  const std::string labels = " needs pre = \"...\" and post = \"...\", two different labels";
  CHECK(of_input("wave_names = { pre = \"a\" }") == "study.toml:3: [input.wave_names]" + labels);
  CHECK(of_input("wave_names = { pre = \"a\", post = \"a\" }") == "study.toml:3: [input.wave_names]" + labels);
  CHECK(of_input("wave = { column = \"w\", pre = \"a\" }") == "study.toml:3: [input.wave]" + labels);
  CHECK(of_input("wave = { pre = \"a\", post = \"b\" }") == "study.toml:3: [input.wave] needs 'column'");
  CHECK(of_input("delimiter = \"ab\"") == "study.toml:3: 'delimiter' should be one character, or tab, not 'ab'");
  CHECK(of_input("decimal = \";\"") == "study.toml:3: 'decimal' should be '.' or ',', not ';'");
  CHECK(of_input("missing = [true]") == "study.toml:3: 'missing' should be a list of texts or numbers");
  CHECK(of_input("missing = [nan]") == "study.toml:3: 'missing' should be a list of texts or numbers");
  CHECK(of_input("duplicates = \"best\"") ==
        "study.toml:3: 'duplicates' should be error, first, last or most-complete, not 'best'");
  CHECK(of_input("match = \"fuzzy\"") == "study.toml:3: 'match' should be trimmed, folded or bytes, not 'fuzzy'");
}

TEST_CASE("groups are told apart") {
  const std::string group = "[group]\ncolumn = \"g\"\n";
  CHECK(behind("[group]\norder = [\"a\"]") == "study.toml:3: [group] needs 'column'");
  CHECK(behind(group + "[[group.level]]\nvalues = [\"a\"]") == "study.toml:5: [[group.level]] needs 'label'");
  CHECK(behind(group + "[[group.level]]\nlabel = \"a\"\n[[group.level]]\nlabel = \"a\"") ==
        "study.toml:8: two levels are called 'a'");
  CHECK(behind(group + "[[group.level]]\nlabel = \"a\"\nvalues = [\"Peer\"]\n[[group.level]]\nlabel = \"b\"\nvalues = "
                       "[1, \"peer \"]") == "study.toml:10: the value 'peer ' stands in two levels");
  CHECK(behind("[[group]]\ncolumn = \"g\"") == "study.toml:3: 'group' should be a table, not a list");
}

TEST_CASE("a scale of one's own is whole") {
  const auto scale = [](const std::string& lines) { return behind("[[outcome]]\nname = \"S\"\n" + lines); };
  CHECK(scale("columns = [\"a\", \"b\"]") == "study.toml:4: scale 'S' needs range = [lowest, highest] of its answers");
  const std::string range =
      "study.toml:6: 'range' should be [lowest, highest], the lowest and highest answer that is "
      "possible";
  CHECK(scale("columns = [\"a\"]\nrange = [4, 1]") == range);
  CHECK(scale("columns = [\"a\"]\nrange = [1, 1]") == range);
  CHECK(scale("columns = [\"a\"]\nrange = [1]") == range);
  CHECK(scale("columns = [\"a\"]\nrange = [1, 2, 3]") == range);
  CHECK(scale("columns = [\"a\"]\nrange = [1e16, 1.0000000000000002e16]") ==
        "study.toml:6: 'range' should lie between -1e15 and 1e15");
  CHECK(scale("columns = [\"a\"]\nrange = [1.5, 4]") ==
        "study.toml:6: 'range' of whole answers should be whole numbers; say whole = false for fractions");
  CHECK(scale("columns = [\"a\", \"b\"]\nrange = [1, 4]\nreversed = [\"B\"]") ==
        "study.toml:7: reversed column 'B' is not one of the scale's columns; did you mean 'b'?");
  CHECK(scale("columns = [\"a\"]\nrange = [1, 4]\nreversed = [\"a\", \"a\"]") ==
        "study.toml:7: 'reversed' lists a column twice");
  CHECK(scale("columns = [\"a\", \"a\"]\nrange = [1, 4]") == "study.toml:5: 'columns' lists the column 'a' twice");
  CHECK(scale("columns = []\nrange = [1, 4]") ==
        "study.toml:5: 'columns' should be a pattern with {item} or a list of columns");
  CHECK(scale("columns = [1]\nrange = [1, 4]") == "study.toml:5: 'columns' should list column names in quotes");
  CHECK(scale("items = \"q{item}\"\nrange = [1, 4]") ==
        "study.toml:3: scale 'S' needs 'columns', the same number in both waves");
  CHECK(scale("columns = { pre = [\"a\", \"b\"], post = [\"a\"] }\nrange = [1, 4]") ==
        "study.toml:5: scale 'S' needs 'columns', the same number in both waves");
  CHECK(scale("columns = { pre = [\"a\"] }\nrange = [1, 4]") == "study.toml:5: 'columns' needs both pre and post");
  CHECK(scale("columns = [\"a\"]\nrange = [1, 4]\nscore = \"median\"") ==
        "study.toml:7: 'score' should be mean or sum, not 'median'");
  CHECK(scale("columns = [\"a\"]\nrange = [1, 4]\nhigher_is = \"good\"") ==
        "study.toml:7: 'higher_is' should be better, worse or neutral, not 'good'");
  const std::string minimum =
      "study.toml:7: 'minimum_answered' should be a count from 1 to 2 or a share such as \"80%\"";
  for (const char* value : {"0", "3", "-1", "\"0%\"", "\"101%\"", "\"half\"", "\"%\"", "1.5", "true"})
    CHECK(scale("columns = [\"a\", \"b\"]\nrange = [1, 4]\nminimum_answered = " + std::string(value)) == minimum);
  std::string many = "columns = [\"c0\"";
  for (int i = 1; i < 1001; ++i) many += ", \"c" + std::to_string(i) + "\"";
  CHECK(scale(many + "]\nrange = [1, 4]") == "study.toml:5: a scale may have 1000 columns, not 1001");
  CHECK(scale("columns = [\"a\", \"b\"]\nrange = [1, 4]\nsingle_item = true") ==
        "study.toml:7: 'single_item' is for an outcome of one column");
}

TEST_CASE("an instrument is named right") {
  const auto instrument = [](const std::string& lines) {
    return behind("[[outcome]]\ninstrument = \"ucla3\"\n" + lines);
  };
  CHECK(instrument("items = \"lonely\"") == "study.toml:5: 'lonely' should hold {item} where the item number stands");
  CHECK(instrument("items = \"l{item}\"\ncolumns = [\"a\"]") ==
        "study.toml:5: [[outcome]] takes 'items' or 'columns', not both");
  CHECK(instrument("minimum_answered = 4") ==
        "study.toml:5: 'minimum_answered' should be a count from 1 to 3 or a share such as \"80%\"");
  CHECK(instrument("reliability = 1") == "study.toml:5: 'reliability' should lie between 0 and 1");
  CHECK(instrument("[outcome.answers]\n\"Often\" = 4") ==
        "study.toml:6: 'Often' stands for 4, which is no whole answer from 1 to 3");
  CHECK(instrument("[outcome.answers]\n\"Often\" = 3\n\"often \" = 2") ==
        "study.toml:7: the answer 'often ' stands twice in [outcome.answers]");
  CHECK(instrument("[outcome.answers]\n\"Often\" = \"3\"") == "study.toml:6: 'Often' should be a number, not a text");
  CHECK(instrument("name = \"\"") == "study.toml:5: an outcome's 'name' should not be empty");
  CHECK(refusal<UsageError>([&] { instrument("[[outcome]]\ninstrument = \"flourish\""); }) ==
        "study.toml:6: unknown instrument 'flourish'; did you mean 'flourish8'? ecpr instruments list shows all");
  CHECK(refusal<InputError>([&] { behind("[[outcome]]\ninstrument = \"none.toml\""); }) ==
        "none.toml: cannot read this instrument file: no such file");
}

TEST_CASE("an outcome is of one kind, and names are unique") {
  CHECK(behind("[[outcome]]\nname = \"x\"\ncolunm = \"x\"") ==
        "study.toml:5: unknown key 'colunm' in [[outcome]]; did you mean 'column'?");
  CHECK(behind("[[outcome]]\nname = \"x\"\ncolumn = \"x\"\ncoding = \"y\"") ==
        "study.toml:6: 'coding' has no use in this [[outcome]]");
  CHECK(behind("[[outcome]]\ncolumn = \"x\"") == "study.toml:3: [[outcome]] needs 'name'");
  CHECK(behind("[[outcome]]\nname = \"x\"") ==
        "study.toml:4: outcome 'x' needs 'instrument', 'columns', 'column', or 'pre' and 'post'");
  CHECK(behind("[[outcome]]\nname = \"x\"\npre = \"a\"") ==
        "study.toml:4: outcome 'x' needs 'instrument', 'columns', 'column', or 'pre' and 'post'");
  CHECK(behind("[[outcome]]\nname = \"x\"\ncolumn = \"a\"\npre = \"b\"") ==
        "study.toml:5: a score takes 'column', or 'pre' and 'post', not both");
  CHECK(
      behind("[[outcome]]\nname = \"x\"\ncolumn = \"a\"\n[[outcome]]\nname = \"X\"\ncolumn = \"a\"\n[[outcome]]\nname "
             "= \"x\"\ncolumn = \"b\"") ==
      "study.toml:10: two outcomes or measures are called 'x'; give one of them another name");
  CHECK(
      behind("[[outcome]]\nname = \"x\"\ncolumn = \"a\"\n[[measure]]\nname = \"x\"\ncolumn = \"b\"\nrange = [1, 5]") ==
      "study.toml:7: two outcomes or measures are called 'x'; give one of them another name");
  CHECK(behind("[outcome]\nname = \"x\"") ==
        "study.toml:3: 'outcome' should be a list of tables: write [[outcome]], not a "
        "table");
}

TEST_CASE("measures, characteristics and the title") {
  CHECK(behind("[[measure]]\nname = \"m\"") == "study.toml:4: measure 'm' needs 'columns'");
  CHECK(behind("[[measure]]\nname = \"m\"\ncolumn = \"a\"") ==
        "study.toml:4: measure 'm' needs range = [lowest, highest]");
  CHECK(behind("[[measure]]\nname = \"m\"\nwave = \"later\"\ncolumn = \"a\"\nrange = [1, 2]") ==
        "study.toml:5: 'wave' should be pre or post, not 'later'");
  CHECK(behind("[[measure]]\nname = \"m\"\ncolumn = \"a\"\nreversed = [\"b\"]\nrange = [1, 2]") ==
        "study.toml:6: reversed column 'b' is not one of the scale's columns; did you mean 'a'?");
  CHECK(behind("[[characteristic]]\nlabel = \"Age\"") == "study.toml:3: [[characteristic]] needs 'column'");
  CHECK(behind("[[characteristic]]\ncolumn = \"a\"\nkind = \"date\"") ==
        "study.toml:5: 'kind' should be number or category, not 'date'");
  CHECK(behind("[study]\ndays_between = -1") ==
        "study.toml:4: 'days_between' should be the days from the first wave to the second, 0 or more");
}

TEST_CASE("the choices of the analysis") {
  const auto analysis = [](const std::string& line) { return behind("[analysis]\n" + line); };
  CHECK(analysis("confidence = 95") == "study.toml:4: 'confidence' should be a number between 0 and 1, not '95'");
  CHECK(analysis("alpha = 0") == "study.toml:4: 'alpha' should be a number between 0 and 1, not '0'");
  CHECK(analysis("adjust = \"fdr\"") == "study.toml:4: 'adjust' should be holm, bh, bonferroni or none, not 'fdr'");
  CHECK(analysis("effect_size = [\"d\"]") ==
        "study.toml:4: 'effect_size' should be a list of d_z, d_av, d_rm, d_pre, g_z or g_av, each once at most, not "
        "'d'");
  CHECK(analysis("effect_size = [\"d_z\", \"d_z\"]") ==
        "study.toml:4: 'effect_size' should be a list of d_z, d_av, d_rm, d_pre, g_z or g_av, each once at most, not "
        "'d_z and d_z'");
  CHECK(analysis("d_av_ci = \"exact\"") == "study.toml:4: 'd_av_ci' should be algina-keselman or bonett, not 'exact'");
  CHECK(analysis("bootstrap = -1") ==
        "study.toml:4: 'bootstrap' should be a whole number from 0 to 10,000,000, not '-1'");
  CHECK(analysis("min_cell = 1.5") ==
        "study.toml:4: 'min_cell' should be a whole number, not a number with a decimal point");
  CHECK(analysis("seed = -1") == "study.toml:4: 'seed' should be a whole number, 0 or more, not '-1'");
  const std::string bound =
      "study.toml:4: 'equivalence' should be { raw = BOUND } or { d_z = BOUND }, the bound above 0";
  for (const char* value : {"{}", "{ raw = 0 }", "{ raw = 1, d_z = 1 }", "{ d_z = -0.3 }"})
    CHECK(analysis("equivalence = " + std::string(value)) == bound);
  CHECK(analysis("style = \"ama\"") == "study.toml:4: 'style' should be jmir or apa, not 'ama'");
}

TEST_CASE("a study file that cannot be read is said to") {
  const WorkingFolder folder;
  std::filesystem::create_directory("folder.toml");
  CHECK(refusal<InputError>([] { study::load_study("none.toml"); }) ==
        "none.toml: cannot read this study file: no such file");
  CHECK(refusal<InputError>([] { study::load_study("folder.toml"); }) ==
        "folder.toml: cannot read this study file: it is a folder");
  folder.write("good.toml", "[input]\nfile = \"x.csv\"\n");
  CHECK(study::load_study("good.toml").input.file->path == "x.csv");
}

}  // namespace
