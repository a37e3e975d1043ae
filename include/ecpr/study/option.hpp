// All that a user can say of a study: one table for the study file, the command line, the results and the reference.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ecpr/base/choice.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::study {

/// What the value of an option is.
enum class ValueKind {
  text,       ///< a column, a title
  texts,      ///< a list of texts
  codes,      ///< a list of texts and numbers
  file,       ///< a path; in a study file relative to it
  word,       ///< one of some words
  words,      ///< a list of some words; on the command line with commas between them
  character,  ///< one character, or "tab"
  share,      ///< a number between 0 and 1
  number,
  count,     ///< a whole number
  flag,      ///< true or false
  bounds,    ///< { raw = X } or { d_z = X }; on the command line X or d_z:X
  structure  ///< something of its own, which the sentence describes
};

/// The value of an option that is in force, for those who write it; empty: none is.
using SettingValue =
    std::variant<std::monostate, double, std::uint64_t, std::string, std::vector<std::string>, EquivalenceBounds>;

/// What was typed: one text, of a list all of them.
using Typed = std::vector<std::string>;

/// One thing that a user can say.
struct Option {
  std::string_view flag = {};   ///< "--min-cell"; empty: it stands in study files only
  std::string_view table = {};  ///< "analysis"; empty: it stands on the command line only
  std::string_view key = {};    ///< "min_cell"
  std::string_view type = {};   ///< what stands for its value in --help: "N"
  ValueKind kind = ValueKind::text;
  std::string_view otherwise = {};  ///< what holds when it is not said; empty: nothing
  std::string_view sentence = {};   ///< what it says; without full stop
  std::string_view example = {};    ///< as a line of a study file: "min_cell = 5"

  std::vector<WordMeaning> (*words)() = nullptr;  ///< of a word, those that there are

  /// Writes what was typed into the study: what it should have been, where it does not fit; else an empty text.
  /// Null: others read it. Requires: `typed` is not empty.
  std::string (*take)(const Typed& typed, Study& study) = nullptr;

  /// What is in force. Null: it shaped no number by itself.
  SettingValue (*in_force)(const Choices& choices) = nullptr;

  bool repeatable = false;  ///< on the command line
};

/// All options, those of one table side by side.
std::span<const Option> options();

/// Those with a flag that say what the study is, in the order of --help.
std::vector<const Option*> input_flags();

/// Those with a flag that say what is computed.
std::vector<const Option*> analysis_flags();

/// Those that stand in the table `name` of a study file, such as "input" or "outcome", in the order of the reference.
std::vector<const Option*> options_of_table(std::string_view name);

/// The option with this flag. Requires: there is one.
const Option& option_with_flag(std::string_view flag);

/// The reference of study files, as Markdown: every table and key with its words, default and example.
std::string study_file_reference();

}  // namespace ecpr::study
