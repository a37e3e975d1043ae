// A made-up study: people who answer the items of a study file as a plan says.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "ecpr/simulation/plan.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// How many people there are.
struct PeopleCounts {
  std::size_t pairs = 0, pre_only = 0, post_only = 0;
};

/// One file of the study.
struct SimulatedFile {
  std::string name;  ///< as the study file spells it
  std::vector<std::string> header;
  std::size_t rows = 0;
};

/// A made-up study in the shape that its study file describes: two files, one long or one wide.
///
/// Rows are made when they are asked for, so that memory does not grow with people x items. Every person draws from
/// random streams of their own, one for each outcome: the same seed gives the same bytes on every machine, and an
/// outcome that is added at the end of the study file changes no answer to the others. An empty cell is no answer.
/// Measures that participants answer once are made up, too; those with a file of their own are not.
class Simulation {
 public:
  /// Requires: `study` is complete. Throws InputError where the study file asks for more than a plain CSV file or has
  /// no outcomes, DefinitionError where the plan does not fit the study.
  Simulation(const study::Study& study, const Plan& plan);
  ~Simulation();

  const std::vector<SimulatedFile>& files() const;
  /// Row `row` of file `file`, one cell per column of its header.
  std::vector<std::string> row(std::size_t file, std::size_t row) const;
  PeopleCounts people() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace ecpr::simulation
