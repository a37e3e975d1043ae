#include "ecpr/document/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ecpr/base/text.hpp"
#include "ecpr/document/sentence_writing.hpp"

using namespace ecpr;
using namespace ecpr::document;

namespace {

const Text lower_is_better = "Lower scores are better";

Table changes() {
  return {
      .number = "Table 2",
      .caption = {"Changes (N=3)", {"Paired t tests"}},
      .row_header = "Outcome",
      .columns = {{.kind = ColumnKind::count},
                  {.header = "Pre", .kind = ColumnKind::mean_sd},
                  {.header = {Text("Cohen ") + italic("d"), {"Mean change by its SD"}}, .kind = ColumnKind::estimate},
                  {.header = "Adjusted", .kind = ColumnKind::p_value}},
      .rows = {{.label = "Well-being", .spanning = true},
               {.label = {"Loneliness", {lower_is_better}},
                .cells = {Count{149}, MeanSd{5.208, 1.744}, Estimate{-0.1, Interval{-0.25, 0.07}}, PValue{0.27}}},
               {.label = {"Distress", {lower_is_better}},
                .cells = {Count{1}, MeanSd{12.0, Undefined{"fewer than 2 pairs"}},
                          Estimate{Undefined{"fewer than 2 pairs"}, {}}, Empty{"d_z is not defined"}},
                .indent = 1}}};
}

/// The characters of each cell, marks in braces.
std::vector<std::string> texts(const std::vector<SetCell>& cells) {
  std::vector<std::string> texts;
  for (const SetCell& cell : cells) {
    std::string text;
    for (const Run& run : cell.runs) text += run.face == Face::mark ? "{" + run.text + "}" : run.text;
    texts.push_back(replaced(text, "\u00a0", " "));
  }
  return texts;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("headers are completed by the kind of their column") {
  const TableLayout layout = lay_out(changes(), jmir());
  REQUIRE(layout.header.size() == 1);
  CHECK(texts(layout.header[0]) ==
        Strings{"Outcome", "n", "Pre, mean (SD)", "Cohen d (95% CI){b}", "Adjusted P value"});
}

TEST_CASE("footnotes get letters in order of appearance, the same text the same letter") {
  const TableLayout layout = lay_out(changes(), jmir());
  CHECK(plain(caption_lines(layout, jmir()).at(0)) == "Table 2. Changes (N=3).a");
  CHECK(texts(layout.rows[1].cells) == Strings{"Loneliness{c}", "149", "5.21 (1.74)", "−0.10 (−0.25 to 0.07)", ".27"});
  CHECK(texts(layout.rows[2].cells) == Strings{"Distress{c}", "1", "12.00 (—){d}", "—{d}", "—{e}"});
  Strings notes;
  for (const Footnote& note : layout.footnotes) notes.push_back(note.letter + " " + plain(note.runs));
  CHECK(notes == Strings{"a Paired t tests.", "b Mean change by its SD.", "c Lower scores are better.",
                         "d Fewer than 2 pairs.", "e d_z is not defined."});
}

TEST_CASE("several notes on one cell share a mark") {
  Table table = changes();
  table.rows[1].cells[3] = Cell(PValue{Undefined{"all changes are equal"}}, {"One", "Two", "One"});
  const TableLayout layout = lay_out(table, jmir());
  CHECK(texts(layout.rows[1].cells)[4] == "—{d,e,f}");
  table.rows[2].cells[3] = Cell(PValue{0.5}, {"Three", "Two", lower_is_better});
  CHECK(texts(lay_out(table, jmir()).rows[2].cells)[4] == ".50{c,e,h}");
}

TEST_CASE("a spanning row has its label alone, short rows are filled with blanks") {
  Table table = changes();
  table.rows.push_back({.label = "Nothing"});
  const TableLayout layout = lay_out(table, jmir());
  CHECK(layout.rows[0].spanning);
  CHECK(texts(layout.rows[0].cells) == Strings{"Well-being"});
  CHECK(texts(layout.rows[3].cells) == Strings{"Nothing", "", "", "", ""});
  CHECK(layout.rows[2].indent == 1);
}

TEST_CASE("the points of leading numbers stand under each other") {
  const TableLayout layout = lay_out(changes(), jmir());
  CHECK(layout.alignments == std::vector<Alignment>{Alignment::left, Alignment::right, Alignment::decimal,
                                                    Alignment::decimal, Alignment::decimal});
  CHECK(layout.rows[1].cells[2].lead == 1);  // 5.21 under 12.00
  CHECK(layout.rows[2].cells[2].lead == 0);
  CHECK(layout.rows[2].cells[3].lead == 1);  // the dash under the 0 of -0.10
}

TEST_CASE("APA style splits mean and SD and puts notes into one paragraph") {
  Table table = changes();
  table.notes = {"Holm adjustment"};
  const TableLayout layout = lay_out(table, apa());
  REQUIRE(layout.header.size() == 2);
  CHECK(texts(layout.header[0]) == Strings{"Outcome", "n", "Pre", "Cohen d [95% CI]{b}", "Adjusted p"});
  CHECK(layout.header[0][2].columns == 2);
  CHECK(layout.header[0][2].rows == 1);
  CHECK(layout.header[0][3].rows == 2);
  CHECK(texts(layout.header[1]) == Strings{"M", "SD"});
  CHECK(layout.header[1][1].column == 3);
  CHECK(texts(layout.rows[1].cells) == Strings{"Loneliness{c}", "149", "5.21", "1.74", "−0.10 [−0.25, 0.07]", ".270"});
  CHECK(texts(layout.rows[2].cells) == Strings{"Distress{c}", "1", "12.00", "—{d}", "—{d}", "—{e}"});
  REQUIRE(layout.notes.size() == 1);
  CHECK(plain(layout.notes[0]) ==
        "Note. Holm adjustment. CI = confidence interval; M = mean; SD = standard deviation.");
  CHECK(layout.notes[0].front() == italic("Note. "));
  CHECK(layout.abbreviations.empty());
  const std::vector<Runs> caption = caption_lines(layout, apa());
  REQUIRE(caption.size() == 2);
  CHECK(caption[0] == Runs{bold("Table 2")});
  CHECK(caption[1].front() == italic("Changes (N=3)"));
}

TEST_CASE("header groups span their columns, in both styles") {
  Table table = changes();
  table.header_groups = {{.label = {"Scores", {"Sums"}}, .first = 1, .count = 2}};
  const TableLayout plain_style = lay_out(table, jmir());
  REQUIRE(plain_style.header.size() == 2);
  CHECK(texts(plain_style.header[0]) == Strings{"Outcome", "n", "Scores{b}", "Adjusted P value"});
  CHECK(plain_style.header[0][2].columns == 2);
  CHECK(plain_style.header[0][3].column == 4);
  CHECK(texts(plain_style.header[1]) == Strings{"Pre, mean (SD)", "Cohen d (95% CI){c}"});
  const TableLayout split = lay_out(table, apa());
  REQUIRE(split.header.size() == 3);
  CHECK(split.header[0][2].columns == 3);
  CHECK(texts(split.header[1]) == Strings{"Pre", "Cohen d [95% CI]{c}"});
  CHECK(split.header[1][1].rows == 2);
  CHECK(texts(split.header[2]) == Strings{"M", "SD"});
}

TEST_CASE("abbreviations are sorted, each once") {
  Table table = changes();
  table.abbreviations = {{"SCS", "Social Connectedness Scale"}, {"CI", "compatibility interval"}};
  CHECK(plain(lay_out(table, jmir()).abbreviations) ==
        "CI: compatibility interval; SCS: Social Connectedness Scale; SD: standard deviation.");
}

TEST_CASE("every kind completes an empty header") {
  Table table{.columns = {{.kind = ColumnKind::share},
                          {.kind = ColumnKind::percentage},
                          {.kind = ColumnKind::mean_sd},
                          {.kind = ColumnKind::median_range},
                          {.kind = ColumnKind::limits, .confidence = 0.9},
                          {.kind = ColumnKind::test},
                          {.kind = ColumnKind::p_value}}};
  CHECK(texts(lay_out(table, jmir()).header[0]) ==
        Strings{"", "n (%)", "% (95% CI)", "Mean (SD)", "Median (range)", "90% CI", "t test (df)", "P value"});
  CHECK(texts(lay_out(table, apa()).header[0]) ==
        Strings{"", "n (%)", "% [95% CI]", "M", "SD", "Median (range)", "90% CI", "t(df)", "p"});
}

TEST_CASE("a table without headers has no header rows") {
  const Table table{.columns = {{}, {}}, .rows = {{.label = "a", .cells = {"b", "c"}}}, .ruled = false};
  CHECK(lay_out(table, jmir()).header.empty());
  CHECK(caption_lines(lay_out(table, jmir()), jmir()).empty());
}

TEST_CASE("footnote letters go on after z") {
  CHECK(footnote_letter(0) == "a");
  CHECK(footnote_letter(25) == "z");
  CHECK(footnote_letter(26) == "aa");
  CHECK(footnote_letter(51) == "az");
  CHECK(footnote_letter(52) == "ba");
  CHECK(footnote_letter(701) == "zz");
  CHECK(footnote_letter(702) == "aaa");
}
