// The rules of quotation a second time, a character at a time, to compare the reader with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/text.hpp"

namespace ecpr::testing {

struct NaiveRecord {
  std::vector<std::string> cells;
  std::size_t line = 1;
};

/// LF for every CRLF and every lone CR.
inline std::string naive_line_ends(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    result += text[i] == '\r' ? '\n' : text[i];
  }
  return result;
}

/// Takes the records of a text one by one.
class NaiveParser {
 public:
  NaiveParser(std::string_view text, char delimiter) : text_(naive_line_ends(text)), delimiter_(delimiter) {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  /// All records, blank ones too; empty when a quoted cell is never closed.
  std::optional<std::vector<NaiveRecord>> records() {
    for (const char c : text_) {
      if (c == '\n') ++line_;
      switch (state_) {
        case State::begin: take_first(c); break;
        case State::plain: take_plain(c); break;
        case State::quoted: take_quoted(c); break;
        case State::mark: take_after_mark(c); break;
        case State::behind: take_behind(c); break;
      }
    }
    if (state_ == State::quoted) return std::nullopt;
    return records_;
  }

 private:
  enum class State { begin, plain, quoted, mark, behind };

  void take_first(char c) {
    state_ = c == '"' ? State::quoted : State::plain;
    if (c != '"') take_plain(c);
  }

  void take_plain(char c) {
    if (ends_cell(c)) return end_cell(c);
    cell_ += c;
  }

  void take_quoted(char c) {
    if (c == '"') {
      state_ = State::mark;
    } else {
      cell_ += c;
    }
  }

  void take_after_mark(char c) {
    if (c == '"') {
      cell_ += '"';
      state_ = State::quoted;
    } else {
      state_ = State::behind;
      take_behind(c);
    }
  }

  void take_behind(char c) {
    if (ends_cell(c)) return end_cell(c);
    behind_ += c;
  }

  bool ends_cell(char c) const { return c == delimiter_ || c == '\n'; }

  void end_cell(char c) {
    if (!trimmed(behind_).empty()) cell_ += behind_;
    record_.cells.push_back(cell_);
    cell_.clear();
    behind_.clear();
    state_ = State::begin;
    if (c != '\n') return;
    records_.push_back(record_);
    record_ = {{}, line_};
  }

  std::string text_;
  char delimiter_;
  State state_ = State::begin;
  std::size_t line_ = 1;
  std::string cell_, behind_;
  NaiveRecord record_;
  std::vector<NaiveRecord> records_;
};

/// Whether a row has nothing but blanks in it.
inline bool naive_blank(const NaiveRecord& record) {
  for (const std::string& cell : record.cells) {
    if (!trimmed_unicode(cell).empty()) return false;
  }
  return true;
}

}  // namespace ecpr::testing
