#include "ecpr/report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/report/change_tables.hpp"
#include "ecpr/report/findings.hpp"
#include "ecpr/report/group_differences_table.hpp"
#include "ecpr/report/measures_table.hpp"
#include "ecpr/report/methods.hpp"
#include "ecpr/report/participants_table.hpp"
#include "ecpr/report/reliability_table.hpp"
#include "ecpr/report/summary.hpp"
#include "ecpr/report/supplement.hpp"

namespace ecpr::report {

namespace {

constexpr std::array all_sections = {
    Section{"findings", "the results as sentences", findings},
    Section{"participants", "who answered both times", participants_table},
    Section{"changes", "pre-post changes of all participants", changes_table},
    Section{"groups", "pre-post changes by group", groups_table},
    Section{"items", "pre-post changes in single items", items_table},
    Section{"comparisons", "groups against each other", group_differences_table},
    Section{"reliability", "internal consistency of the scales", reliability_table},
    Section{"supplement", "other tests and effect sizes, reliable change, who was lost", supplement},
    Section{"measures", "what was measured once", measures_table},
    Section{"methods", "how the numbers were made, and their limits", methods},
};

bool wanted(const Section& section, const std::vector<std::string>& names) {
  return names.empty() || std::find(names.begin(), names.end(), section.name) != names.end();
}

void append(Blocks& blocks, Blocks more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void number_tables(Blocks& blocks, std::size_t next) {
  for (document::Block& block : blocks) {
    auto* table = std::get_if<document::Table>(&block);
    if (table && table->ruled) table->number = fmt::format("Table {}", next++);
  }
}

}  // namespace

std::span<const Section> sections() { return all_sections; }

void require_sections(const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const Section& section : all_sections) known.emplace_back(section.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string hint = did_you_mean(name, known);
    throw UsageError(
        fmt::format("there is no table '{}'{}", printable(name), hint.empty() ? "; there are " + listed(known) : hint));
  }
}

document::Document analysis_report(const analysis::Analysis& analysis, const ReportOptions& options) {
  require_sections(options.tables);
  document::Document document{options.title.empty() ? analysis.title : options.title, {}};
  if (document.title.empty()) document.title = "Changes between pre and post";
  if (options.tables.empty()) append(document.blocks, summary(analysis, options));
  for (const Section& section : all_sections) {
    if (wanted(section, options.tables)) append(document.blocks, section.build(analysis, options));
  }
  number_tables(document.blocks, options.caption_start);
  return document;
}

}  // namespace ecpr::report
