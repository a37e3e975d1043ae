#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "row_store.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

std::uint32_t TextPool::number_of(std::string_view text) {
  if (latest_ < texts_.size() && texts_[latest_] == text) return latest_;
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return latest_ = found->second;
  latest_ = static_cast<std::uint32_t>(texts_.size());
  numbers_.emplace(std::string(text), latest_);
  texts_.emplace_back(text);
  return latest_;
}

std::optional<std::uint32_t> TextPool::find(std::string_view text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view IdRule::id_in(std::string_view cell) const {
  return match == study::Match::bytes ? cell : trimmed_unicode(cell);
}

std::string IdRule::key(std::string_view id) const {
  if (match == study::Match::bytes) return std::string(id);
  return match == study::Match::folded ? case_folded(trimmed_unicode(id)) : normalized(trimmed_unicode(id));
}

namespace {

/// Reads one row after another; holds what the rows share.
class RowReader {
 public:
  RowReader(const Table& table, const ReadingRules& rules, RowStore& store, People& people, ProblemLog& problems)
      : table_(table), rules_(rules), plan_(*rules.plan), store_(store), people_(people), problems_(problems) {
    store_.signs.stated = rules.spelling.thousands != 0;
    store_.signs.delimiter = rules.delimiter;
    signs_matter_ = store_.signs.stated || (rules.spelling.point && rules.spelling.comma);
  }

  void read(const csv::Record& record) {
    wave_ = 0;
    check_length(record);
    const std::string_view id = id_of(record);
    if (plan_.has_ids && MissingWords::is_usual(id)) return add(record, ProblemKind::blank_id, plan_.id, "", "");
    if (rules_.needs_wave && MissingWords::is_usual(cell(record, *plan_.wave)))
      return add(record, ProblemKind::blank_wave, *plan_.wave, "", id);
    start_row(record, id);
    for (const CellUse& use : plan_.cells) read_cell(record, use, id);
  }

 private:
  static std::string_view cell(const csv::Record& record, std::size_t column) {
    return column < record.fields.size() ? record.fields[column] : std::string_view{};
  }

  std::string_view id_of(const csv::Record& record) const {
    return plan_.has_ids ? rules_.ids->id_in(cell(record, plan_.id)) : std::string_view();
  }

  void add(const csv::Record& record, ProblemKind kind, std::size_t column, std::string_view value, std::string_view id,
           std::size_t outcome = 0) {
    problems_.add({static_cast<std::uint32_t>(record.line), static_cast<std::uint32_t>(column), 0, 0, kind, rules_.file,
                   static_cast<std::uint16_t>(outcome), wave_},
                  value, id);
  }

  void check_length(const csv::Record& record) {
    const std::size_t wanted = table_.columns().size(), found = record.fields.size();
    if (found == wanted) return;
    const auto id = trimmed_unicode(id_of(record));
    if (found < wanted) return add(record, ProblemKind::short_row, no_place, std::to_string(found), id);
    for (std::size_t i = wanted; i < found; ++i) {
      if (!trimmed(record.fields[i]).empty())
        return add(record, ProblemKind::long_row, no_place, std::to_string(found), id);
    }
  }

  void require_utf8(const csv::Record& record, std::string_view text) const {
    if (!invalid_utf8(text)) return;
    throw InputError(fmt::format(
        "{}:{}: '{}' is not UTF-8 text; if the file comes from an older Windows program, say --encoding windows-1252 "
        "(encoding = \"windows-1252\" under [input])",
        table_.name(), record.line, printable(text)));
  }

  std::uint32_t text_number(const csv::Record& record, std::size_t column, TextPool& pool) {
    const auto text = trimmed_unicode(cell(record, column));
    if (rules_.missing->contains(text)) return no_place;
    require_utf8(record, text);
    return pool.number_of(text);
  }

  /// Numbers with a decimal comma, or a sign between thousands, are kept with a point alone.
  std::uint32_t characteristic(const csv::Record& record, std::size_t column) {
    const auto text = trimmed_unicode(cell(record, column));
    const auto& spelling = rules_.spelling;
    const bool comma = text.find(',') != text.npos && (spelling.comma || spelling.thousands == ',');
    const bool point = text.find('.') != text.npos && spelling.thousands == '.';
    const bool unclear = !store_.signs.stated && rules_.delimiter != ';' && may_have_thousands(text);
    if ((comma || point) && !unclear && !rules_.missing->contains(text)) {
      if (const auto number = spelling.parse(text)) return store_.characteristic_texts.number_of(shortest(*number));
    }
    return text_number(record, column, store_.characteristic_texts);
  }

  void add_person(const csv::Record& record, std::string_view id) {
    require_utf8(record, id);
    const auto person = people_.keys.number_of(rules_.ids->key(id));
    if (person == people_.shown.size()) people_.shown.emplace_back(id);
    store_.person.push_back(person);
  }

  void start_row(const csv::Record& record, std::string_view id) {
    store_.line.push_back(static_cast<std::uint32_t>(record.line));
    if (plan_.has_ids) add_person(record, id);
    if (plan_.group) store_.group.push_back(text_number(record, *plan_.group, store_.group_texts));
    if (plan_.wave) {
      store_.wave.push_back(store_.wave_texts.number_of(trimmed_unicode(cell(record, *plan_.wave))));
      wave_ = wave_number(store_.wave.back());
      row_is_post_ = !rules_.post_label.empty() && same_wave(cell(record, *plan_.wave), rules_.post_label);
    }
    store_.answers.resize(store_.answers.size() + plan_.answers, code::missing);
    store_.numbers.resize(store_.numbers.size() + plan_.numbers, std::numeric_limits<double>::quiet_NaN());
    store_.texts.resize(store_.texts.size() + plan_.texts, no_place);
    answers_ = store_.answers.data() + store_.answers.size() - plan_.answers;
    numbers_ = store_.numbers.data() + store_.numbers.size() - plan_.numbers;
    texts_ = store_.texts.data() + store_.texts.size() - plan_.texts;
  }

  const AnswerRule& rule_of(const CellUse& use) const {
    const bool post = !rules_.post_answers.empty() && (use.post || row_is_post_);
    return (post ? rules_.post_answers : rules_.answers)[use.outcome];
  }

  void read_cell(const csv::Record& record, const CellUse& use, std::string_view id) {
    const std::string_view text = cell(record, use.column);
    if (text.empty()) return;
    const AnswerRule* rule = use.kind == CellKind::text ? nullptr : &rule_of(use);
    if (use.kind == CellKind::answer && text.size() == 1) {
      const std::uint8_t plain = rule->code_of(text[0]);
      if (plain != AnswerRule::look_closer) {
        answers_[use.place] = plain;
        return;
      }
    }
    if (use.kind == CellKind::text) {
      texts_[use.place] = characteristic(record, use.column);
    } else {
      read_closer(record, use, *rule, text, id);
    }
  }

  void count_text(const CellUse& use) {
    const std::size_t label = store_.wave.empty() ? 0 : store_.wave.back();
    const std::size_t width = plan_.answers + plan_.numbers;
    auto& counts = store_.answer_texts;
    if (counts.size() < (label + 1) * width) counts.resize((label + 1) * width, 0);
    ++counts[label * width + (use.kind == CellKind::answer ? use.place : plan_.answers + use.place)];
  }

  void keep_unclear(const csv::Record& record, const CellUse& use, std::string_view text, bool is_read) {
    store_.signs.unclear.push_back({std::string(text), static_cast<std::uint32_t>(record.line),
                                    static_cast<std::uint32_t>(store_.line.size() - 1), wave_, use, is_read});
  }

  /// Whether '.' and ',' stand for decimals shows when all rows are read.
  void note_signs(const csv::Record& record, const CellUse& use, std::string_view text) {
    const std::size_t sign = text.find_first_of(".,");
    if (sign == text.npos) return;
    NumberSigns& signs = store_.signs;
    if (signs.stated) {
      if (text[sign] != rules_.spelling.thousands) return;
      if (signs.thousands++ == 0) signs.first_thousands = text;
    } else if (may_have_thousands(text)) {
      keep_unclear(record, use, text, true);
    } else {
      (text[sign] == ',' ? signs.comma : signs.point) = true;
    }
  }

  void note_decimals(const CellUse& use, int decimals) {
    store_.decimals.resize(store_.numbers.size(), 0);
    store_.decimals[store_.numbers.size() - plan_.numbers + use.place] =
        static_cast<std::uint16_t>(std::min(decimals, 65535));
  }

  void read_closer(const csv::Record& record, const CellUse& use, const AnswerRule& rule, std::string_view text,
                   std::string_view id) {
    using Finding = AnswerRule::Finding;
    const auto answer = rule.read(text);
    const bool usable = answer.finding == Finding::usable;
    if (usable && answer.text) count_text(use);
    if (usable && !answer.text && signs_matter_) note_signs(record, use, trimmed_unicode(text));
    if (use.kind == CellKind::answer) {
      answers_[use.place] = rule.code_of(answer);
    } else if (answer.finding != Finding::missing) {
      numbers_[use.place] = usable                                  ? answer.value
                            : answer.finding == Finding::unreadable ? number_code::unreadable
                                                                    : number_code::out_of_range;
      if (usable && answer.decimals > 0) note_decimals(use, answer.decimals);
    }
    if (usable || answer.finding == Finding::missing) return;
    const ProblemKind kind = answer.finding == Finding::unreadable  ? ProblemKind::unreadable
                             : answer.finding == Finding::not_whole ? ProblemKind::not_whole
                                                                    : ProblemKind::out_of_range;
    text = trimmed_unicode(text);
    if (kind == ProblemKind::unreadable && !store_.signs.stated && thousands_sign(text) != 0)
      keep_unclear(record, use, text, false);
    add(record, kind, use.column, text, id, use.outcome);
  }

  const Table& table_;
  const ReadingRules& rules_;
  const FilePlan& plan_;
  RowStore& store_;
  People& people_;
  ProblemLog& problems_;
  bool signs_matter_ = false;
  std::uint16_t wave_ = 0;  ///< of the row, as problems keep it
  bool row_is_post_ = false;
  std::uint8_t* answers_ = nullptr;
  double* numbers_ = nullptr;
  std::uint32_t* texts_ = nullptr;
};

}  // namespace

void read_rows(Table& table, const ReadingRules& rules, RowStore& store, People& people, ProblemLog& problems) {
  RowReader rows(table, rules, store, people, problems);
  csv::Record record;
  while (table.next(record)) rows.read(record);
  table.require_width();
}

}  // namespace ecpr::survey
