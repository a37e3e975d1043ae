// Troubles in the data that do not stop the work: small records, counted, put into words when shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ecpr::survey {

/// What is wrong with a cell, a row or a person.
enum class ProblemKind : std::uint8_t {
  out_of_range,           ///< an answer outside the declared range: treated as missing
  not_whole,              ///< a fraction on an item of whole numbers: treated as missing
  unreadable,             ///< neither a number nor a known label: treated as missing
  suspicious_code,        ///< a ready score such as -99 or 999, far from all others: counts as it stands
  mixed_answers,          ///< numbers in one wave, texts in the other
  incomplete_instrument,  ///< an instrument is left out, as some of its items are missing
  counting_ids,           ///< ids that count the rows of both files, where another column pairs other people
  unanswered_item,        ///< an item that nobody answered in a wave: the scales that it belongs to are not scored
  different_forms,        ///< answers of the two waves that do not look like those to one form
  short_row,              ///< fewer cells than the header: the rest is missing
  long_row,               ///< cells beyond the header that are not empty: ignored
  blank_id,               ///< a row without id: left out
  blank_wave,             ///< a row of a long file without wave: left out
  similar_wave,           ///< a row of a wave that is nearly called like one of the two: left out
  identical_row,          ///< the same person, wave and answers again: counted once
  settled_duplicate,      ///< a second row of a person in a wave, left out as the user decided
  undecided_duplicate,    ///< a second row of a person in a wave, and nobody has decided which one counts
  near_miss,              ///< an id after that resembles one before; both are unmatched and stay so
  group_conflict,         ///< another group after than before: the one before counts
  unlisted_group,         ///< a group value that no level of the study file lists
  similar_groups,         ///< two groups that are spelt nearly alike
  no_answers,             ///< a row without any answer to the outcomes: nobody answered
  misplaced_quote,        ///< text behind a closing quotation mark: a cell may have been closed too late
  invalid_text,           ///< bytes that are not UTF-8
  undecodable_text,       ///< bytes that mean nothing in the encoding of the file
  count_                  ///< how many kinds there are
};

inline constexpr std::size_t problem_kinds = static_cast<std::size_t>(ProblemKind::count_);

/// The name of a kind as JSON shows it: "out_of_range".
std::string_view name_of(ProblemKind kind);

/// Whether a problem is no matter of a cell, a row or a person: its words stand in Survey::remarks.
constexpr bool is_remark(ProblemKind kind) {
  return kind == ProblemKind::mixed_answers || kind == ProblemKind::incomplete_instrument ||
         kind == ProblemKind::counting_ids || kind == ProblemKind::unanswered_item ||
         kind == ProblemKind::different_forms || kind == ProblemKind::similar_groups;
}

/// One trouble and its place. Texts are numbers of the log's texts.
struct Problem {
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< place in the file's header; `no_place` for a whole row; of a near miss its place in
                             ///< Survey::near_misses, of a remark in Survey::remarks
  std::uint32_t value = 0, id = 0;
  ProblemKind kind = ProblemKind::out_of_range;
  std::uint8_t file = 0;      ///< place in Survey::files
  std::uint16_t outcome = 0;  ///< as Survey::source counts; of a group conflict: of the group before, in Survey::groups
  std::uint16_t wave = 0;     ///< of a row in a long file: 1 + place in Survey::wave_labels; 0: not known, or elsewhere
};

inline constexpr std::uint32_t no_place = 0xFFFFFFFF;

/// Problems in the order of their discovery: the first `kept_at_most`, and of every kind at least the first 100, are
/// kept, all are counted.
class ProblemLog {
 public:
  static constexpr std::size_t kept_at_most = 1'000'000;

  /// Takes a problem; `value` and `id` are what stood there.
  void add(Problem problem, std::string_view value, std::string_view id);

  const std::vector<Problem>& kept() const { return problems_; }
  std::size_t count(ProblemKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
  std::size_t total() const;

  /// How often a value that cannot be used stood where an answer to an outcome should.
  struct ValueCount {
    ProblemKind kind;
    std::uint16_t outcome;
    std::uint32_t value;  ///< number of a text
    std::size_t count;
  };
  /// The first 10,000 different ones, as they were found.
  const std::vector<ValueCount>& values() const { return values_; }

  bool truncated() const { return total() > problems_.size(); }
  std::string_view text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::uint32_t number_of(std::string_view text);
  void count_value(const Problem& problem);

  std::vector<Problem> problems_;
  std::vector<ValueCount> values_;
  std::unordered_map<std::uint64_t, std::size_t> value_places_;  ///< by kind, outcome and value
  std::array<std::size_t, problem_kinds> counts_{};
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace ecpr::survey
