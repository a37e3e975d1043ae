#include "delimiter.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ecpr/base/text.hpp"

namespace ecpr::csv {
namespace {

constexpr std::array<char, 4> candidates = {',', ';', '\t', '|'};
constexpr std::size_t most_records = 200;

using Counts = std::array<std::size_t, candidates.size()>;

std::size_t candidate(char c) { return std::find(candidates.begin(), candidates.end(), c) - candidates.begin(); }

// Takes the first physical line, without its end, from `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  const bool two = text.substr(end, 2) == "\r\n";
  text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
  return line;
}

// The character that follows `sep=`.
std::optional<char> separator(std::string_view line) {
  if (!line.starts_with("sep=") && !line.starts_with("SEP=")) return std::nullopt;
  const std::string_view value = line.substr(4);
  if (value == "\\t") return '\t';
  const bool alone = !value.empty() && trimmed(value.substr(1)).empty();
  return alone && can_delimit(value[0]) ? std::optional(value[0]) : std::nullopt;
}

// Counts every candidate outside of quoted cells, a record at a time.
class Counter {
 public:
  std::vector<Counts> count(std::string_view text, bool complete) {
    for (std::size_t i = 0; i < text.size() && records_.size() < most_records; ++i) {
      if (quoted_) {
        i = skip_quoted(text, i);
      } else {
        take(text[i]);
      }
    }
    if (records_.empty() || (complete && records_.size() < most_records)) end_record();
    return std::move(records_);
  }

 private:
  // Returns the last place of the quoted text from `i` on; a doubled quotation mark does not end it.
  std::size_t skip_quoted(std::string_view text, std::size_t i) {
    const std::size_t mark = std::min(text.find('"', i), text.size());
    blank_ = blank_ && mark == i;
    if (text.substr(mark, 2) == "\"\"") return mark + 1;
    quoted_ = false;
    return mark;
  }

  void take(char c) {
    const std::size_t which = candidate(c);
    const bool delimits = which < candidates.size();
    if (c == '\n' || c == '\r') return end_record();
    quoted_ = c == '"' && at_start_;
    if (delimits) ++counts_[which];
    blank_ = blank_ && (delimits || quoted_ || c == ' ');
    at_start_ = delimits;
  }

  void end_record() {
    if (!blank_) records_.push_back(counts_);
    counts_ = {};
    blank_ = at_start_ = true;
  }

  std::vector<Counts> records_;
  Counts counts_{};
  bool quoted_ = false, at_start_ = true, blank_ = true;
};

// Columns beyond the first, weighted by how many records agree: fully 2, but for one cell 1.
std::size_t score(const std::vector<Counts>& records, std::size_t which) {
  const std::size_t header = records.front()[which];
  std::size_t agreement = 2;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const std::size_t count = records[i][which];
    agreement += count == header ? 2 : (count + 1 == header || count == header + 1 ? 1 : 0);
  }
  return header * agreement;
}

char most_even(const std::vector<Counts>& records) {
  std::size_t best = 0;
  for (std::size_t which = 1; !records.empty() && which < candidates.size(); ++which) {
    if (score(records, which) > score(records, best)) best = which;
  }
  return candidates[best];
}

bool is_tab_file(const std::string& name) {
  std::string_view stem = name;
  if (stem.ends_with(".gz")) stem.remove_suffix(3);
  return stem.ends_with(".tsv") || stem.ends_with(".TSV") || stem.ends_with(".tab") || stem.ends_with(".TAB");
}

}  // namespace

bool can_delimit(char c) { return c > 0 && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\n' && c != '\r'; }

bool is_comment(std::string_view line, char delimiter) {
  return line.starts_with('#') && (line.size() == 1 || line[1] != delimiter);
}

bool is_separator_line(std::string_view line) { return separator(line).has_value(); }

char find_delimiter(std::string_view head, bool complete, const std::string& name) {
  std::string_view rest = head, text = head;
  for (bool first = true; !text.empty(); text = rest) {
    const std::string_view line = take_line(rest);
    if (trimmed(line).empty()) continue;
    if (first && is_separator_line(line)) return *separator(line);
    first = false;
    const bool names_column = line.size() > 1 && candidate(line[1]) < candidates.size();
    if (line[0] != '#' || names_column) break;
  }
  return is_tab_file(name) ? '\t' : most_even(Counter().count(text, complete));
}

}  // namespace ecpr::csv
