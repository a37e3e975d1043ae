// The answers of some people, written in every shape that a survey comes in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/text.hpp"

namespace ecpr::testing {

/// Somebody's answers; empty: did not take part in that wave.
struct Person {
  std::string id, group;
  std::vector<std::string> pre, post;
};

struct Sheets {
  std::vector<std::string> columns;
  std::vector<Person> people;

  std::string two_files_pre() const { return one_wave(false); }
  std::string two_files_post() const { return one_wave(true); }

  /// Column names are `pattern` with {column} and {wave}.
  std::string wide(std::string_view pattern = "{column}_{wave}", std::string_view pre = "pre",
                   std::string_view post = "post") const {
    std::string text = "id,role";
    for (const auto wave : {pre, post}) {
      for (const auto& column : columns) text += "," + replaced(replaced(pattern, "{wave}", wave), "{column}", column);
    }
    text += "\n";
    for (const auto& person : people)
      text += person.id + "," + person.group + cells(person.pre) + cells(person.post) + "\n";
    return text;
  }

  /// The row after stands above the row before.
  std::string long_file(std::string_view pre = "pre", std::string_view post = "post") const {
    std::string text = "id,role,wave" + header() + "\n";
    for (const auto& person : people) {
      const std::string start = person.id + "," + person.group + ",";
      if (!person.post.empty()) text += start + std::string(post) + cells(person.post) + "\n";
      if (!person.pre.empty()) text += start + std::string(pre) + cells(person.pre) + "\n";
    }
    return text;
  }

 private:
  std::string header() const {
    std::string text;
    for (const auto& column : columns) text += "," + column;
    return text;
  }

  std::string cells(const std::vector<std::string>& answers) const {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) text += "," + (answers.empty() ? "" : answers[i]);
    return text;
  }

  std::string one_wave(bool post) const {
    std::string text = "id,role" + header() + "\n";
    for (const auto& person : people) {
      const auto& answers = post ? person.post : person.pre;
      if (!answers.empty()) text += person.id + "," + person.group + cells(answers) + "\n";
    }
    return text;
  }
};

}  // namespace ecpr::testing
