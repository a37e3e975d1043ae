#include "outcome_refusals.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "outcome_columns.hpp"

namespace ecpr::survey {

namespace {

/// Throws when the usual columns of an instrument are there but for some.
void refuse_incomplete(const study::Study& study, const WaveFiles& files, const std::string& instrument) {
  const auto incomplete = incomplete_items(study.input, files, instrument);
  if (incomplete.empty()) return;
  std::vector<std::string> sentences;
  for (const auto& lack : incomplete[0].lacks)
    sentences.push_back((*files.headers)[lack.file].file() + ": " + lack.sentence);
  const std::string text = fmt::format("{}", fmt::join(sentences, "; "));
  throw InputError(fmt::format(
      "{} the items' columns in their order: columns = [\"...\"] under [[outcome]] with instrument = \"{}\"",
      text + (text.ends_with('?') ? " If not, name" : "; mend the header, or name"), incomplete[0].instrument));
}

std::string in_files(const std::vector<Header>& headers) {
  return headers.size() == 1 ? headers[0].file() : headers[0].file() + " and " + headers[1].file();
}

}  // namespace

void refuse_incomplete(const study::Study& study, const WaveFiles& files) {
  for (const auto& outcome : study.outcomes) {
    if (outcome.instrument && !outcome.pre.pattern && outcome.pre.names.empty())
      refuse_incomplete(study, files, outcome.instrument->id);
  }
  if (study.outcomes.empty()) refuse_incomplete(study, files, "");
}

void refuse_other_spelling(const study::Outcome& outcome, const Header& pre, const Header& post) {
  constexpr std::size_t few = 12;  // columns that a message about a missing one lists
  if (outcome.separate_waves || post.names().size() <= few) return;
  for (const auto& name : wanted_names(outcome, outcome.post)) {
    if (!pre.has(name) || post.has(name) || !did_you_mean(name, post.names()).empty()) continue;
    throw InputError(
        fmt::format("column '{}' is in {}, but not in {}; where the two files spell their columns differently, a study "
                    "file names both (columns = {{ pre = [...], post = [...] }}): ecpr init drafts one",
                    printable(name), pre.file(), post.file()));
  }
}

void fail_without_spelling(const study::Study& study, const Header& header) {
  const auto& first = *std::find_if(study.outcomes.begin(), study.outcomes.end(),
                                    [](const study::Outcome& outcome) { return !outcome.separate_waves; });
  const auto names = wanted_names(first, first.pre);
  const std::string wanted =
      names.empty() ? fmt::format("the items of {}", first.name) : fmt::format("'{}'", printable(names[0]));
  if (!names.empty() && !header.has(names[0]) && names[0].find("{wave}") == std::string::npos) {
    const std::string suggestion = did_you_mean(names[0], header.names());
    if (!suggestion.empty())
      throw InputError(fmt::format("{}: no columns of two waves for {}{}", header.file(), wanted, suggestion));
  }
  throw InputError(fmt::format(
      "{}: no columns of two waves for {}: a long file needs --wave COLUMN (wave = {{ column = \"...\" }}), "
      "a wide one columns such as x_pre and x_post, or columns = \"{{column}}_{{wave}}\" in the study file",
      header.file(), wanted));
}

void fail_with_one_wave(const study::Study& study, const Header& header) {
  const std::string outcome =
      study.outcomes.empty() ? instruments::recognize(header.names())[0].instrument->id : study.outcomes[0].name;
  throw InputError(
      fmt::format("{}: the columns of {} are there for one wave only; name the other wave's file too, with --pre and "
                  "--post, or the column that tells the waves apart, with --wave (under [input]: pre and post, or "
                  "wave)",
                  header.file(), outcome));
}

void fail_without_live_outcome() {
  throw InputError(
      "no outcome is named: every [[outcome]] waits behind a #, or there is none, and find_instruments = false under "
      "[study] keeps built-in instruments from being looked for; take the # away from what is decided");
}

void fail_without_outcome(const std::vector<Header>& headers) {
  throw InputError(fmt::format(
      "{}: no outcome found: no built-in instrument has its items there under the usual names; name one: "
      "--instrument ID=PATTERN (ecpr instruments list) or --outcome NAME=COLUMN, or let ecpr init draft a study "
      "file",
      in_files(headers)));
}

}  // namespace ecpr::survey
