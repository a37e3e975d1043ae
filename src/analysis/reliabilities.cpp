#include <algorithm>
#include <tuple>

#include "ecpr/statistics/reliability.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

namespace {

statistics::ItemCovariance covariance_of(const survey::ItemProducts& products) {
  if (!products.covariance.empty()) return {products.n, products.items, products.covariance};
  return statistics::item_covariance({products.n, products.items, products.sums, products.products});
}

void find_smallest_item(const std::vector<statistics::ItemReliability>& items, const std::vector<std::size_t>& places,
                        Reliability& reliability) {
  reliability.smallest_item_rest = items.front().item_rest_correlation;
  reliability.smallest_item = places.front();
  for (std::size_t i = 1; i < items.size(); ++i) {
    const auto& correlation = items[i].item_rest_correlation;
    const auto& smallest = reliability.smallest_item_rest;
    if (!correlation || (smallest && *smallest <= *correlation)) continue;
    reliability.smallest_item_rest = correlation;
    reliability.smallest_item = places[i];
  }
}

const std::vector<std::size_t>& places_of_items(const survey::Survey& survey, std::size_t outcome) {
  const auto& scored = survey.outcomes[outcome];
  return survey.sources[scored.source].questionnaire.scales[*scored.scale].items;
}

Reliability reliability_of(const survey::Survey& survey, const survey::ItemProducts& products,
                           const Settings& settings) {
  const auto scale = statistics::scale_reliability(covariance_of(products), settings.confidence);
  Reliability reliability;
  reliability.outcome = products.outcome;
  reliability.group = products.group;
  reliability.post = products.post;
  reliability.items = products.items;
  reliability.n = products.n;
  reliability.alpha = scale.alpha;
  reliability.alpha_interval = scale.alpha_interval;
  reliability.omega_total = scale.omega_total;
  find_smallest_item(scale.items, places_of_items(survey, products.outcome), reliability);
  return reliability;
}

}  // namespace

std::vector<Reliability> reliabilities(const survey::Survey& survey, const Settings& settings) {
  std::vector<Reliability> result;
  for (const auto& products : survey.products) result.push_back(reliability_of(survey, products, settings));
  // Per outcome: all participants before and after, then each group before and after.
  std::stable_sort(result.begin(), result.end(), [](const Reliability& a, const Reliability& b) {
    const auto place = [](const Reliability& of) { return of.group ? *of.group + 1 : 0; };
    return std::tuple(a.outcome, place(a), a.post) < std::tuple(b.outcome, place(b), b.post);
  });
  return result;
}

}  // namespace ecpr::analysis
