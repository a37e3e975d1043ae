#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/describe.hpp"
#include "output.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::string file;
};

void list() {
  std::vector<std::shared_ptr<const instruments::Instrument>> kept;
  std::vector<const instruments::Instrument*> shown;
  for (const auto& id : instruments::instrument_ids()) {
    kept.push_back(instruments::find_instrument(id));
    shown.push_back(kept.back().get());
  }
  std::cout << instruments::instrument_table(shown);
}

void show(const Options& options) {
  std::string text;
  for (const auto& id : options.ids)
    text += (text.empty() ? "" : "\n") + instruments::describe(*instruments::find_instrument(id));
  std::cout << text;
}

void validate(const Options& options) {
  const auto instrument = instruments::load_instrument_file(options.file);
  write_lines(visible(options.file) + " is a valid instrument file.\n\n" + instruments::describe(instrument));
}

/// What to do without one of the verbs; `words` are what stands in its place.
void refuse(const std::vector<std::string>& words) {
  const std::vector<std::string> verbs = {"list", "show", "validate"};
  if (words.empty()) throw UsageError("instruments needs one of list, show ID and validate FILE");
  if (words.front().starts_with('-')) throw UsageError("instruments has no option " + printable(words.front()));
  const std::string hint = did_you_mean(words.front(), verbs);
  throw UsageError("unknown command 'instruments " + printable(words.front()) + "'" + (hint.empty() ? ";" : hint) +
                   (hint.empty() ? " it is one of " : " It is one of ") + listed(verbs));
}

}  // namespace

void add_instruments_command(CLI::App& app) {
  auto* command = app.add_subcommand("instruments", "Shows the built-in questionnaires, or checks a file with one");
  auto options = std::make_shared<Options>();
  command->footer(
      "Examples:\n"
      "  ecpr instruments list\n"
      "  ecpr instruments show ucla3\n"
      "  ecpr instruments validate my_scale.toml");
  command->add_subcommand("list", "All built-in instruments")->callback(list);

  auto* shown = command->add_subcommand("show", "One instrument: items, codings, scales, sources, certainty");
  shown->add_option("ID", options->ids, "Instrument id, as in the list")->required();
  shown->callback([options] { show(*options); });

  auto* validated = command->add_subcommand("validate", "Checks an instrument file and says what it defines");
  validated->add_option("FILE", options->file, "Instrument file (TOML)")->required();
  validated->callback([options] { validate(*options); });

  command->allow_extras()->require_subcommand(0, 1);
  command->callback([command] {
    if (command->get_subcommands().empty()) refuse(command->remaining());
  });
}

}  // namespace ecpr::cli
