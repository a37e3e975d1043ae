// Made-up studies in memory, and through files into an analysis.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/csv/writer.hpp"
#include "ecpr/simulation/simulation.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::testing {

inline study::Study study_of(const std::string& text) {
  study::Study study = study::parse_study(text, "study.toml", "");
  study::complete(study);
  return study;
}

inline simulation::Simulation made_up(const std::string& study, const std::string& plan) {
  return {study_of(study), simulation::parse_plan(plan, "plan.toml")};
}

using Rows = std::vector<std::vector<std::string>>;

inline Rows rows_of(const simulation::Simulation& simulation, std::size_t file = 0) {
  Rows rows;
  for (std::size_t row = 0; row < simulation.files()[file].rows; ++row) rows.push_back(simulation.row(file, row));
  return rows;
}

/// The message with which a simulation is refused; empty when it is not.
inline std::string refusal(const std::string& study, const std::string& plan) {
  try {
    made_up(study, plan);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

/// Writes the two files of a made-up study into a folder of its own under the working folder, and analyses them.
inline analysis::Analysis analysed(const std::string& text, const std::string& plan, const std::string& folder) {
  study::Study study = study_of(text);
  const simulation::Simulation simulation(study, simulation::parse_plan(plan, "plan.toml"));
  std::filesystem::create_directories(folder);
  for (auto* source : {&*study.input.pre, &*study.input.post}) {
    const std::size_t file = source == &*study.input.pre ? 0 : 1;
    source->path = folder + "/" + source->name;
    std::ofstream out(source->path, std::ios::binary);
    csv::Writer writer(out);
    writer.row(simulation.files()[file].header);
    for (const auto& row : rows_of(simulation, file)) writer.row(row);
  }
  const survey::Survey survey = survey::read_survey(study, {});
  CHECK(survey.problems.total() == 0);
  analysis::Analysis analysis = analysis::analyse(survey, study);
  std::filesystem::remove_all(folder);
  return analysis;
}

}  // namespace ecpr::testing
