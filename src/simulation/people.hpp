// Who takes part in a made-up study.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ecpr/simulation/plan.hpp"
#include "ecpr/statistics/random_stream.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// One person; the place in the list is the person's number, counted from 0.
struct Person {
  std::size_t group = 0;  ///< place among the groups of the plan
  bool pre = false, post = false;
  std::size_t cluster = 0;
  std::vector<std::string> characteristics;  ///< one per characteristic of the study; empty: not answered
};

/// The groups of the plan, or the groups of the study with the plan's people shared out evenly.
/// Throws DefinitionError for groups that the study does not have.
std::vector<GroupPlan> planned_groups(const study::Study& study, const Plan& plan);

/// Everybody, in random order. Throws DefinitionError for characteristics that the study does not have.
std::vector<Person> draw_people(const study::Study& study, const Plan& plan, const std::vector<GroupPlan>& groups);

/// The order in which `count` things come: a permutation of 0 to count - 1. `purpose` tells permutations apart.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed, std::uint64_t purpose);

/// The random numbers of one person for one purpose: 0 for the person's own description, above 0 for answers.
statistics::RandomStream stream_of(const Plan& plan, std::size_t person, std::uint64_t purpose);

/// Whether an answer is left out that is missing with this probability; draws once, whatever the probability.
bool is_missing(statistics::RandomStream& stream, double probability);

}  // namespace ecpr::simulation
