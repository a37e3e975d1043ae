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

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> words_of_ages = {"age",         "alter", "birthyear", "yob",
                                                           "yearofbirth", "jahre", "edad",      "years"};
constexpr std::array<std::string_view, 22> words_of_characteristics = {
    "gender",  "sex",      "education", "ethnicity", "ethnic",      "race",      "marital",    "employment",
    "country", "language", "region",    "income",    "religion",    "degree",    "occupation", "profession",
    "zip",     "pronouns", "household", "diagnosis", "nationality", "geschlecht"};
constexpr std::array<std::string_view, 10> words_of_trainings = {
    "session", "class", "course", "workshop", "training", "trainer", "facilitator", "cluster", "team", "clinic"};
constexpr std::array<std::string_view, 8> words_beside_trainings = {"id",   "no",    "nr",   "number",
                                                                    "code", "group", "name", "date"};
constexpr std::array<std::string_view, 19> words_of_administration = {
    "timestamp", "datetime", "date",    "duration", "ip",       "email",  "mail",    "phone",   "latitude", "longitude",
    "token",     "url",      "unnamed", "comment",  "comments", "remark", "remarks", "consent", "telephone"};
constexpr std::array<std::string_view, 20> words_of_administration_alone = {
    "start", "started", "end",     "ended", "time",     "name",     "first",   "last",     "note",      "notes",
    "index", "seconds", "minutes", "of",    "progress", "finished", "address", "complete", "completed", "feedback"};

bool among(Words words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

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

bool any_among(Words known, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return among(known, word); });
}

bool all_among(Words known, const std::vector<std::string>& words) {
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [&](const std::string& word) { return among(known, word); });
}

bool names_training(const std::vector<std::string>& words) {
  return any_among(words_of_trainings, words) && std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return among(words_of_trainings, word) || among(words_beside_trainings, word);
         });
}

/// "demographics_complete" is a mark of the platform; "complete" within other words is not.
bool names_administration(const std::vector<std::string>& words) {
  return any_among(words_of_administration, words) || all_among(words_of_administration_alone, words) ||
         (!words.empty() && words.back() == "complete");
}

bool ends_with_number(const std::string& name) { return !name.empty() && name.back() >= '0' && name.back() <= '9'; }

}  // namespace

ColumnKind kind_of_column(const survey::ColumnName& column, const std::string& name) {
  if (column.by_platform) return ColumnKind::administrative;
  const auto words = words_of(name), asked = words_of(column.question);
  if (any_among(words_of_ages, words) || any_among(words_of_ages, asked)) return ColumnKind::age;
  if (any_among(words_of_characteristics, words) || any_among(words_of_characteristics, asked))
    return ColumnKind::characteristic;
  if (names_training(words) && !ends_with_number(name)) return ColumnKind::training;
  return names_administration(words) ? ColumnKind::administrative : ColumnKind::asked;
}

}  // namespace ecpr::draft
