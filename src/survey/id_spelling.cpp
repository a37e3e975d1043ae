#include "id_spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

constexpr std::size_t exact_digits = 15;  // of a double, and of a spreadsheet

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_other_text(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_whole_number(std::string_view id) { return !id.empty() && std::all_of(id.begin(), id.end(), is_digit); }

/// Dashes, quotes and blanks beyond ASCII, which people and word processors put in: U+00A0, U+2000 to U+206F.
std::string with_ascii_punctuation(std::string_view id) {
  std::string text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const auto byte = [&](std::size_t k) { return i + k < id.size() ? static_cast<unsigned char>(id[i + k]) : 0; };
    if (byte(0) == 0xC2 && byte(1) == 0xA0) {
      text += ' ';
      i += 1;
    } else if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
      text += ' ';
      i += 2;
    } else {
      text += id[i];
    }
  }
  return text;
}

/// Runs of digits and runs of letters: "4-Mar-2024" is 4, Mar, 2024; "MAR1" is MAR, 1.
std::vector<std::string> words_of(std::string_view id) {
  std::vector<std::string> words;
  char kind = 0;
  for (const char c : id) {
    const char now = is_digit(c) ? 'd' : is_letter(c) ? 'l' : 0;
    if (now != 0 && now == kind) {
      words.back() += c;
    } else if (now != 0) {
      words.emplace_back(1, c);
    }
    kind = now;
  }
  return words;
}

std::optional<int> month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
  const std::string key = case_folded(word);
  if (key.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].starts_with(key)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> number_in(std::string_view word, int highest) {
  if (!is_whole_number(word) || word.size() > 4) return std::nullopt;
  const int value = static_cast<int>(*parse_number(word));
  return value >= 1 && value <= highest ? std::optional(value) : std::nullopt;
}

/// The year that a word of two or four digits means.
std::optional<int> year_in(std::string_view word) {
  if (!is_whole_number(word) || (word.size() != 2 && word.size() != 4)) return std::nullopt;
  const int value = static_cast<int>(*parse_number(word));
  constexpr int turn = 30;  // as spreadsheets do: 29 is 2029, 30 is 1930
  if (word.size() == 2) return value < turn ? 2000 + value : 1900 + value;
  return value;
}

void add_once(std::vector<std::string>& found, std::string text) {
  if (std::find(found.begin(), found.end(), text) == found.end()) found.push_back(std::move(text));
}

void add_day(Days& days, std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return;
  add_once(days.with_year, fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
}

void add_day(Days& days, std::optional<int> month, std::optional<int> day) {
  if (month && day) add_once(days.without_year, fmt::format("{:02}-{:02}", *month, *day));
}

std::optional<int> month_number(std::string_view word) { return word.size() > 2 ? std::nullopt : number_in(word, 12); }
std::optional<int> day_number(std::string_view word) { return word.size() > 2 ? std::nullopt : number_in(word, 31); }

Days days_of_numbers(const std::vector<std::string>& words) {
  Days days;
  if (words.size() == 2) {
    add_day(days, month_number(words[0]), day_number(words[1]));
    add_day(days, month_number(words[1]), day_number(words[0]));
  } else if (words[0].size() == 4) {
    add_day(days, year_in(words[0]), month_number(words[1]), day_number(words[2]));
  } else {
    add_day(days, year_in(words[2]), month_number(words[0]), day_number(words[1]));
    add_day(days, year_in(words[2]), month_number(words[1]), day_number(words[0]));
  }
  return days;
}

Days days_of_names(const std::vector<std::string>& words) {
  Days days;
  days.by_name = true;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto month = month_named(words[i]);
    if (!month) continue;
    if (words.size() == 2) add_day(days, month, day_number(words[1 - i]));
    if (words.size() == 3) add_day(days, year_in(words[2]), month, day_number(words[1 - i]));
  }
  return days;
}

/// Digits and power of ten, digits without zeros at the end.
std::string power_form(std::string digits, long exponent) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits + "e" + std::to_string(exponent);
}

/// `digits` rounded to the first `count` of them, halves up; may become one longer ("995" to 2: "100").
std::string rounded_digits(std::string digits, std::size_t count) {
  const bool up = count < digits.size() && digits[count] >= '5';
  digits.resize(count);
  if (!up) return digits;
  std::size_t i = count;
  while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
  if (i == 0) return "1" + digits;
  ++digits[i - 1];
  return digits;
}

}  // namespace

std::string without_leading_zeros(std::string_view id) {
  std::string text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool in_front =
        id[i] == '0' && i + 1 < id.size() && is_digit(id[i + 1]) && (text.empty() || !is_digit(text.back()));
    if (!in_front) text += id[i];
  }
  return text;
}

std::string without_punctuation(std::string_view id) {
  const std::string plain = with_ascii_punctuation(id);
  std::string text;
  bool gap = false;
  for (const char c : plain) {
    if (!is_digit(c) && !is_letter(c) && !is_other_text(c)) {
      gap = true;
      continue;
    }
    if (gap && !text.empty() && is_digit(text.back()) && is_digit(c)) text += '-';
    gap = false;
    text += c;
  }
  return text;
}

std::string plainest(std::string_view id) {
  return without_leading_zeros(without_punctuation(case_folded(compatible(id))));
}

std::string by_looks(std::string_view id) {
  std::string text = case_folded(compatible(id));
  for (char& c : text) c = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
  return text;
}

std::optional<std::string> number_value(std::string_view id) {
  auto value = parse_number(id);
  if (!value) value = parse_number(id, ',');
  constexpr double largest = 1e15;
  const auto digits = static_cast<std::size_t>(std::count_if(id.begin(), id.end(), is_digit));
  if (!value || std::abs(*value) >= largest || digits > exact_digits) return std::nullopt;
  return shortest(*value);
}

Days days(std::string_view id) {
  constexpr std::size_t longest = 20;
  if (id.size() > longest) return {};
  const auto words = words_of(id);
  if (words.size() < 2 || words.size() > 3) return {};
  const bool numbers = std::all_of(words.begin(), words.end(), [](const auto& word) { return is_digit(word[0]); });
  return numbers ? days_of_numbers(words) : days_of_names(words);
}

std::optional<std::string> scientific(std::string_view id) {
  const std::size_t mark = id.find_first_of("eE");
  if (mark == id.npos || mark == 0 || !(parse_number(id) || parse_number(id, ','))) return std::nullopt;
  const auto power = parse_number(id.substr(mark + 1));
  constexpr double largest_power = 300;
  if (!power || *power < 1 || *power > largest_power || id[0] == '-') return std::nullopt;
  std::string digits;
  std::size_t whole = 0;
  bool point = false;
  for (const char c : id.substr(0, mark)) {
    if (c == '.' || c == ',') point = true;
    if (!is_digit(c) || (digits.empty() && c == '0')) continue;
    digits += c;
    whole += !point;
  }
  if (digits.empty()) return std::nullopt;
  return power_form(digits, static_cast<long>(*power) + static_cast<long>(whole) - 1);
}

std::vector<std::string> rounded(std::string_view id) {
  constexpr std::size_t fewest = 7, most = 300;
  std::vector<std::string> forms;
  const std::string digits = without_leading_zeros(id);
  if (!is_whole_number(id) || digits.size() < fewest || digits.size() > most) return forms;
  for (std::size_t count = 1; count <= std::min(exact_digits, digits.size()); ++count) {
    const std::string part = rounded_digits(digits, count);
    auto form = power_form(part, static_cast<long>(digits.size() - 1 + part.size() - count));
    if (forms.empty() || forms.back() != form) forms.push_back(std::move(form));
  }
  return forms;
}

std::optional<std::string> cut_to_15_digits(std::string_view id) {
  if (!is_whole_number(id) || id.size() <= exact_digits) return std::nullopt;
  return std::string(id.substr(0, exact_digits)) + std::string(id.size() - exact_digits, '0');
}

}  // namespace ecpr::survey
