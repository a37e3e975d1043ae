#include <algorithm>
#include <tuple>

#include "ecpr/statistics/omega_total.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "jobs.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

statistics::ItemCovariance covariance_of(const survey::ItemProducts& products) {
  if (!products.covariance.empty()) return {products.n, products.items, products.covariance};
  return statistics::item_covariance({products.n, products.items, products.sums, products.products});
}

namespace {

void describe_items(const statistics::ItemCovariance& covariance, const std::vector<std::size_t>& places,
                    Reliability& reliability) {
  const auto& items = reliability.item_statistics = statistics::item_reliabilities(covariance);
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
  const statistics::ItemCovariance covariance = covariance_of(products);
  Reliability reliability;
  reliability.outcome = products.outcome;
  reliability.group = products.group;
  reliability.post = products.post;
  reliability.items = products.items;
  reliability.n = products.n;
  reliability.alpha = statistics::cronbach_alpha(covariance);
  reliability.alpha_interval = reliability.alpha ? statistics::feldt_interval(*reliability.alpha, products.n,
                                                                              products.items, settings.confidence)
                                                 : Defined<Interval>(Undefined{reliability.alpha.reason()});
  reliability.omega_total = statistics::omega_total(covariance);
  if (!reliability.group) describe_items(covariance, places_of_items(survey, products.outcome), reliability);
  return reliability;
}

}  // namespace

std::vector<Reliability> reliabilities(const survey::Survey& survey, const Settings& settings, unsigned threads) {
  std::vector<Reliability> result(survey.products.size());
  run_jobs(result.size(), threads,
           [&](std::size_t i) { result[i] = reliability_of(survey, survey.products[i], settings); });
  // Per outcome: all participants before and after, then each group before and after.
  std::stable_sort(result.begin(), result.end(), [](const Reliability& a, const Reliability& b) {
    const auto place = [](const Reliability& of) { return of.group ? *of.group + 1 : 0; };
    return std::tuple(a.outcome, place(a), a.post) < std::tuple(b.outcome, place(b), b.post);
  });
  return result;
}

}  // namespace ecpr::analysis
