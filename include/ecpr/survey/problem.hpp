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
  out_of_range,       ///< an answer outside the declared range: treated as missing
  not_whole,          ///< a fraction on an item of whole numbers: treated as missing
  unreadable,         ///< neither a number nor a known label: treated as missing
  short_row,          ///< fewer cells than the header: the rest is missing
  long_row,           ///< cells beyond the header that are not empty: ignored
  blank_id,           ///< a row without id: left out
  blank_wave,         ///< a row of a long file without wave: left out
  identical_row,      ///< the same person, wave and answers again: counted once
  settled_duplicate,  ///< a second row of a person in a wave, left out as the user decided
  group_conflict,     ///< another group after than before: the one before counts
  unlisted_group,     ///< a group value that no level of the study file lists
  no_answers,         ///< a row without any answer to the outcomes: nobody answered
  invalid_text,       ///< bytes that are not UTF-8
  count_              ///< how many kinds there are
};

inline constexpr std::size_t problem_kinds = static_cast<std::size_t>(ProblemKind::count_);

/// The name of a kind as JSON shows it: "out_of_range".
std::string_view name_of(ProblemKind kind);

/// One trouble and its place. Texts are numbers of the log's texts.
struct Problem {
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< place in the file's header; `no_place` for a whole row
  std::uint32_t value = 0, id = 0;
  ProblemKind kind = ProblemKind::out_of_range;
  std::uint8_t file = 0;      ///< place in Survey::files
  std::uint16_t outcome = 0;  ///< place in Survey::sources; of a group conflict: of the group before, in Survey::groups
};

inline constexpr std::uint32_t no_place = 0xFFFFFFFF;

/// Problems in the order of their discovery: the first `kept_per_file` are kept, all are counted.
class ProblemLog {
 public:
  static constexpr std::size_t kept_at_most = 1'000'000;

  /// Takes a problem; `value` and `id` are what stood there.
  void add(Problem problem, std::string_view value, std::string_view id);

  const std::vector<Problem>& kept() const { return problems_; }
  std::size_t count(ProblemKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
  std::size_t total() const;
  bool truncated() const { return total() > problems_.size(); }
  std::string_view text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::uint32_t number_of(std::string_view text);

  std::vector<Problem> problems_;
  std::array<std::size_t, problem_kinds> counts_{};
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace ecpr::survey
