#include "instrument_outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "answer_texts.hpp"
#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/quoted.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "ecpr/survey/near_answer.hpp"

namespace ecpr::draft {

namespace {

using instruments::Coding;
using instruments::Instrument;

/// What was answered to the items of an instrument.
struct Seen {
  std::optional<Interval> range;
  std::vector<std::string> texts;
};

bool fits(const Coding& coding, const Interval& range) {
  return range.lower >= coding.lowest && range.upper <= coding.highest;
}

std::string choices_but(const std::vector<Coding>& codings, const Coding& chosen) {
  std::vector<std::string> others;
  for (const auto& coding : codings) {
    if (&coding != &chosen) others.push_back(fmt::format("\"{}\" if {}", coding.name, coding.meaning));
  }
  return listed(others, "or");
}

Line coding_line(const Coding& coding, const std::string& comment) {
  return {assigned("coding", coding.name), comment};
}

/// A line per coding of which one must be chosen.
void hold_for_coding(const Instrument& instrument, Block& block) {
  hold(block, "coding");
  block.remarks.push_back(
      "TO DECIDE: what does the lowest code mean? Take away the # of this block, but for the coding that does not "
      "hold.");
  for (const auto& coding : instrument.codings) block.lines.push_back(coding_line(coding, coding.meaning));
}

/// The instrument's answer that `text` is; empty when it knows none.
std::optional<double> answer_of(const Instrument& instrument, std::string_view text) {
  for (const auto& label : instrument.labels) {
    if (comparison_key(label.text) == comparison_key(text)) return label.answer;
  }
  return std::nullopt;
}

/// Whether answers stand there as numbers and as texts that the instrument knows: what fits the texts may not be so
/// of the numbers.
bool mixed(const Instrument& instrument, const Seen& seen) {
  return seen.range && std::any_of(seen.texts.begin(), seen.texts.end(),
                                   [&](const std::string& text) { return answer_of(instrument, text).has_value(); });
}

void add_coding(const Instrument& instrument, const Seen& seen, Block& block) {
  const auto& codings = instrument.codings;
  if (codings.empty()) return;
  const Coding* usual = instrument.default_coding ? &codings[*instrument.default_coding] : nullptr;
  if (!seen.range) {
    if (usual || !seen.texts.empty())
      block.lines.push_back(coding_line(usual ? *usual : codings[0],
                                        seen.texts.empty() ? "guess: no answers seen" : "of no matter for texts"));
    else
      hold_for_coding(instrument, block);
    return;
  }
  std::vector<const Coding*> fitting;
  for (const auto& coding : codings) {
    if (fits(coding, *seen.range)) fitting.push_back(&coding);
  }
  if (fitting.size() == 1) {
    block.lines.push_back(
        coding_line(*fitting[0], fmt::format("{}: the only one that has all answers seen", fitting[0]->meaning)));
  } else if (usual && !mixed(instrument, seen) && (fitting.empty() || fits(*usual, *seen.range))) {
    block.lines.push_back(
        coding_line(*usual, fmt::format("guess: {}; {}", usual->meaning, choices_but(codings, *usual))));
  } else {
    hold_for_coding(instrument, block);
  }
}

void add_order(const Instrument& instrument, Block& block) {
  if (instrument.orders.empty()) return;
  if (instrument.default_order) {
    const auto& order = instrument.orders[*instrument.default_order];
    block.lines.push_back({assigned("order", order.name), fmt::format("guess: {}", order.meaning)});
    return;
  }
  hold(block, "order");
  block.remarks.push_back(
      "TO DECIDE: in which order does the form ask the items? Take away the # of this block, but for the order that "
      "does not hold.");
  for (const auto& order : instrument.orders) block.lines.push_back({assigned("order", order.name), order.meaning});
}

/// The instrument's answer that an unknown text nearly is; none where a text that it knows has that meaning already.
std::optional<instruments::AnswerLabel> near_answer_of(const Instrument& instrument, const Seen& seen,
                                                       const std::string& text) {
  const auto near = survey::near_answer(text, instrument.labels);
  if (!near) return std::nullopt;
  const bool taken = std::any_of(seen.texts.begin(), seen.texts.end(), [&](const std::string& other) {
    return answer_of(instrument, other) == near->answer;
  });
  return taken ? std::nullopt : near;
}

/// Texts that the instrument does not know as answers: those with a number before words that it knows, those that
/// nearly are an answer, then the others, in lines that wait for a number.
void add_answers(const Instrument& instrument, const Seen& seen, Block& block) {
  std::vector<std::string> unknown;
  std::vector<Line> known;
  bool nearly = false;
  for (const auto& text : seen.texts) {
    if (answer_of(instrument, text) || invalid_utf8(text)) continue;
    const std::string line = definition::quoted(text) + " = ";
    if (const auto answer = answer_of(instrument, words_behind_number(text))) {
      known.push_back({line + number_text(*answer), ""});
    } else if (const auto near = near_answer_of(instrument, seen, text)) {
      nearly = true;
      known.push_back({line + number_text(near->answer), fmt::format("guess: nearly '{}'", printable(near->text))});
    } else {
      unknown.push_back(text);
    }
  }
  if (!known.empty())
    block.lines.push_back({"[outcome.answers]", nearly ? "TO DECIDE: texts that are nearly answers; are they these?"
                                                       : "guess: by the words behind the numbers"});
  block.lines.insert(block.lines.end(), known.begin(), known.end());
  if (unknown.empty()) return;
  block.lines.push_back({known.empty() ? "# [outcome.answers]" : "# further answers",
                         "TO DECIDE: texts that it does not know; which answers are they?"});
  for (const auto& text : unknown) block.lines.push_back({"# " + definition::quoted(text) + " = ", ""});
}

std::string allowed(const Instrument& instrument) {
  Interval range{instrument.lowest, instrument.highest};
  return fmt::format("{} to {}", number_text(range.lower), number_text(range.upper));
}

}  // namespace

Block instrument_outcome(const Material& material, const instruments::Recognized& recognized) {
  const Instrument& instrument = *recognized.instrument;
  const auto& variables = recognized.items.columns;
  const Seen seen{seen_range(material, variables), seen_texts(material, variables)};
  Block block;
  block.name = instrument.id;
  block.columns = variables;
  block.remarks.push_back(fmt::format("{}: {}, answers {}; {}", instrument.title,
                                      counted(instrument.items.size(), "item", "items"), allowed(instrument),
                                      seen_words(seen.range, seen.texts)));
  block.lines.push_back({assigned("instrument", instrument.id), "guess: by the names of its columns"});
  Line columns = columns_line(material, variables, recognized.items.pattern);
  if (!recognized.items.others.empty())
    columns.comment = fmt::format("guess: {} would do as well", listed(recognized.items.others));
  block.lines.push_back(std::move(columns));
  add_coding(instrument, seen, block);
  add_order(instrument, block);
  add_answers(instrument, seen, block);
  return block;
}

}  // namespace ecpr::draft
