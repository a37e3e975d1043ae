// A table that is as hard to print as a table can be; every output format must survive it.
#pragma once

#include <string>

#include "ecpr/document/document.hpp"

namespace ecpr::testing {

/// Labels and texts of metacharacters of HTML, LaTeX, Markdown, XML and spreadsheets, wide and combining characters,
/// invalid UTF-8, control characters, very long words, missing statistics, empty cells, notes everywhere.
inline document::Table awkward_table() {
  using namespace document;
  const Undefined none{"all changes are equal & <b>nothing</b> varies_at_all; 100% of $5 #1 ~ ^ \\ {x} | *y* `z`"};
  const Text long_note(std::string("A note that goes on: ") + std::string(400, 'w') + " & <end> of_it");
  return {
      .number = "Table 1",
      .caption = {"A <caption> & \"quotes\" with 100% $cost #1 _under_ ^hat~ {braces} \\backslash | pipe *star* `tick`",
                  {"Note on the caption", long_note}},
      .row_header = {"Out|come <&>", {"=SUM(A1:A9)"}},
      .columns = {{.header = {"", {"n of pairs, <i>not</i> of people"}}, .kind = ColumnKind::count},
                  {.header = "Pre & before", .kind = ColumnKind::mean_sd},
                  {.header = Text("Cohen ") + italic("d") + subscript("z"), .kind = ColumnKind::estimate},
                  {.header = "", .kind = ColumnKind::test},
                  {.header = "", .kind = ColumnKind::p_value},
                  {.header = "Remark_of_the_rater"}},
      .header_groups = {{.label = {"Both <waves> | 50%"}, .first = 1, .count = 2}},
      .rows =
          {{.label = "<script>alert('x')</script> \\input{/etc/passwd} ![](x) [a](javascript:b)", .spanning = true},
           {.label = {"=1+1", {"Lower scores are better"}},
            .cells = {Count{10000}, MeanSd{-5.208, 1.744}, Estimate{-0.1, Interval{-0.25, 0.07}},
                      TestStatistic{.value = -1.11, .degrees_of_freedom = 148.0}, PValue{0.27}, "@cmd|' /C calc'!A0"},
            .indent = 1},
           {.label = {"+49 \u4e2d\u6587\u5b57 e\u0301 \U0001F600 \U0001F469\u200d\U0001F467 \u05d0\u05d1",
                      {"Lower scores are better"}},
            .cells = {Count{1}, MeanSd{12.0, none}, Estimate{none, none},
                      TestStatistic{.value = none, .degrees_of_freedom = none}, PValue{none, none}, Empty{"withheld"}},
            .indent = 2},
           {.label = std::string(130, 'W') + "-and-" + std::string(60, 'x'),
            .cells = {Count{0}, MeanSd{1e200, 1e198}, Estimate{1e-9, Interval{-1e-9, 3e-9}},
                      TestStatistic{"F", 3.1, 2.0, 148.25}, PValue{.p = Undefined{"below 1e-307"}, .log10_p = -8000.0},
                      "two\nlines\r\nand\ttab \x1b[31mred\x07"}},
           {.label = "", .cells = {Cell(Text(""), {"A note on a blank cell"}), Empty{}, Text(), "", Number{}, "-"}},
           {.label =
                std::string("invalid \xff\xc3( utf-8 \xe2\x82") + " \u202egnp.exe\u202c --- ' '' `` \"q\" ?` !` << >>"},
           {.label = "1. not a list", .cells = {"# not a heading", "- no item", "> no quote", "***", "---", "a\\|b"}}},
      .notes = {"General <note> with | pipe & 50% of $all #things_here"},
      .abbreviations = {{"A&B", "alpha <beta>"}},
  };
}

/// A table without rows.
inline document::Table empty_table() {
  return {.caption = {"Nothing to show"}, .row_header = "Outcome", .columns = {{.kind = document::ColumnKind::count}}};
}

/// A table of `columns` numeric columns and two rows.
inline document::Table wide_table(std::size_t columns) {
  document::Table table{.number = "Table 9", .caption = {"Wide"}, .row_header = "Row"};
  table.rows = {{.label = "First row"}, {.label = "Second row with a longer label"}};
  for (std::size_t i = 0; i < columns; ++i) {
    table.columns.push_back(
        {.header = "Column number " + std::to_string(i + 1), .kind = document::ColumnKind::estimate});
    const double value = static_cast<double>(i) - 20;
    table.rows[0].cells.push_back(document::Estimate{value, Interval{value - 1.5, value + 1.25}});
    table.rows[1].cells.push_back(document::Estimate{-value, Interval{-value - 10, -value + 10}});
  }
  return table;
}

/// A document of every kind of block, with awkward texts in each.
inline document::Document awkward_document() {
  using namespace document;
  Document page{.title = Text("Title <of> & 100% \"the\" ") + italic("P") + " page_one"};
  page.blocks = {
      Heading{1, "Section #1 & <more>"},
      Paragraph{Text("A paragraph: ") + PValue{0.0463} + ", " + Equation{{italic("d"), subscript("z")}, Number{-0.5}} +
                " *stars* _under_ <b>bold</b> & $5 100% {x} \\ ~ ^ # | `tick`" + superscript("2")},
      List{{"first *item*", Text("second ") + bold("bold <item>")}, false},
      List{{"one", "two"}, true},
      Preformatted{"ecpr analyze --pre a.csv \\\n  --post b.csv > out.txt # ``` & <done>\n\ttabbed"},
      awkward_table(),
      empty_table(),
      Heading{2, "Part"},
      wide_table(40),
      Heading{3, "Part of a part"},
      Picture{.number = "Figure 1",
              .caption = "Changes & more",
              .alternative = "A <drawing> of \"changes\"",
              .media_type = "image/svg+xml",
              .bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 20\"><path d=\"M0 10H100\""
                       " stroke=\"black\"/></svg>",
              .path = "figures/changes.svg"}};
  return page;
}

}  // namespace ecpr::testing
