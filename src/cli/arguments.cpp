#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"

namespace ecpr::cli {

namespace {

bool is_option(const std::string& word) { return word.size() > 1 && word[0] == '-' && word != "--"; }

const CLI::App* command_named(const CLI::App& app, const std::string& word) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == word) return command;
  }
  return nullptr;
}

/// "ecpr instruments show".
std::string command_path(const CLI::App& command) {
  const auto* parent = command.get_parent();
  return (parent ? command_path(*parent) + " " : "") + command.get_name();
}

/// Every way to spell the options of a command: "--id", "-o".
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    for (const auto& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

const CLI::Option* option_named(const CLI::App& command, const std::string& name) {
  for (const auto* option : command.get_options()) {
    if (option->check_name(name)) return option;
  }
  return nullptr;
}

/// Words that stand where a command should: an option of the commands, put too early.
void refuse_early_option(const CLI::App& app, const std::string& name) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (option_named(*command, name))
      throw UsageError(
          fmt::format("'{}' stands before the command; write {} {} ...", name, command_path(*command), name));
  }
}

[[noreturn]] void refuse_option(const CLI::App& command, const std::string& name) {
  if (!command.get_parent()) refuse_early_option(command, name);
  if (name == "-o" && option_named(command, "--format"))
    throw UsageError(
        fmt::format("unknown option '-o'; {0} writes to standard output: {0} ... --format html > check.html",
                    command_path(command)));
  const std::string hint = did_you_mean(name, option_names(command));
  throw UsageError(fmt::format("unknown option '{}'{} {} --help lists all", printable(name), hint.empty() ? ";" : hint,
                               command_path(command)));
}

/// "--id" of "--id=code", "-o" of "-oreport.html".
std::string name_in(const std::string& word) {
  return word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
}

[[noreturn]] void refuse_without_value(const CLI::App& command, const std::string& name) {
  throw UsageError(fmt::format("{} needs a value: {}", name, option_named(command, name)->get_type_name()));
}

bool takes_value(const CLI::Option& option) { return option.get_expected_max() > 0 && option.get_type_size() > 0; }

/// Counts how often each option was named.
using Named = std::map<const CLI::Option*, int>;

void check_option(const CLI::App& command, const std::string& word, Named& named) {
  const std::string name = name_in(word);
  const auto* option = option_named(command, name);
  if (!option) refuse_option(command, name);
  if (!takes_value(*option)) return;
  if (word.starts_with("--") && word.find('=') + 1 == word.size()) refuse_without_value(command, name);
  if (++named[option] > 1 && option->get_expected_max() == 1)
    throw UsageError(fmt::format("{} is there twice; it takes one value", name));
}

[[noreturn]] void refuse_command(const std::string& word) {
  std::vector<std::string> names;
  for (const auto& command : commands) names.emplace_back(command.name);
  const std::string hint = did_you_mean(word, names);
  throw UsageError(fmt::format("unknown command '{}'{}", printable(word),
                               hint.empty() ? "; the commands are " + listed(names) : hint));
}

/// Whether the option `word` still waits for its value.
bool waits_for_value(const CLI::App& command, const std::string& word) {
  return name_in(word) == word && takes_value(*option_named(command, word));
}

/// Whether `word` is an option of `command`, rather than a value that begins with '-'.
bool is_option_of(const CLI::App& command, const std::string& word) {
  return is_option(word) && option_named(command, word.substr(0, word.find('='))) != nullptr;
}

}  // namespace

std::vector<std::string> checked_arguments(std::vector<std::string> words, const CLI::App& app) {
  const CLI::App* command = &app;
  std::vector<std::string> checked;
  Named named;
  std::string waiting;  // the option whose value comes next
  for (auto& word : words) {
    if (!waiting.empty()) {
      if (word.empty() || is_option_of(*command, word)) refuse_without_value(*command, waiting);
      if (is_option(word) && waiting.starts_with("--")) {
        checked.back() += "=" + word;
      } else {
        checked.push_back(std::move(word));
      }
      waiting.clear();
      continue;
    }
    if (is_option(word)) {
      check_option(*command, word, named);
      if (waits_for_value(*command, word)) waiting = word;
    } else if (const auto* subcommand = command_named(*command, word)) {
      command = subcommand;
    } else if (command == &app) {
      refuse_command(word);
    }
    checked.push_back(std::move(word));
  }
  if (!waiting.empty()) refuse_without_value(*command, waiting);
  return checked;
}

}  // namespace ecpr::cli
