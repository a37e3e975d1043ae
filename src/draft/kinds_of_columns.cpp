#include "kinds_of_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string_view>
#include <vector>

#include "ecpr/base/text.hpp"

namespace ecpr::draft {

namespace {

constexpr std::array<std::string_view, 8> words_of_ages = {"age",         "alter", "birthyear", "yob",
                                                           "yearofbirth", "jahre", "edad",      "experience"};
constexpr std::array<std::string_view, 24> words_of_characteristics = {
    "gender",     "sex",     "education", "ethnicity",  "race",     "marital",   "employment",  "occupation",
    "profession", "country", "language",  "region",     "income",   "religion",  "nationality", "degree",
    "state",      "city",    "zip",       "geschlecht", "pronouns", "household", "diagnosis",   "ethnic"};
constexpr std::array<std::string_view, 10> words_of_trainings = {
    "session", "class", "course", "workshop", "training", "trainer", "facilitator", "cluster", "team", "clinic"};
constexpr std::array<std::string_view, 35> words_of_administration = {
    "timestamp", "date",     "datetime", "time",     "started", "start", "ended",    "end",      "duration",
    "seconds",   "minutes",  "ip",       "email",    "mail",    "phone", "address",  "latitude", "longitude",
    "name",      "consent",  "comment",  "comments", "notes",   "note",  "remarks",  "remark",   "complete",
    "completed", "finished", "progress", "index",    "unnamed", "token", "feedback", "url"};

bool among(std::span<const std::string_view> words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The words of a short name, in lower case; of a longer one, such as a whole question, none.
std::vector<std::string> words_of(std::string_view name) {
  constexpr std::size_t most_words = 5;
  std::vector<std::string> words(1);
  for (const char c : case_folded(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) || byte >= 0x80) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  if (words.size() > most_words) words.clear();
  return words;
}

bool any_among(std::span<const std::string_view> known, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return among(known, word); });
}

}  // namespace

ColumnKind kind_of_column(const survey::ColumnName& column, const std::string& name) {
  if (column.by_platform) return ColumnKind::administrative;
  const auto words = words_of(name);
  if (any_among(words_of_ages, words)) return ColumnKind::age;
  if (any_among(words_of_characteristics, words)) return ColumnKind::characteristic;
  if (any_among(words_of_trainings, words)) return ColumnKind::training;
  return any_among(words_of_administration, words) ? ColumnKind::administrative : ColumnKind::asked;
}

}  // namespace ecpr::draft
