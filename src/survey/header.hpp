// The column names of one file, and where a wanted one stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ecpr/survey/platform.hpp"

namespace ecpr::survey {

/// Letters and digits alone, in lower case: "Participant ID" and "participant_id" are one.
std::string skeleton(std::string_view name);

/// Names are compared after Unicode NFC and trimming; only names that are asked for must be unique.
///
/// A column answers to its name; where no column bears the wanted name, to its full name, and then to its others.
class Header {
 public:
  Header(std::string file, std::vector<std::string> names);
  Header(std::string file, std::vector<ColumnName> columns);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<ColumnName>& columns() const { return columns_; }

  bool has(std::string_view name) const { return places_of(name) != nullptr; }
  /// The place of `name`; empty when absent. Throws InputError that lists them when several columns answer to it.
  std::optional<std::size_t> find(std::string_view name) const;
  /// The place of `name`. Throws InputError with a suggestion when absent.
  std::size_t require(std::string_view name) const;
  /// PRE or POST of an option PRE:POST, where no column bears the whole `text`.
  std::string side_of(const std::string& text, bool post) const;
  /// The first of `usual` names that a column bears, whatever its case, blanks and punctuation; columns that the
  /// platform fills in are none. Throws InputError when two columns are spelt like it.
  std::optional<std::size_t> find_usual(const std::vector<std::string_view>& usual) const;
  /// The places of all columns that bear one of `usual` so, in the order of `usual`.
  std::vector<std::size_t> all_usual(const std::vector<std::string_view>& usual) const;
  /// The first name of the column at `place` that leads to it alone, in valid UTF-8 and without the holes of a pattern;
  /// empty when there is none.
  std::string name_leading_to(std::size_t place) const;

 private:
  using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

  void index();
  const std::vector<std::size_t>* places_of(std::string_view name) const;
  bool leads_to(const std::string& name, std::size_t place) const;
  [[noreturn]] void refuse(std::string_view name, const std::vector<std::size_t>& places) const;

  std::string file_;
  std::vector<ColumnName> columns_;
  std::vector<std::string> names_;
  Places by_name_, by_full_name_, by_other_name_;
};

}  // namespace ecpr::survey
