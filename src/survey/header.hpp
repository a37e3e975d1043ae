// The column names of one file, and where a wanted one stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ecpr::survey {

/// Names are compared after Unicode NFC and trimming; only names that are asked for must be unique.
class Header {
 public:
  Header(std::string file, std::vector<std::string> names);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& names() const { return names_; }

  bool has(std::string_view name) const { return places_.contains(key_of(name)); }
  /// The place of `name`; empty when absent. Throws InputError when two columns bear it.
  std::optional<std::size_t> find(std::string_view name) const;
  /// The place of `name`. Throws InputError with a suggestion when absent.
  std::size_t require(std::string_view name) const;
  /// The first of `usual` names that a column bears, whatever its case, blanks and punctuation.
  std::optional<std::size_t> find_usual(const std::vector<std::string_view>& usual) const;

 private:
  static std::string key_of(std::string_view name);

  std::string file_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace ecpr::survey
