// The data sets of tests/reference/groups_data.csv and what R makes of them.
#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::testing {

/// One data set: complete pairs with their groups and clusters, and the people who answered once.
struct GroupsCase {
  std::vector<std::size_t> group, cluster;
  std::vector<double> pre, post, pre_only, post_only;

  statistics::PairedSample sample() const { return {pre, post}; }
};

inline std::vector<std::string> reference_lines(const std::string& file) {
  std::ifstream in(std::string(ECPR_SOURCE_DIR) + "/tests/reference/" + file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result(1);
  for (char c : line) {
    if (c == ',')
      result.emplace_back();
    else
      result.back() += c;
  }
  return result;
}

/// Throws when the file has no such case.
inline GroupsCase groups_case(const std::string& name) {
  GroupsCase result;
  for (const std::string& line : reference_lines("groups_data.csv")) {
    const std::vector<std::string> row = cells(line);
    if (row.at(0) != name) continue;
    if (row.at(3).empty()) {
      result.post_only.push_back(std::stod(row.at(4)));
    } else if (row.at(4).empty()) {
      result.pre_only.push_back(std::stod(row.at(3)));
    } else {
      result.group.push_back(std::stoul(row.at(1)));
      result.cluster.push_back(row.at(2).empty() ? 0 : std::stoul(row.at(2)));
      result.pre.push_back(std::stod(row.at(3)));
      result.post.push_back(std::stod(row.at(4)));
    }
  }
  if (result.pre.empty()) throw std::runtime_error("no case " + name);
  return result;
}

/// R's values of one case, by name; at() throws for an unknown one.
inline std::map<std::string, double> groups_reference(const std::string& name) {
  std::map<std::string, double> result;
  for (const std::string& line : reference_lines("groups_reference.csv")) {
    const std::vector<std::string> row = cells(line);
    if (row.at(0) == name) result[row.at(1)] = std::stod(row.at(2));
  }
  return result;
}

}  // namespace ecpr::testing
