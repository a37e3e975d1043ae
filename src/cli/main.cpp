#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <new>

#include "arguments.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/version.hpp"
#include "ecpr/cli/commands.hpp"
#include "output.hpp"

namespace {

using namespace ecpr;

constexpr int done = 0, trouble = 1, wrong_use = 2, problems_found = 3;

int fail(int status, const std::string& message) {
  std::cout.flush();
  cli::tell(message);
  return status;
}

/// The command that was named, as far as the words were understood.
const CLI::App& named_command(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : named_command(*named.front());
}

std::string path_of(const CLI::App& app) {
  return (app.get_parent() ? path_of(*app.get_parent()) + " " : "") + app.get_name();
}

std::string unexpected(const CLI::App& command) {
  const std::string word = printable(command.remaining_size() > 0 ? command.remaining().front() : "");
  if (!command.get_option_no_throw("--pre"))
    return fmt::format("'{}' is one word too many; {} --help tells more", word, path_of(command));
  return fmt::format("'{}' is one file too many: name one file that holds both waves, or two: --pre FILE --post FILE",
                     word);
}

/// What CLI11 finds wrong, as one sentence of ours.
std::string sentence(const CLI::ParseError& error, const CLI::App& command) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return unexpected(command);
  std::string text = error.what();
  for (auto& c : text) c = c == '\n' ? ' ' : c;
  return fmt::format("{}; {} --help tells more", trimmed(text), path_of(command));
}

int parse(CLI::App& app, std::vector<std::string> words) {
  words = cli::checked_arguments(std::move(words), app);
  std::reverse(words.begin(), words.end());
  try {
    app.parse(std::move(words));
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForAllHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForVersion& call) {
    return app.exit(call);
  } catch (const CLI::ParseError& error) {
    return fail(wrong_use, sentence(error, named_command(app)));
  }
  std::cout.flush();
  if (!std::cout) return fail(trouble, "cannot write to standard output");
  return done;
}

int run(int count, char** arguments) {
  CLI::App app("Pre/post outcome studies: who answered, what changed, by how much, in which group", "ecpr");
  app.set_version_flag("--version", "ecpr " + version());
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(34);
  app.footer(
      "Examples:\n"
      "  ecpr analyze --pre pre.csv --post post.csv --id id --group role\n"
      "  ecpr analyze study.toml -o report.html -o results.csv\n"
      "  ecpr check study.toml\n"
      "ecpr COMMAND --help shows the options of a command.");
  for (const auto& command : cli::commands) command.add(app);
  if (count < 2) {
    std::cerr << app.help();
    return fail(wrong_use, "what is there to do? Name a command, such as ecpr analyze");
  }
  return parse(app, std::vector<std::string>(arguments + 1, arguments + count));
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  try {
    return run(count, arguments);
  } catch (const cli::ProblemsFound&) {
    std::cout.flush();
    return std::cout ? problems_found : fail(trouble, "cannot write to standard output");
  } catch (const UsageError& error) {
    return fail(wrong_use, error.what());
  } catch (const InputError& error) {
    return fail(trouble, error.what());
  } catch (const DefinitionError& error) {
    return fail(trouble, error.what());
  } catch (const std::bad_alloc&) {
    return fail(trouble, "not enough memory for this input");
  } catch (const std::exception& error) {
    return fail(trouble, fmt::format("this should not have happened: {}; please report it", error.what()));
  }
}
