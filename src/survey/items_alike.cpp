#include "items_alike.hpp"

#include <map>
#include <string>

namespace ecpr::survey {

namespace {

/// "w" of "w12"; empty where no number ends the name.
std::string stem_of(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  return end == name.npos || end + 1 == name.size() ? "" : name.substr(0, end + 1);
}

void add(const Codes& codes, Codes& sum) {
  for (const auto& [code, times] : codes) sum[code] += times;
}

double width(const OutcomeSeen& seen) {
  Codes both = seen.pre.codes;
  add(seen.post.codes, both);
  return both.empty() ? 0 : both.rbegin()->first - both.begin()->first;
}

}  // namespace

std::vector<std::optional<SharedEvidence>> evidence_of_items_alike(const std::vector<OutcomeSeen>& seen,
                                                                   const Survey& survey) {
  constexpr std::size_t fewest_items = 3;
  std::vector<std::optional<SharedEvidence>> result(seen.size());
  std::map<std::string, std::vector<std::size_t>> blocks;
  for (std::size_t place = 0; place < seen.size(); ++place) {
    const study::Outcome& outcome = survey.sources[place];
    const std::string stem = stem_of(outcome.name);
    if (outcome.single_item && !outcome.same_form && !stem.empty()) blocks[stem].push_back(place);
  }
  for (const auto& [stem, places] : blocks) {
    if (places.size() < fewest_items) continue;
    OutcomeSeen all;
    for (const std::size_t place : places) {
      add(seen[place].pre.codes, all.pre.codes);
      add(seen[place].post.codes, all.post.codes);
    }
    const auto evidence = other_form(all.pre.codes, all.post.codes, {places.size()});
    if (!evidence) continue;
    for (const std::size_t place : places) {
      if (2 * width(seen[place]) >= width(all)) result[place] = SharedEvidence{*evidence, places.size()};
    }
  }
  return result;
}

}  // namespace ecpr::survey
