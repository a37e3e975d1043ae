#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "ecpr/base/text.hpp"
#include "option_values.hpp"

namespace ecpr::study {

namespace {

std::vector<Option> joined_options() {
  std::vector<Option> all;
  for (const auto part : {options_of_input(), options_of_outcomes(), options_of_analysis()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

std::vector<const Option*> with_flag(std::span<const Option> part) {
  std::vector<const Option*> flags;
  for (const auto& option : part) {
    if (!option.flag.empty()) flags.push_back(&option);
  }
  return flags;
}

std::string_view kind_in_words(ValueKind kind) {
  switch (kind) {
    case ValueKind::text: return "text";
    case ValueKind::texts: return "list of texts";
    case ValueKind::codes: return "list of texts and numbers";
    case ValueKind::file: return "path";
    case ValueKind::word: return "word";
    case ValueKind::words: return "list of words";
    case ValueKind::character: return "character";
    case ValueKind::share: return "number between 0 and 1";
    case ValueKind::number: return "number";
    case ValueKind::count: return "whole number";
    case ValueKind::flag: return "true or false";
    case ValueKind::bounds:
    case ValueKind::structure: return "see the example";
  }
  return "";
}

/// The words of the option with their meanings, or its kind.
std::string value_in_words(const Option& option) {
  if (!option.words) return std::string(kind_in_words(option.kind));
  std::vector<std::string> words;
  for (const auto& one : option.words())
    words.push_back(one.meaning.empty() ? fmt::format("`{}`", one.word)
                                        : fmt::format("`{}` ({})", one.word, one.meaning));
  return (option.kind == ValueKind::words ? "list of " : "") + listed(words, "or");
}

std::string row(const Option& option) {
  const std::string flag = option.flag.empty() ? "" : fmt::format(" (`{}`)", option.flag);
  return fmt::format("| `{}` | {}.{} | {} | {} | `{}` |\n", option.key, option.sentence, flag, value_in_words(option),
                     option.otherwise, option.example);
}

struct TableOfFile {
  std::string_view name, heading, sentence;
};

constexpr std::array tables_of_file = {
    TableOfFile{"study", "[study]", "The study as a whole."},
    TableOfFile{
        "input", "[input]",
        "Where the answers are: `pre` and `post`, or `file`. A file may be a path, or a table with its own ways: "
        "`file`, `id`, `group`, `platform`, `encoding`, `delimiter`, `decimal`."},
    TableOfFile{"group", "[group]", "Which group a person belongs to."},
    TableOfFile{"outcome", "[[outcome]]",
                "What is compared, one table each: a built-in questionnaire (`instrument`), a scale of one's own "
                "(`columns` with `range`), or a score that is already there (`column`, or `pre` and `post`)."},
    TableOfFile{"measure", "[[measure]]", "What was measured once, one table each."},
    TableOfFile{"characteristic", "[[characteristic]]", "What describes the participants, one table each."},
    TableOfFile{"analysis", "[analysis]", "What is computed, and how it is written."},
};

}  // namespace

std::span<const Option> options() {
  static const std::vector<Option> all = joined_options();
  return all;
}

std::vector<const Option*> input_flags() { return with_flag(options_of_input()); }

std::vector<const Option*> analysis_flags() { return with_flag(options_of_analysis()); }

std::vector<const Option*> options_of_table(std::string_view name) {
  std::vector<const Option*> found;
  for (const auto& option : options()) {
    if (option.table == name && !option.key.empty()) found.push_back(&option);
  }
  return found;
}

const Option& option_with_flag(std::string_view flag) {
  for (const auto& option : options()) {
    if (option.flag == flag) return option;
  }
  throw std::invalid_argument(fmt::format("no option '{}'", flag));
}

std::string study_file_reference() {
  std::string text =
      "# Study files\n\n"
      "A study file says what a study consists of, in [TOML](https://toml.io). `ecpr init` writes a first one. Paths "
      "are "
      "relative to the file. A key that nobody knows is an error with its line. Options of the command line (named in "
      "brackets) come before the file.\n\n"
      "This page is made by the program from the table that reads study files.\n";
  for (const auto& table : tables_of_file) {
    text += fmt::format("\n## `{}`\n\n{}\n\n| key | says | value | unless said | example |\n|---|---|---|---|---|\n",
                        table.heading, table.sentence);
    for (const auto* option : options_of_table(table.name)) text += row(*option);
  }
  return text;
}

}  // namespace ecpr::study
