#include "ecpr/instruments/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "page.hpp"

namespace ecpr::instruments {

namespace {

/// "1 Hardly ever, 2 Often; also 1 Never": the usual name of each answer, then the other names.
std::string answers_in_words(const Instrument& instrument) {
  std::vector<std::string> usual, also;
  std::vector<double> named;
  for (const auto& label : instrument.labels) {
    const bool again = std::find(named.begin(), named.end(), label.answer) != named.end();
    (again ? also : usual).push_back(fmt::format("{} {}", shortest(label.answer), label.text));
    named.push_back(label.answer);
  }
  return fmt::format("{}{}{}", fmt::join(usual, ", "), also.empty() ? "" : "; also ", fmt::join(also, ", "));
}

/// The coding that `answers` and `range` of the file are in, with a colon; empty where there is one only.
std::string published_coding(const Instrument& instrument) {
  for (const auto& coding : instrument.codings) {
    if (coding.answers.empty()) return coding.name + ": ";
  }
  return "";
}

/// The number of item `item` in every order; in the file where there are no orders.
std::string numbers_of(const Instrument& instrument, std::size_t item) {
  if (instrument.orders.empty()) return fmt::format("{:>{}}", item + 1, Page::label_width + 2);
  std::string text;
  for (const auto& order : instrument.orders) {
    const auto place = std::find(order.items.begin(), order.items.end(), item) - order.items.begin();
    text += fmt::format("{:>{}}", place + 1, text.empty() ? Page::label_width + 2 : 4);
  }
  return text;
}

void show_items(Page& page, const Instrument& instrument) {
  const bool cues =
      std::any_of(instrument.items.begin(), instrument.items.end(), [](const Item& item) { return !item.cue.empty(); });
  page.field(
      "Items",
      fmt::format("{}, answered {}{}{}", instrument.items.size(), range_in_words(instrument.lowest, instrument.highest),
                  instrument.whole ? "" : ", fractions allowed", cues ? "; cue words, not the wording:" : ""));
  if (cues && !instrument.orders.empty()) {
    std::string header;
    for (const auto& order : instrument.orders)
      header += fmt::format("{:>{}}", order.name, header.empty() ? Page::label_width + 2 : 4);
    page.line(header);
  }
  for (std::size_t i = 0; i < instrument.items.size() && cues; ++i)
    page.line(fmt::format("{}  {}", numbers_of(instrument, i), instrument.items[i].cue));
  if (!instrument.labels.empty()) page.field("Answers", published_coding(instrument) + answers_in_words(instrument));
  page.field("Columns", fmt::format("{}", fmt::join(instrument.aliases, ", ")));
  if (instrument.recall_days)
    page.field("Recall", fmt::format("asks about the last {}",
                                     counted(static_cast<std::size_t>(*instrument.recall_days), "day", "days")));
}

/// `kind`: "coding" or "order".
template <class Variant>
void show_choices(Page& page, const Instrument& instrument, const std::string& heading, const std::string& kind,
                  const std::vector<Variant>& variants, std::optional<std::size_t> otherwise) {
  if (variants.empty()) return;
  std::string label = heading;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    page.field(label, fmt::format("{}: {}{}", variants[i].name, variants[i].meaning,
                                  i == otherwise ? " (taken when none is stated)" : ""));
    label.clear();
  }
  const auto& example = variants[otherwise == std::size_t{0} && variants.size() > 1 ? 1 : 0].name;
  page.field("", fmt::format("{0}: {1} = \"{3}\" in the study file, or --{1} {2}={3}",
                             otherwise ? "another is stated by" : "must be stated", kind, instrument.id, example));
}

std::string scale_name(const std::string& scale) { return scale.empty() ? "" : scale + ": "; }

std::string alpha_in_words(const PublishedReliability& one) {
  if (one.lowest == one.highest) return fmt::format("{:.2f}", one.lowest);
  return fmt::format("{:.2f} to {:.2f}", one.lowest, one.highest);
}

void show_publications(Page& page, const Instrument& instrument) {
  page.blank();
  for (const auto& norm : instrument.norms)
    page.field(&norm == &instrument.norms.front() ? "Norms" : "",
               fmt::format("{}mean {} (SD {}), {}; {}", scale_name(norm.scale), shortest(norm.mean), shortest(norm.sd),
                           norm.sample, norm.source));
  for (const auto& one : instrument.reliabilities)
    page.field(&one == &instrument.reliabilities.front() ? "Alpha" : "",
               fmt::format("{}{}{}; {}", scale_name(one.scale), alpha_in_words(one),
                           one.sample.empty() ? "" : ", " + one.sample, one.source));
  for (const auto& change : instrument.minimal_important_changes)
    page.field(
        &change == &instrument.minimal_important_changes.front() ? "Important" : "",
        fmt::format("{}a change of {} points; {}", scale_name(change.scale), shortest(change.change), change.source));
}

void show_trust(Page& page, const Instrument& instrument) {
  page.field("Key", in_words(instrument.certainty));
  page.field("", instrument.certainty.note);
  page.field("Wording", instrument.wording);
  for (const auto& note : instrument.notes)
    page.field(fmt::format("{:<{}}-", &note == &instrument.notes.front() ? "Notes" : "", Page::label_width), note,
               Page::label_width + 2);
}

}  // namespace

std::string in_words(const Certainty& certainty) {
  const std::string source = certainty.source.empty() ? "" : " (" + certainty.source + ")";
  switch (certainty.level) {
    case Certainty::Level::primary: return "checked against " + certainty.source;
    case Certainty::Level::secondary: return "from secondary sources" + source;
    case Certainty::Level::derived: return "derived from item polarity" + source;
    case Certainty::Level::unchecked: return "not checked: compare with your form" + source;
    case Certainty::Level::not_stated: break;
  }
  return "not stated";
}

std::string_view in_short(Certainty::Level level) {
  switch (level) {
    case Certainty::Level::primary: return "checked";
    case Certainty::Level::secondary: return "secondary";
    case Certainty::Level::derived: return "derived";
    case Certainty::Level::unchecked: return "not checked";
    case Certainty::Level::not_stated: break;
  }
  return "not stated";
}

std::string describe(const Instrument& instrument) {
  Page page;
  page.field("", fmt::format("{} ({})", instrument.title, instrument.id), 0);
  page.blank();
  for (const auto& citation : instrument.citations) page.field("", citation, 2);
  if (!instrument.doi.empty()) page.line("  doi:" + instrument.doi);
  if (!instrument.citations.empty() || !instrument.doi.empty()) page.blank();
  show_items(page, instrument);
  show_choices(page, instrument, "Codings", "coding", instrument.codings, instrument.default_coding);
  show_choices(page, instrument, "Orders", "order", instrument.orders, instrument.default_order);
  show_scales(page, instrument);
  show_publications(page, instrument);
  show_trust(page, instrument);
  return std::move(page).text();
}

std::string instrument_table(std::span<const Instrument* const> instruments) {
  std::size_t width = 2;
  for (const auto* instrument : instruments) width = std::max(width, display_width(instrument->id));
  std::string text = fmt::format("{:<{}}  Items  Scales  Key          Title\n", "Id", width);
  for (const auto* instrument : instruments)
    text += fmt::format("{:<{}}  {:>5}  {:>6}  {:<11}  {}\n", instrument->id, width, instrument->items.size(),
                        instrument->scales.size(), in_short(instrument->certainty.level), instrument->title);
  return text;
}

}  // namespace ecpr::instruments
