#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/definition.hpp"
#include "ecpr/study/study.hpp"
#include "study_tables.hpp"

namespace ecpr::study {

namespace {

Study read_study(definition::Reader root, const Place& place) {
  root.expect_keys({"study", "input", "group", "outcome", "measure", "characteristic", "analysis"});
  Study study;
  if (auto table = root.table("study")) read_title(*table, study);
  if (auto table = root.table("input")) {
    read_input(*table, study, place);
  } else {
    root.fail("", "a study file needs [input] with the files of the survey");
  }
  if (auto table = root.table("group")) read_grouping(*table, study, place);
  std::set<std::string> names;
  const auto expect_new = [&](const definition::Reader& table, const std::string& name) {
    if (!names.insert(name).second)
      table.fail("name", fmt::format("two outcomes or measures are called '{}'; give one of them another name",
                                     printable(name)));
  };
  for (auto& table : root.tables("outcome")) {
    study.outcomes.push_back(read_outcome(table, place));
    expect_new(table, study.outcomes.back().name);
  }
  for (auto& table : root.tables("measure")) {
    study.measures.push_back(read_measure(table, place));
    expect_new(table, study.measures.back().name);
  }
  for (auto& table : root.tables("characteristic")) study.characteristics.push_back(read_characteristic(table));
  if (auto table = root.table("analysis")) read_choices(*table, study, place);
  root.finish();
  return study;
}

}  // namespace

Study parse_study(std::string_view text, const std::string& name, const std::string& folder) {
  const definition::Value value = definition::parse_definition(text, name);
  return read_study(definition::Reader(value, name, "the study file"), Place{folder});
}

Study load_study(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw InputError(fmt::format("{}: cannot read this study file: it is a folder", path));
  if (!std::filesystem::exists(path, ignored))
    throw InputError(fmt::format("{}: cannot read this study file: no such file", path));
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(fmt::format("{}: cannot read this study file: {}", path, std::strerror(errno)));
  std::ostringstream text;
  text << file.rdbuf();
  return parse_study(text.str(), path, std::filesystem::path(path).parent_path().string());
}

}  // namespace ecpr::study
