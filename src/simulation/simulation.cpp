#include "ecpr/simulation/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "answers.hpp"
#include "blocks.hpp"
#include "columns.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "measures.hpp"
#include "people.hpp"

namespace ecpr::simulation {

namespace {

/// Purposes of the permutations beside the order of people.
constexpr std::uint64_t order_of_rows = 1;

/// One row: whose, and of which wave (a wide row holds both).
struct RowOf {
  std::uint32_t person;
  bool post;
};

std::string padded(std::size_t number, std::size_t width) { return fmt::format("{:0{}}", number, width); }

std::size_t digits_of(std::size_t count) { return std::to_string(count).size(); }

/// What stands in the column of the group: the first value of its level, or its label.
std::string value_of(const GroupPlan& group, const study::Grouping& grouping) {
  const auto level = std::find_if(grouping.levels.begin(), grouping.levels.end(),
                                  [&](const study::GroupLevel& one) { return one.label == group.label; });
  return level == grouping.levels.end() ? group.label : level->values.front();
}

std::string answer_cell(const Column& column, bool post, const Person& person, const OutcomeAnswers& answers) {
  const bool answered = post ? column.post && person.post : column.pre && person.pre;
  if (!answered) return "";
  return post && !column.once ? answers.post[column.item] : answers.pre[column.item];
}

}  // namespace

struct Simulation::Parts {
  Plan plan;
  study::WaveNames waves;
  std::vector<GroupPlan> groups;
  std::vector<std::string> group_values;  ///< what stands in the group's column
  std::vector<std::vector<Block>> blocks;
  std::vector<Person> people;
  std::vector<FileLayout> layouts;
  std::vector<std::vector<RowOf>> rows;  ///< per file
  std::vector<SimulatedFile> files;

  void add_rows(const FileLayout& layout);
  std::string person_cell(const Column& column, const RowOf& row) const;
};

/// Each wave comes in an order of its own: pairs are found by id or not at all.
void Simulation::Parts::add_rows(const FileLayout& layout) {
  auto& of_file = rows.emplace_back();
  const auto add = [&](bool post, auto&& belongs) {
    for (const std::size_t i : shuffled(people.size(), plan.seed, order_of_rows + (post ? 1 : 0))) {
      if (belongs(people[i])) of_file.push_back({static_cast<std::uint32_t>(i), post});
    }
  };
  if (layout.pre && layout.post && !layout.long_rows) {
    add(false, [](const Person&) { return true; });
  } else {
    if (layout.pre) add(false, [](const Person& person) { return person.pre; });
    if (layout.post) add(true, [](const Person& person) { return person.post; });
  }
}

std::string Simulation::Parts::person_cell(const Column& column, const RowOf& row) const {
  const Person& person = people[row.person];
  constexpr std::size_t least_digits = 3;
  switch (column.content) {
    case Content::id:
      return replaced(plan.id, "{number}",
                      padded(row.person + std::size_t{1}, std::max(least_digits, digits_of(people.size()))));
    case Content::wave: return row.post ? waves.post : waves.pre;
    case Content::group: return group_values[person.group];
    case Content::cluster: return padded(person.cluster + 1, digits_of(plan.clusters));
    case Content::characteristic: return person.characteristics[column.place];
    case Content::answer: break;
  }
  return "";
}

Simulation::Simulation(const study::Study& asked, const Plan& plan) {
  const study::Study study = with_measures(asked, plan);
  if (study.outcomes.empty())
    throw InputError("nothing to make up: the study file names no [[outcome]], and so there is no item to answer");
  auto parts = std::make_unique<Parts>();
  parts->plan = plan;
  parts->waves = wave_names(study.input);
  parts->groups = planned_groups(study, plan);
  for (const auto& group : parts->groups) parts->group_values.push_back(value_of(group, study.grouping));
  parts->blocks = make_blocks(study, plan, parts->groups);
  parts->people = draw_people(study, plan, parts->groups);
  parts->layouts = file_layouts(study);
  for (const auto& layout : parts->layouts) {
    parts->add_rows(layout);
    SimulatedFile& file = parts->files.emplace_back();
    file.name = layout.name;
    file.rows = parts->rows.back().size();
    for (const auto& column : layout.columns) file.header.push_back(column.name);
  }
  parts_ = std::move(parts);
}

Simulation::~Simulation() = default;

const std::vector<SimulatedFile>& Simulation::files() const { return parts_->files; }

std::vector<std::string> Simulation::row(std::size_t file, std::size_t row) const {
  const RowOf& of = parts_->rows[file][row];
  const FileLayout& layout = parts_->layouts[file];
  const Person& person = parts_->people[of.person];
  std::vector<OutcomeAnswers> answers;
  for (std::size_t i = 0; i < parts_->blocks.size(); ++i)
    answers.push_back(draw_answers(parts_->plan, parts_->blocks[i], i, person, of.person));
  std::vector<std::string> cells;
  for (const Column& column : layout.columns) {
    const bool post = layout.long_rows ? of.post : column.post;
    cells.push_back(column.content == Content::answer ? answer_cell(column, post, person, answers[column.place])
                                                      : parts_->person_cell(column, of));
  }
  return cells;
}

PeopleCounts Simulation::people() const {
  PeopleCounts counts;
  for (const auto& group : parts_->groups) {
    counts.pairs += group.pairs;
    counts.pre_only += group.pre_only;
    counts.post_only += group.post_only;
  }
  return counts;
}

}  // namespace ecpr::simulation
