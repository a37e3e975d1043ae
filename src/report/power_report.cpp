#include "ecpr/report/power_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "column_of.hpp"
#include "ecpr/base/text.hpp"
#include "outcome_rows.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::DetectableChange;
using analysis::PowerAnswer;
using document::Cell;
using document::ColumnKind;
using document::Label;
using document::Table;
using document::Text;

namespace {

Text d_z_symbol() { return Text(document::italic("d")) + document::subscript("z"); }
Text d_av_symbol() { return Text(document::italic("d")) + document::subscript("av"); }

bool shows_as_zero(const Defined<double>& number) {
  constexpr double smallest = 0.005;
  return number && *number != 0 && std::abs(*number) < smallest;
}

/// Two decimals, or two digits where these would show 0.00.
std::string value(const document::NumberStyle& style, double number) {
  if (!shows_as_zero(number)) return document::number(style, number);
  return fmt::format("{}{:.2g}", number < 0 ? "\u2212" : "", std::abs(number));
}

Cell value_cell(const document::NumberStyle& style, const Defined<double>& number) {
  return shows_as_zero(number) ? Cell(value(style, *number)) : Cell(document::Number{number});
}

/// "d_z = 0.30", and the same in the units that are known.
Text effect(const PowerAnswer& answer, const document::NumberStyle& style) {
  Text text = d_z_symbol() + " = " + value(style, *answer.d_z);
  std::vector<Text> others;
  if (answer.d_av) others.push_back(d_av_symbol() + " = " + value(style, *answer.d_av));
  if (answer.change) others.push_back(Text(value(style, *answer.change) + " in score units"));
  return others.empty() ? text : text + " (" + joined(others) + ")";
}

std::string percent(double probability) {
  return probability > 0.999 ? "more than 99.9%" : document::confidence_level(std::round(probability * 1000) / 1000);
}

Text two_sided(double alpha, const document::NumberStyle& style) {
  return "two-sided at alpha = " + Text(document::p_value(style, {.p = alpha}));
}

Text sentence(const PowerAnswer& answer, const document::NumberStyle& style) {
  const auto& plan = answer.plan;
  const std::string pairs = counted(*answer.n, "pair", "pairs");
  const Text test = ", " + two_sided(plan.alpha, style) + ".";
  if (!plan.n)
    return pairs + " are needed so that a paired t test finds a change of " + effect(answer, style) +
           " with a probability of " + percent(*plan.power) + test;
  if (!plan.power)
    return "With " + pairs + " a paired t test finds a change of " + effect(answer, style) + " with a probability of " +
           percent(*answer.power) + test;
  return "The smallest change that a paired t test of " + pairs + " finds with a probability of " +
         percent(*plan.power) + " is " + effect(answer, style) + test;
}

/// How many must begin when one in five is lost.
Text loss_sentence(const PowerAnswer& answer) {
  constexpr double kept = 0.8;
  const auto people = static_cast<std::size_t>(std::ceil(static_cast<double>(*answer.n) / kept));
  return "Pairs are people who answer both times: when one in five is lost in between, " +
         counted(people, "person", "people") + " must answer before.";
}

Label power_header(const PowerAnswer& answer) {
  if (answer.plan.n) return "Power";
  return {"Power", {"Of so many pairs: at least what was asked for."}};
}

Table plan_table(const PowerAnswer& answer, const ReportOptions& options) {
  using document::Number;
  Table table;
  table.number = "Table " + std::to_string(options.caption_start);
  table.caption = "Power of a paired t test";
  table.row_header = "Test";
  table.columns = {{"Pairs", ColumnKind::count},
                   {Label(d_z_symbol(), {"Mean change divided by the SD of the changes."}), ColumnKind::number},
                   {power_header(answer), ColumnKind::number},
                   {"Alpha", ColumnKind::number}};
  document::Row row{"Two-sided",
                    {document::Count{*answer.n}, value_cell(options.style, answer.d_z),
                     Number{answer.power, document::Digits::coefficient},
                     Cell(document::p_value(options.style, {.p = answer.plan.alpha}))},
                    0,
                    false};
  const auto add = [&](Label label, double number) {
    table.columns.insert(table.columns.end() - 2, {std::move(label), ColumnKind::number});
    row.cells.insert(row.cells.end() - 2, value_cell(options.style, number));
  };
  if (answer.d_av)
    add(Label(d_av_symbol(), {"The same effect in SDs of the scores, one SD at both waves."}), *answer.d_av);
  if (answer.change) add("Change", *answer.change);
  table.rows.push_back(std::move(row));
  return table;
}

using Columns = std::vector<ColumnOf<DetectableChange>>;

Columns detectable_columns(double power) {
  using document::Number;
  const std::string with_power = "Found with a probability of " + percent(power) + ", whatever its sign.";
  return {{{{}, ColumnKind::count}, [](const DetectableChange& c) { return Cell(document::Count{c.n}); }},
          {{"SD of change", ColumnKind::number}, [](const DetectableChange& c) { return Cell(Number{c.sd_change}); }},
          {{Label("Smallest detectable " + d_z_symbol(), {with_power}), ColumnKind::number},
           [](const DetectableChange& c) { return Cell(Number{c.d_z}); }},
          {{Label("In score units", {"Times the SD of the changes, which is an estimate itself."}), ColumnKind::number},
           [](const DetectableChange& c) { return Cell(Number{c.change}); }}};
}

Table detectable_table(const analysis::Analysis& analysis, const std::vector<DetectableChange>& changes, double power,
                       const ReportOptions& options) {
  const Columns columns = detectable_columns(power);
  Table table;
  table.number = "Table " + std::to_string(options.caption_start);
  table.caption = caption(analysis, options, "Smallest changes that could have been found");
  table.row_header = analysis.groups.empty() ? "Outcome" : "Outcome and group";
  table.columns = headers(columns);
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const auto row_cells = [&](std::optional<std::size_t> group) {
      return cells(columns, changes[analysis.place(i, group)]);
    };
    table.rows.push_back(outcome_row(analysis.outcomes[i]));
    if (analysis.groups.empty()) {
      table.rows.back().cells = row_cells({});
    } else {
      table.rows.back().spanning = true;
      add_group_rows(table, analysis, row_cells);
    }
  }
  return table;
}

}  // namespace

document::Document power_report(const PowerAnswer& answer, const ReportOptions& options) {
  document::Document document{options.title.empty() ? "Power of a paired t test" : options.title, {}};
  document.blocks.push_back(document::Paragraph{sentence(answer, options.style)});
  if (!answer.plan.n) document.blocks.push_back(document::Paragraph{loss_sentence(answer)});
  document.blocks.push_back(plan_table(answer, options));
  return document;
}

document::Document power_report(const analysis::Analysis& analysis, double power, double alpha,
                                const ReportOptions& options) {
  const auto changes = analysis::detectable_changes(analysis, power, alpha);
  const std::string title = options.title.empty() ? analysis.title : options.title;
  document::Document document{title.empty() ? "What the study could have found" : title, {}};
  const Text meaning = "A paired t test, " + two_sided(alpha, options.style) +
                       ", of so many pairs finds a true change of the size shown "
                       "with a probability of " +
                       percent(power) +
                       ", smaller ones less often. P values that are adjusted for several "
                       "outcomes need larger changes.";
  const Text caution =
      "The changes that were observed do not enter: power computed from them (\"observed power\") is the P value said "
      "again (Hoenig and Heisey 2001). What a study leaves open is told by the confidence intervals of its changes.";
  document.blocks = {document::Paragraph{meaning}, document::Paragraph{caution},
                     detectable_table(analysis, changes, power, options)};
  return document;
}

}  // namespace ecpr::report
