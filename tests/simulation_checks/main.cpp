// Prints how often intervals cover and tests reject, as two tables in Markdown; fails when what is exact is not.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <vector>

#include "checks.hpp"

namespace {

using namespace ecpr::checks;

constexpr std::array<std::size_t, 3> sizes = {10, 30, 100};

/// The columns of a table: normal answers of every size, then Likert answers.
std::vector<Tallies> all_scenarios(Tallies (*count)(const Scenario&), std::size_t samples) {
  std::vector<Tallies> columns;
  for (const Answers answers : {Answers::normal, Answers::likert}) {
    for (const std::size_t n : sizes) columns.push_back(count({answers, n, samples, 20'210 + n}));
  }
  return columns;
}

std::string cell(const Tallies& tallies, const std::string& name) {
  const auto found = tallies.find(name);
  if (found == tallies.end() || found->second.of == 0) return "";
  const Tally& tally = found->second;
  const double missing = 100.0 * static_cast<double>(tally.undefined) / static_cast<double>(tally.of + tally.undefined);
  return fmt::format("{:.1f}{}", 100 * tally.share(), missing >= 0.1 ? fmt::format(" ({:.1f})", missing) : "");
}

void print_table(const char* what, const std::vector<Tallies>& columns) {
  fmt::print("| {} |", what);
  for (const char* answers : {"normal", "Likert"}) {
    for (const std::size_t n : sizes) fmt::print(" {}, n = {} |", answers, n);
  }
  fmt::print("\n| --- |");
  for (std::size_t i = 0; i < columns.size(); ++i) fmt::print(" ---: |");
  std::set<std::string> names;
  for (const auto& column : columns) {
    for (const auto& [name, tally] : column) names.insert(name);
  }
  for (const auto& name : names) {
    fmt::print("\n| {} |", name);
    for (const auto& column : columns) fmt::print(" {} |", cell(column, name));
  }
  fmt::print("\n\n");
}

/// Standard errors between what was counted and what theory says.
double departure(const Tally& tally, double expected) {
  return (tally.share() - expected) / std::sqrt(expected * (1 - expected) / static_cast<double>(tally.of));
}

/// Whether `name` is exact on normal answers; says so when not.
bool is_exact(const std::vector<Tallies>& columns, const std::string& name, double expected) {
  constexpr double too_far = 3.5;
  bool exact = true;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double far = departure(columns[i].at(name), expected);
    if (std::abs(far) <= too_far) continue;
    fmt::print(stderr, "{}, n = {}: {:.1f} standard errors from {}\n", name, sizes[i], far, expected);
    exact = false;
  }
  return exact;
}

/// Whether the exact Wilcoxon test keeps its level on symmetric changes of any kind.
bool keeps_level(const std::vector<Tallies>& columns, const std::string& name) {
  constexpr double too_far = 3.5;
  bool keeps = true;
  for (const auto& column : columns) {
    if (departure(column.at(name), alpha) <= too_far) continue;
    fmt::print(stderr, "{} rejects more often than it may\n", name);
    keeps = false;
  }
  return keeps;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t samples = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
  if (samples < 100) {
    fmt::print(stderr, "simulation_checks [SAMPLES], at least 100\n");
    return 2;
  }
  const auto covered = all_scenarios(coverage, samples), rejected = all_scenarios(false_alarms, samples);
  const double error = 100 * std::sqrt(alpha * (1 - alpha) / static_cast<double>(samples));
  fmt::print("{} samples a cell (a tenth for BCa); Monte Carlo standard error {:.2f} at 5% and 95%.\n\n", samples,
             error);
  print_table("Coverage of 95% intervals, %", covered);
  print_table("Rejections at .05, %", rejected);
  bool right = is_exact(covered, "mean change (t)", confidence);
  right &= is_exact(covered, "d_z", confidence);
  right &= is_exact(rejected, "paired t", alpha);
  right &= keeps_level(rejected, "Wilcoxon, exact");
  return right ? 0 : 1;
}
