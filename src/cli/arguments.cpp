#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

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

[[noreturn]] void refuse_option(const CLI::App& command, const std::string& name) {
  const std::string where = command.get_name().empty() ? "ecpr" : "ecpr " + command.get_name();
  throw UsageError(fmt::format("unknown option '{}'{}{} {} --help lists all", printable(name),
                               did_you_mean(name, option_names(command)),
                               did_you_mean(name, option_names(command)).empty() ? ";" : "", where));
}

void check_option(const CLI::App& command, const std::string& word) {
  if (word.starts_with("--")) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (!option_named(command, name)) refuse_option(command, name);
    if (equals + 1 == word.size()) throw UsageError(fmt::format("{} needs a value behind the '='", name));
  } else if (!option_named(command, word.substr(0, 2))) {
    refuse_option(command, word.substr(0, 2));
  }
}

[[noreturn]] void refuse_command(const std::string& word) {
  std::vector<std::string> names;
  for (const auto& command : commands) names.emplace_back(command.name);
  const std::string hint = did_you_mean(word, names);
  throw UsageError(fmt::format("unknown command '{}'{}", printable(word),
                               hint.empty() ? "; the commands are " + listed(names) : hint));
}

/// Whether `word` is an option that still waits for its value.
bool waits_for_value(const CLI::App& command, const std::string& word) {
  if (!is_option(word) || word.find('=') != word.npos) return false;
  if (!word.starts_with("--") && word.size() > 2) return false;
  const auto* option = option_named(command, word);
  return option && option->get_expected_max() > 0 && option->get_type_size() > 0;
}

}  // namespace

std::vector<std::string> checked_arguments(std::vector<std::string> words, const CLI::App& app) {
  const CLI::App* command = &app;
  std::vector<std::string> checked;
  bool value_next = false;
  for (auto& word : words) {
    if (value_next) {
      value_next = false;
      if (is_option(word) && checked.back().starts_with("--") &&
          (option_named(*command, word.substr(0, word.find('='))) == nullptr)) {
        checked.back() += "=" + word;
        continue;
      }
    } else if (is_option(word)) {
      check_option(*command, word);
      value_next = waits_for_value(*command, word);
    } else if (const auto* named = command_named(*command, word)) {
      command = named;
    } else if (command == &app) {
      refuse_command(word);
    }
    checked.push_back(std::move(word));
  }
  return checked;
}

}  // namespace ecpr::cli
