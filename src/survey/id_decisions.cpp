#include "id_decisions.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <unordered_map>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/notes.hpp"

namespace ecpr::survey {

namespace {

/// "'a' (line 3), 'b' (line 4) and 7 more".
class FirstFew {
 public:
  void add(const std::string& id, std::size_t line) {
    constexpr std::size_t few = 5;
    if (count_++ < few) shown_.push_back(fmt::format("'{}' (line {})", printable(id), line));
  }
  std::size_t count() const { return count_; }
  std::string text() const {
    auto words = shown_;
    if (count_ > words.size()) words.push_back(fmt::format("{} more", count_ - shown_.size()));
    return listed(words);
  }

 private:
  std::vector<std::string> shown_;
  std::size_t count_ = 0;
};

void note_on_ids(const std::string& sentence, const FirstFew& ids, Survey& survey) {
  add_note_on_people(survey, sentence + ": " + ids.text(), sentence);
}

std::string name_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

}  // namespace

std::vector<bool> join_repaired(const WaveOfRow& wave_of, Rows& rows, Survey& survey) {
  std::vector<bool> repaired(rows.people.shown.size(), false);
  if (rows.repairs.empty()) return repaired;
  std::vector<std::uint32_t> person_of(rows.people.shown.size(), no_place);
  for (const Repair& repair : rows.repairs) {
    const auto post = rows.people.keys.find(repair.post_key), pre = rows.people.keys.find(repair.pre_key);
    if (post && pre && *post != *pre) person_of[*post] = *pre;
  }
  std::vector<bool> used(person_of.size(), false);
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    RowStore& store = rows.stores[file];
    for (std::uint32_t row = 0; row < store.rows(); ++row) {
      const auto joined = person_of[store.person[row]];
      if (joined == no_place || !(wave_of(file, row) & in_post)) continue;
      used[store.person[row]] = repaired[joined] = true;
      store.person[row] = joined;
    }
  }
  FirstFew unused;
  for (const Repair& repair : rows.repairs) {
    const auto post = rows.people.keys.find(repair.post_key);
    if (!post || !used[*post]) unused.add(repair.post, repair.line);
  }
  if (unused.count() > 0)
    note_on_ids(
        fmt::format("{}: {} of {} not used, as no row has the id after or before", name_of(*rows.study->input.repairs),
                    unused.count(), counted(rows.repairs.size(), "repair is", "repairs are")),
        unused, survey);
  return repaired;
}

std::vector<std::uint32_t> find_excluded(const Rows& rows, Survey& survey) {
  std::vector<std::uint32_t> reason(rows.people.shown.size(), no_place);
  std::unordered_map<std::string_view, std::string_view> repaired;
  for (const Repair& repair : rows.repairs) repaired.emplace(repair.post_key, repair.pre_key);
  FirstFew unknown;
  for (std::uint32_t i = 0; i < rows.exclusions.size(); ++i) {
    const ExcludedId& excluded = rows.exclusions[i];
    const auto other = repaired.find(excluded.key);
    const std::string_view key = other == repaired.end() ? std::string_view(excluded.key) : other->second;
    if (const auto person = rows.people.keys.find(key)) {
      reason[*person] = i;
    } else {
      unknown.add(excluded.id, excluded.line);
    }
  }
  if (unknown.count() > 0)
    note_on_ids(fmt::format("{}: {} of {} in no row", name_of(*rows.study->input.exclude), unknown.count(),
                            counted(rows.exclusions.size(), "id is", "ids are")),
                unknown, survey);
  return reason;
}

void require_header(const csv::Reader& list, const Rows& rows, const IdRule& rule) {
  for (const auto& name : list.header()) {
    if (!name.empty() && rows.people.keys.find(rule.key(name)))
      throw InputError(
          fmt::format("{}:{}: the first row should be a header such as id,reason, and not hold the id '{}'",
                      list.name(), list.header_line(), printable(name)));
  }
}

}  // namespace ecpr::survey
