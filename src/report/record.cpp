#include "ecpr/report/record.hpp"

#include <fmt/format.h>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/study/option.hpp"
#include "effect_size_choice.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Settings;
using document::Text;

namespace {

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ',': return "commas";
    case ';': return "semicolons";
    case '\t': return "tabs";
    default: return "'" + std::string(1, delimiter) + "'";
  }
}

/// "pre.csv: 185 rows, utf-8, separated by commas; SHA-256 9f86d0...".
Text file_line(const survey::FileSummary& file) {
  std::string text = fmt::format("{}: {}, {}, separated by {}", file.base_name, counted(file.rows, "row", "rows"),
                                 file.encoding, delimiter_name(file.delimiter));
  if (!file.platform.empty() && file.platform != "plain") text += ", an export of " + file.platform;
  if (!file.sha256.empty()) text += "; SHA-256 " + file.sha256;
  return text;
}

std::string interval_of_average(const Settings& settings) {
  return settings.average_interval == AverageInterval::bonett ? "Bonett" : "Algina and Keselman";
}

bool has_average(const Settings& settings) {
  for (const std::string& name : settings.effect_sizes) {
    if (name.ends_with("_av")) return true;
  }
  return false;
}

Text effect_sizes(const Settings& settings) {
  std::vector<Text> symbols;
  for (const std::string& name : settings.effect_sizes) symbols.emplace_back(symbol(effect_size_choice(name)));
  Text text = Text(symbols.size() == 1 ? "Effect size: " : "Effect sizes: ") + joined(symbols);
  if (has_average(settings)) text += "; CI after " + interval_of_average(settings);
  return text;
}

Text equivalence_bounds(const Settings& settings) {
  if (!settings.equivalence) return {};
  const Text bounds = "Equivalence bounds: \u00b1" + shortest(settings.equivalence->upper);
  if (settings.equivalence->unit == BoundUnit::raw) return bounds + " points";
  return bounds + " " + Text(symbol(effect_size_choice("d_z")));
}

Text adjustment(const Settings& settings, const document::NumberStyle& style) {
  const std::string name = adjustment_name(settings.adjust);
  return "Adjustment of " + Text(p_symbol(style)) + " values: " + (name.empty() ? "none" : name);
}

/// What the record says of an option under its key; empty: nothing, as it is not in force or stands beside another.
Text setting_line(std::string_view key, const Settings& settings, const document::NumberStyle& style) {
  if (key == "confidence") return "Confidence level: " + document::confidence_level(settings.confidence);
  if (key == "alpha") return "Significant: " + significance_threshold(settings, style);
  if (key == "adjust") return adjustment(settings, style);
  if (key == "effect_size") return effect_sizes(settings);
  if (key == "equivalence") return equivalence_bounds(settings);
  if (key == "min_cell" && settings.min_cell > 0)
    return fmt::format("Groups are shown from {} on", counted(settings.min_cell, "pair", "pairs"));
  if (key == "bootstrap" && settings.bootstrap > 0)
    return fmt::format("Bootstrap: {} resamples, seed {}", with_thousands(settings.bootstrap), settings.seed);
  return {};
}

std::vector<Text> setting_lines(const Analysis& analysis, const ReportOptions& options) {
  std::vector<Text> lines = {"Participants matched by: " + analysis.id_column};
  if (!analysis.group_column.empty())
    lines.emplace_back("Groups from: " + analysis.group_column + " (" + listed(analysis.groups, "and") + ")");
  for (const auto& option : study::options()) {
    Text line = option.in_force ? setting_line(option.key, analysis.settings, options.style) : Text();
    if (!line.empty()) lines.push_back(std::move(line));
  }
  const std::string& cluster = analysis.settings.cluster_column;
  if (!cluster.empty()) lines.emplace_back("Clusters by: " + cluster);
  return lines;
}

}  // namespace

Blocks record(const Analysis& analysis, const survey::Survey& survey, const ReportOptions& options) {
  document::List files, settings{setting_lines(analysis, options)};
  for (const survey::FileSummary& file : survey.files) files.items.push_back(file_line(file));
  const std::string program = options.version.empty() ? "ecpr" : "ecpr " + options.version;
  return {document::Heading{1, "How this report was made"},
          document::Paragraph{"By " + program + ". The same files, settings and version make the same report."},
          document::Heading{2, "Files"},
          std::move(files),
          document::Heading{2, "Settings"},
          std::move(settings)};
}

}  // namespace ecpr::report
