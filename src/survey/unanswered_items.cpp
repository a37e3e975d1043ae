#include "unanswered_items.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

using instruments::Questionnaire;
using instruments::Scale;

namespace {

constexpr std::size_t fewest_people = 4;

/// The items of one outcome as both waves have them.
struct Items {
  const Rows& rows;
  const OutcomeSeen& seen;
  std::size_t outcome;

  const WaveCells& cells(bool post) const { return post ? rows.layout->post : rows.layout->pre; }
  const AnswersSeen& wave(bool post) const { return post ? seen.post : seen.pre; }
  bool judged() const { return seen.pre.people >= fewest_people && seen.post.people >= fewest_people; }
  bool empty(std::size_t item, bool post) const { return judged() && wave(post).answered[item] == 0; }
  bool any_unusable(bool post) const {
    const auto& counts = wave(post).unusable;
    return std::any_of(counts.begin(), counts.end(), [](std::size_t count) { return count > 0; });
  }
  bool empty(std::size_t item) const { return empty(item, false) || empty(item, true); }

  std::string column(std::size_t item, bool post, const Survey& survey) const {
    const WaveCells& of = cells(post);
    return "'" + printable(survey.files[of.file].header[of.columns[outcome][item]]) + "'";
  }
};

std::string_view when(bool post) { return post ? "after" : "before"; }

std::string shortened(std::vector<std::string> names) {
  constexpr std::size_t few = 6;
  if (names.size() > few) {
    const std::size_t more = names.size() - few + 1;
    names.resize(few - 1);
    names.push_back(fmt::format("{} more", more));
  }
  return listed(names, "or");
}

/// "nobody answered 'w5' after", "nobody answered 'w4' before, 'w5' before or after"; empty without such `items`.
std::string nobody_answered(const Items& items, const std::vector<std::size_t>& places, const Survey& survey) {
  std::vector<std::string> parts;
  bool tried = false;
  for (const std::size_t item : places) {
    for (const bool post : {false, true}) tried |= items.empty(item, post) && items.wave(post).unusable[item] > 0;
  }
  const std::string verb = tried ? "nobody gave an answer that can be used to " : "nobody answered ";
  for (const int wave : {0, 1, 2}) {
    std::vector<std::string> names;
    for (const std::size_t item : places) {
      const bool pre = items.empty(item, false), post = items.empty(item, true);
      if (wave == (pre && post ? 2 : post ? 1 : pre ? 0 : 3)) names.push_back(items.column(item, wave == 1, survey));
    }
    if (!names.empty())
      parts.push_back(fmt::format("{} {}", shortened(names), wave == 2 ? "before or after" : when(wave == 1)));
  }
  return parts.empty() ? "" : verb + fmt::format("{}", fmt::join(parts, ", nor "));
}

std::vector<std::size_t> all_items(const OutcomeSeen& seen) {
  std::vector<std::size_t> places(seen.pre.answered.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  return places;
}

/// ", though 24 people did before": of the items that a wave lacks, the one that most answered in the other.
std::string others_did(const Items& items) {
  std::size_t most = 0;
  bool post = false;
  for (std::size_t item = 0; item < items.seen.pre.answered.size(); ++item) {
    if (!items.empty(item)) continue;
    for (const bool wave : {false, true}) {
      if (items.wave(wave).answered[item] > most) most = items.wave(wave).answered[item], post = wave;
    }
  }
  return most == 0 ? "" : fmt::format(", though {} did {}", counted(most, "person", "people"), when(post));
}

/// Reports what is wrong with a wave of the outcome, at the header of its file.
void report(const Items& items, bool post, Remark remark, Survey& survey) {
  const std::size_t file = items.cells(post).file;
  const study::Outcome& outcome = survey.sources[items.outcome];
  survey.problems.add(
      {items.rows.header_lines[file], static_cast<std::uint32_t>(survey.remarks.size()), 0, 0,
       ProblemKind::unanswered_item, static_cast<std::uint8_t>(file), static_cast<std::uint16_t>(items.outcome)},
      outcome.name, "");
  remark.sentence = printable(outcome.label) + ": " + remark.sentence;
  survey.remarks.push_back(std::move(remark));
}

void report_items(const Items& items, const std::string& unanswered, Survey& survey) {
  const auto places = all_items(items.seen);
  const bool post =
      std::any_of(places.begin(), places.end(), [&](std::size_t item) { return items.empty(item, true); });
  report(items, post,
         {fmt::format("{}{}; what needs it is not scored, as no score is made of other items in one wave than in the "
                      "other",
                      unanswered, others_did(items)),
          "name the column with its answers, if there is one (columns under [[outcome]]); if it was not asked in a "
          "wave: items_of_all_waves = true under its [[outcome]] scores both waves from the items that both have"},
         survey);
}

/// Reports an outcome that a wave has no answer to at all.
void report_unanswered(const Items& items, Survey& survey) {
  for (const bool post : {false, true}) {
    const std::size_t others = items.wave(!post).people;
    if (items.wave(post).people > 0 || items.any_unusable(post) || others < fewest_people) continue;
    report(items, post,
           {fmt::format("nobody answered it {}, though {} did {}; there is nothing to compare", when(post),
                        counted(others, "person", "people"), when(!post)),
            "name the columns with its answers (columns or column under [[outcome]]), or take the [[outcome]] out"},
           survey);
  }
}

/// Takes the items out of the scale, as if it had never had them.
void narrow(Questionnaire& questionnaire, Scale& scale, const Items& items) {
  const auto old = static_cast<double>(scale.items.size());
  const auto drop = [&](std::vector<std::size_t>& places) {
    std::erase_if(places, [&](std::size_t item) { return items.empty(item); });
  };
  drop(scale.items);
  drop(scale.reversed);
  const std::size_t left = scale.items.size(), all = static_cast<std::size_t>(old);
  scale.minimum_answered = (scale.minimum_answered * left + all - 1) / all;
  if (scale.aggregate == instruments::Aggregate::mean) return;
  scale.lowest = scale.lowest * static_cast<double>(left) / old;
  scale.highest = scale.highest * static_cast<double>(left) / old;
  std::erase_if(questionnaire.minimal_important_changes,
                [&](const auto& change) { return change.scale == scale.name; });
}

/// "only 2 of 40 people answered 'w5' after, and 38 of 40 before".
std::vector<std::string> hardly_answered(const Items& items, const std::vector<std::size_t>& places,
                                         const Survey& survey) {
  std::vector<std::string> notes;
  for (const std::size_t item : places) {
    for (const bool post : {false, true}) {
      const AnswersSeen &few = items.wave(post), &many = items.wave(!post);
      const std::size_t in_few = few.answered[item], in_many = many.answered[item];
      if (in_few == 0 || 10 * in_few > few.people || 2 * in_many <= many.people) continue;
      notes.push_back(
          fmt::format("only {} of {} answered {} {}, but {} of {} {}: hardly one set of items in both waves",
                      with_thousands(in_few), counted(few.people, "person", "people"), items.column(item, post, survey),
                      when(post), with_thousands(in_many), with_thousands(many.people), when(!post)));
    }
  }
  return notes;
}

ScaleFit fit_of(const Items& items, const std::vector<std::size_t>& places, const Survey& survey) {
  ScaleFit fit;
  fit.reason = nobody_answered(items, places, survey);
  if (!fit.reason.empty())
    fit.reason += "; items_of_all_waves = true under its [[outcome]] scores it from the items that both waves have";
  fit.notes = hardly_answered(items, places, survey);
  return fit;
}

ScaleFit narrowed(const Items& items, Questionnaire& questionnaire, Scale& scale, const Survey& survey) {
  const std::string unanswered = nobody_answered(items, scale.items, survey);
  ScaleFit fit;
  const auto common = static_cast<std::size_t>(
      std::count_if(scale.items.begin(), scale.items.end(), [&](std::size_t item) { return !items.empty(item); }));
  if (common == 0) {
    fit.reason = unanswered + "; no item is left that both waves have";
    return fit;
  }
  if (!unanswered.empty())
    fit.notes.push_back(
        fmt::format("scored from {} of its {} items in both waves, as {}", common, scale.items.size(), unanswered));
  if (!unanswered.empty()) narrow(questionnaire, scale, items);
  for (auto& note : hardly_answered(items, scale.items, survey)) fit.notes.push_back(std::move(note));
  return fit;
}

}  // namespace

std::vector<ScaleFit> compare_items(const Rows& rows, const OutcomeSeen& seen, std::size_t place, Survey& survey) {
  study::Outcome& outcome = survey.sources[place];
  const Items items{rows, seen, place};
  if (outcome.scored || outcome.single_item) report_unanswered(items, survey);
  if (!outcome.scored) return {ScaleFit{}};
  const std::string unanswered = nobody_answered(items, all_items(seen), survey);
  if (!unanswered.empty() && !outcome.items_of_all_waves) report_items(items, unanswered, survey);
  std::vector<ScaleFit> fits;
  Questionnaire& questionnaire = outcome.questionnaire;
  for (Scale& scale : questionnaire.scales)
    fits.push_back(outcome.items_of_all_waves ? narrowed(items, questionnaire, scale, survey)
                                              : fit_of(items, scale.items, survey));
  return fits;
}

}  // namespace ecpr::survey
