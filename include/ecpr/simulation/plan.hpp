// What a made-up study should look like: how many people, which effects, how much is missing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/interval.hpp"

namespace ecpr::simulation {

/// How many people of one group answer at which wave.
struct GroupPlan {
  std::string label;  ///< of the study's group; empty where the study has none
  std::size_t pairs = 0, pre_only = 0, post_only = 0;
  int line = 0;
};

/// How the scores of one outcome are distributed. What is not stated is taken from the instrument's published norms
/// and reliability, from the plan's `correlation`, else from the middle of the possible scores.
struct OutcomePlan {
  std::string name;                         ///< "ucla3", "panas20.positive"
  std::optional<double> mean, sd;           ///< of the score before
  std::optional<double> reliability;        ///< Cronbach's alpha of its items
  std::optional<double> correlation;        ///< of the scores before and after, within a group
  double d_z = 0;                           ///< change, post - pre, over the SD of changes, as in the tables
  std::map<std::string, double> group_d_z;  ///< by label, where a group differs
  int line = 0;
};

/// How one description of the participants is distributed: a number, or shares of texts.
struct CharacteristicPlan {
  std::string column;
  double mean = 45, sd = 12;
  Interval range{18, 90};  ///< of the number, which is whole
  std::vector<std::string> texts;
  std::vector<double> shares;  ///< beside `texts`; any positive numbers
  int line = 0;
};

/// All of it.
struct Plan {
  std::string file;  ///< for messages
  std::uint64_t seed = 1;
  std::string id = "SIM-{number}";
  std::size_t pairs = 100, pre_only = 0, post_only = 0;  ///< shared out evenly where `groups` is empty
  double correlation = 0.6;
  double between_outcomes = 0.3;  ///< correlation of the true scores of different outcomes
  double missing = 0;             ///< share of answers that are left out, each by itself
  double skipped = 0;             ///< share of whole questionnaires that are left out
  std::size_t clusters = 10;      ///< different values of the study's cluster column
  std::vector<GroupPlan> groups;
  std::vector<OutcomePlan> outcomes;
  std::vector<CharacteristicPlan> characteristics;
};

/// The plan that TOML `text` describes; `name` stands in messages. Throws DefinitionError "name:line: ...".
Plan parse_plan(std::string_view text, const std::string& name);

/// Reads the plan at `path`. Throws InputError when it cannot be read, else as `parse_plan`.
Plan load_plan(const std::string& path);

}  // namespace ecpr::simulation
