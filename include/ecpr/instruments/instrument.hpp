// A published questionnaire as its file describes it: key, codings, orders, norms, sources, and how sure the key is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/instruments/questionnaire.hpp"

namespace ecpr::instruments {

/// How the answers stand in the data: which published answer each code is.
struct Coding {
  std::string name;                ///< "agree-first"
  std::string meaning;             ///< what the lowest code means: "1 = strongly agree"
  double lowest = 0, highest = 0;  ///< range of the codes
  std::vector<double> answers;     ///< the published answer of code `lowest + k`; empty: the code itself
};

/// In which order a form asks the items.
struct Order {
  std::string name;                ///< "A"
  std::string meaning;             ///< how to tell it from the others: "item 1 asks about strangers"
  std::vector<std::size_t> items;  ///< item k of this form is item items[k] of the file; counts from 0
};

/// Mean and SD of a published sample, in score units.
struct Norm {
  std::string scale;  ///< scale name; empty for the total
  std::string sample;
  double mean = 0, sd = 0;
  std::string source;
};

/// Published Cronbach alpha: one value (lowest = highest) or the range over samples.
struct PublishedReliability {
  std::string scale;
  double lowest = 0, highest = 0;
  std::string sample, source;
};

/// How the scoring key came to be known.
struct Certainty {
  enum class Level { not_stated, primary, secondary, derived, unchecked };
  Level level = Level::not_stated;
  std::string source;  ///< what it was checked against or taken from
  std::string note;    ///< what is less sure than the rest
};

/// One instrument. Items, labels and scales are in the published coding and in the order of the file.
struct Instrument {
  std::string id;            ///< "ucla3": letters, digits, `_` and `-`
  std::string title, label;  ///< full name; short name for table rows
  std::vector<std::string> citations;
  std::string doi;
  std::vector<Item> items;                    ///< cue words; `values` where answers are counted (1 or 0)
  double lowest = 0, highest = 0;             ///< range of the published answers
  bool whole = true;                          ///< only whole answers are allowed
  bool counted = false;                       ///< scores count answers instead of adding them up
  std::vector<AnswerLabel> labels;            ///< in file order: the first of an answer is its usual name
  std::vector<std::string> aliases;           ///< usual column names, with {item} or {cue}; "<id>_{item}" first
  std::vector<Scale> scales;                  ///< the total first, where there is one
  std::vector<Coding> codings;                ///< empty: the published one only
  std::optional<std::size_t> default_coding;  ///< place in `codings`; empty: none, or must be stated
  std::vector<Order> orders;                  ///< empty: that of the file only
  std::optional<std::size_t> default_order;
  std::optional<int> recall_days;  ///< window of the standard instruction
  std::vector<Norm> norms;
  std::vector<PublishedReliability> reliabilities;
  std::vector<MinimalImportantChange> minimal_important_changes;
  Certainty certainty;
  std::string wording;             ///< who may use the items' wording, and how
  std::vector<std::string> notes;  ///< what a researcher should know before trusting a score
  std::string path;                ///< of the file that it was read from; empty: built in
};

/// The instrument that TOML `text` describes; `name` stands in messages.
/// Throws DefinitionError "name:line: ..." for whatever is unknown, missing or contradicts itself.
Instrument load_instrument(std::string_view text, const std::string& name);

/// Reads the file at `path`. Throws InputError when it cannot be read, else as `load_instrument`.
Instrument load_instrument_file(const std::string& path);

/// What scoring needs, in a coding and an order of `instrument`; empty names take the default, where there is one.
/// Items stand in the order of the form. Throws UsageError that lists the choices when a name is unknown, or empty
/// where it must be stated.
Questionnaire questionnaire(const Instrument& instrument, const std::string& coding = "",
                            const std::string& order = "");

}  // namespace ecpr::instruments
