#include "id_lists.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/csv/writer.hpp"
#include "header.hpp"

namespace ecpr::survey {

namespace {

/// The id in a cell, without the apostrophe that keeps spreadsheets from calculating.
std::string id_in(const csv::Reader& reader, const csv::Record& record, std::size_t column, const std::string& name) {
  const std::string_view cell = column < record.fields.size() ? record.fields[column] : std::string_view();
  const std::string id(csv::original_cell(cell));
  if (trimmed_unicode(id).empty())
    throw InputError(fmt::format("{}:{}: there is no id in column '{}'", reader.name(), record.line, printable(name)));
  return id;
}

/// The names of the columns and their line. Where a spreadsheet has put quotation marks around the comment above them,
/// they are the row below it.
std::pair<std::vector<std::string>, std::size_t> names_of(csv::Reader& reader) {
  std::vector<std::string> names = reader.header();
  csv::Record record;
  if (!names[0].starts_with("# ") || !reader.next(record)) return {names, reader.header_line()};
  names.clear();
  for (const auto cell : record.fields) names.emplace_back(trimmed_unicode(cell));
  return {names, record.line};
}

std::size_t place_of(const csv::Reader& reader, const Header& header, std::size_t line, std::string_view column) {
  if (const auto place = header.find(column)) return *place;
  throw InputError(
      fmt::format("{}:{}: a file of repairs has the columns post_id and pre_id, as ecpr check "
                  "--write-repairs writes it; here the first one is '{}'",
                  reader.name(), line, printable(header.names()[0])));
}

/// Yes or no; empty where the cell is.
std::optional<bool> decision(const csv::Reader& reader, const csv::Record& record, std::size_t column,
                             const std::string& name) {
  const std::string_view cell = column < record.fields.size() ? record.fields[column] : std::string_view();
  const std::string word = comparison_key(cell);
  if (word.empty()) return std::nullopt;
  if (word == "yes") return true;
  if (word == "no") return false;
  throw InputError(fmt::format("{}:{}: '{}' in column '{}' should be yes or no", reader.name(), record.line,
                               printable(cell), printable(name)));
}

using Lines = std::unordered_map<std::string, std::size_t>;

void refuse_second(const csv::Reader& reader, Lines& lines, const std::string& key, const std::string& id,
                   std::size_t line, std::string_view wave) {
  const auto [known, is_new] = lines.try_emplace(key, line);
  if (!is_new)
    throw InputError(fmt::format("{}:{}: the id {} '{}' stands in line {} as well; a person has one", reader.name(),
                                 line, wave, printable(id), known->second));
}

}  // namespace

Repairs read_repairs(csv::Reader& reader, const IdRule& rule) {
  const auto [names, line] = names_of(reader);
  const Header header(reader.name(), names);
  const std::size_t post = place_of(reader, header, line, "post_id"), pre = place_of(reader, header, line, "pre_id");
  const auto same = header.find("same_person");
  Repairs repairs;
  Lines post_lines, pre_lines;
  for (csv::Record record; reader.next(record);) {
    Repair repair{id_in(reader, record, post, names[post]), id_in(reader, record, pre, names[pre]), "", "",
                  record.line};
    repair.post_key = rule.key(repair.post);
    repair.pre_key = rule.key(repair.pre);
    const std::optional<bool> decided = same ? decision(reader, record, *same, names[*same]) : true;
    if (!decided) ++repairs.undecided;
    if (decided == false) repairs.different.push_back(std::move(repair));
    if (decided != true) continue;
    refuse_second(reader, post_lines, repair.post_key, repair.post, repair.line, "after");
    refuse_second(reader, pre_lines, repair.pre_key, repair.pre, repair.line, "before");
    repairs.same.push_back(std::move(repair));
  }
  return repairs;
}

std::vector<ExcludedId> read_exclusions(csv::Reader& reader, const IdRule& rule) {
  const Header header(reader.name(), reader.header());
  const auto reasons = header.find("reason");
  if (!reasons && header.names().size() > 1)
    throw InputError(fmt::format(
        "{}:{}: a list of people to leave out has the columns id and reason, or ids alone; here the columns "
        "are '{}', '{}'{}",
        reader.name(), reader.header_line(), printable(header.names()[0]), printable(header.names()[1]),
        header.names().size() > 2 ? " and so on" : ""));
  const std::size_t ids = reasons == std::optional<std::size_t>(0) && header.names().size() > 1 ? 1 : 0;
  std::vector<ExcludedId> excluded;
  std::unordered_map<std::string, std::size_t> known;
  for (csv::Record record; reader.next(record);) {
    ExcludedId one{id_in(reader, record, ids, reader.header()[ids]), "", "", record.line};
    one.key = rule.key(one.id);
    if (reasons && *reasons < record.fields.size()) one.reason = trimmed_unicode(record.fields[*reasons]);
    if (one.reason.empty()) one.reason = "no reason given";
    const auto [first, is_new] = known.try_emplace(one.key, excluded.size());
    if (is_new) {
      excluded.push_back(std::move(one));
    } else if (excluded[first->second].reason != one.reason) {
      throw InputError(fmt::format("{}:{}: '{}' stands in line {} with another reason", reader.name(), one.line,
                                   printable(one.id), excluded[first->second].line));
    }
  }
  return excluded;
}

}  // namespace ecpr::survey
