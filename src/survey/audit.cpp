#include "audit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "answer_rule.hpp"
#include "ecpr/base/text.hpp"
#include "near_misses.hpp"

namespace ecpr::survey {

namespace {

constexpr std::uint8_t before = 1, after = 2;

std::vector<std::uint32_t> people_of(const Survey& survey, std::uint8_t waves) {
  std::vector<std::uint32_t> people;
  for (std::uint32_t person = 0; person < survey.people(); ++person) {
    if (survey.waves[person] == waves) people.push_back(person);
  }
  return people;
}

std::vector<std::string> ids_of(const Survey& survey, const std::vector<std::uint32_t>& people) {
  std::vector<std::string> ids;
  for (const auto person : people) ids.push_back(normalized(trimmed_unicode(survey.ids[person])));
  return ids;
}

bool in_different_groups(const Survey& survey, const NearMiss& pair) {
  const auto pre = survey.group[pair.pre], post = survey.group[pair.post];
  return pre != nobody && post != nobody && pre != post;
}

/// Pairs of people before and after that the user keeps apart.
std::set<std::pair<std::uint32_t, std::uint32_t>> called_two_people(const Rows& rows) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const Repair& pair : rows.two_people) {
    const auto pre = rows.people.keys.find(pair.pre_key), post = rows.people.keys.find(pair.post_key);
    if (pre && post) pairs.insert({*pre, *post});
  }
  return pairs;
}

/// What the answers of one person to one questionnaire look like.
struct Answers {
  std::size_t answered = 0, longest_run = 0;
  bool all_the_same = true;
};

constexpr std::uint8_t no_code = code::missing;

Answers look_at(const std::vector<std::uint8_t>& codes) {
  Answers answers;
  std::uint8_t first = no_code, last = no_code;
  std::size_t run = 0;
  for (const std::uint8_t answer : codes) {
    if (answer >= code::first_unusable) {
      run = 0;
      last = no_code;
      continue;
    }
    ++answers.answered;
    if (first == no_code) first = answer;
    answers.all_the_same &= answer == first;
    run = answer == last ? run + 1 : 1;
    last = answer;
    answers.longest_run = std::max(answers.longest_run, run);
  }
  return answers;
}

/// Per scale of a questionnaire and item: +1 or -1 as a higher answer adds to the score or takes from it, 0 elsewhere.
std::vector<std::vector<int>> signs_of(const instruments::Questionnaire& questionnaire) {
  std::vector<std::vector<int>> signs;
  for (const auto& scale : questionnaire.scales) {
    auto& of_scale = signs.emplace_back(questionnaire.items.size(), 0);
    for (const std::size_t item : scale.items) {
      const auto& values = questionnaire.items[item].values;
      of_scale[item] = !values.empty() && values.back() < values.front() ? -1 : 1;
    }
    for (const std::size_t item : scale.reversed) of_scale[item] = -of_scale[item];
  }
  return signs;
}

/// Looks at the answers of one person in one wave after another.
class Reader {
 public:
  Reader(const Rows& rows, bool post, Survey& survey)
      : post_(post),
        wave_(post ? rows.layout->post : rows.layout->pre),
        plan_(rows.layout->files[wave_.file]),
        store_(rows.stores[wave_.file]),
        outcomes_(rows.layout->outcomes),
        survey_(survey) {
    for (const auto& outcome : outcomes_) {
      const bool items = is_coded(outcome) && outcome.questionnaire.items.size() > 1;
      signs_.push_back(items ? signs_of(outcome.questionnaire) : std::vector<std::vector<int>>{});
      items_ += items ? outcome.questionnaire.items.size() : 0;
    }
  }

  void read(std::uint32_t person, std::uint32_t row) {
    std::size_t answered = 0;
    for (std::uint16_t source = 0; source < outcomes_.size(); ++source) {
      if (signs_[source].empty()) continue;
      codes_.clear();
      for (const auto place : wave_.items[source]) codes_.push_back(store_.answers[row * plan_.answers + place]);
      const Answers answers = look_at(codes_);
      answered += static_cast<std::size_t>(
          std::count_if(codes_.begin(), codes_.end(), [](std::uint8_t answer) { return answer != code::missing; }));
      judge(person, source, answers);
    }
    constexpr std::size_t fewest_items = 4;
    if (items_ >= fewest_items && 2 * answered < items_) add(person, Carelessness::mostly_missing, 0, answered, items_);
  }

 private:
  void judge(std::uint32_t person, std::uint16_t source, const Answers& answers) {
    constexpr std::size_t fewest_answers = 4, long_run = 10;
    const std::size_t items = codes_.size();
    if (answers.all_the_same && answers.answered >= fewest_answers && against_each_other(source)) {
      add(person, Carelessness::same_answer, source, answers.answered, items);
    } else if (answers.longest_run >= long_run) {
      add(person, Carelessness::long_run, source, answers.longest_run, items);
    }
  }

  /// Whether items of both directions of one scale were answered, 4 or more of them.
  bool against_each_other(std::uint16_t source) const {
    constexpr std::size_t fewest_answers = 4;
    return std::any_of(signs_[source].begin(), signs_[source].end(), [&](const std::vector<int>& signs) {
      std::size_t for_it = 0, against_it = 0;
      for (std::size_t item = 0; item < codes_.size(); ++item) {
        if (codes_[item] >= code::first_unusable) continue;
        for_it += signs[item] > 0;
        against_it += signs[item] < 0;
      }
      return for_it > 0 && against_it > 0 && for_it + against_it >= fewest_answers;
    });
  }

  void add(std::uint32_t person, Carelessness kind, std::uint16_t source, std::size_t count, std::size_t of) {
    survey_.careless.push_back(
        {person, post_, kind, source, static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(of)});
  }

  bool post_;
  const WaveCells& wave_;
  const FilePlan& plan_;
  const RowStore& store_;
  const std::vector<study::Outcome>& outcomes_;
  Survey& survey_;
  std::vector<std::vector<std::vector<int>>> signs_;  ///< per outcome and scale; empty: not looked at
  std::size_t items_ = 0;
  std::vector<std::uint8_t> codes_;
};

}  // namespace

std::string_view words_for(Likeness likeness) {
  switch (likeness) {
    case Likeness::letter_case: return "differ in case only";
    case Likeness::punctuation: return "differ in blanks or punctuation";
    case Likeness::leading_zeros: return "differ in leading zeros";
    case Likeness::look_alikes: return "consist of characters that look alike";
    case Likeness::spelling: return "differ in case, blanks, punctuation or zeros";
    case Likeness::number: return "are the same number, spelt differently";
    case Likeness::rounded: return "may be a number that a spreadsheet has rounded";
    case Likeness::date: return "may be the same date, spelt differently";
    case Likeness::one_edit: break;
  }
  return "differ in one character: perhaps two people";
}

bool is_sure(const NearMiss& pair) {
  return pair.likeness <= Likeness::spelling && pair.likeness != Likeness::look_alikes && !pair.several;
}

std::string words_for(const NearMiss& pair) {
  const std::string words(words_for(pair.likeness));
  return pair.several ? words + "; one of the two resembles another id as much" : words;
}

void find_near_misses(const Rows& rows, const Settled& settled, Survey& survey) {
  const auto pre = people_of(survey, before), post = people_of(survey, after);
  if (pre.empty() || post.empty()) return;
  const auto two_people = called_two_people(rows);
  for (const IdPair& pair :
       near_misses(ids_of(survey, pre), ids_of(survey, post), ids_of(survey, people_of(survey, before | after)))) {
    const NearMiss found{pre[pair.pre], post[pair.post], pair.likeness, pair.several};
    if (pair.likeness == Likeness::one_edit && in_different_groups(survey, found)) continue;
    if (two_people.contains({settled.person[found.pre], settled.person[found.post]})) continue;
    survey.problems.add({survey.post_line[found.post], static_cast<std::uint32_t>(survey.near_misses.size()), 0, 0,
                         ProblemKind::near_miss, static_cast<std::uint8_t>(rows.layout->post.file), 0},
                        survey.ids[found.pre], survey.ids[found.post]);
    survey.near_misses.push_back(found);
  }
}

void find_careless(const Rows& rows, const Settled& settled, Survey& survey) {
  Reader pre(rows, false, survey), post(rows, true, survey);
  for (std::uint32_t person = 0; person < settled.person.size(); ++person) {
    if (settled.pre[person] != no_place) pre.read(person, settled.pre[person]);
    if (settled.post[person] != no_place) post.read(person, settled.post[person]);
  }
}

}  // namespace ecpr::survey
