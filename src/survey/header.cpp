#include "header.hpp"

#include <fmt/format.h>

#include <cctype>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

/// Letters and digits alone, in lower case: "Participant ID" and "participant_id" are one.
std::string skeleton(std::string_view name) {
  std::string key;
  for (const char c : case_folded(name)) {
    if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  return key;
}

}  // namespace

Header::Header(std::string file, std::vector<std::string> names) : file_(std::move(file)), names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) places_[key_of(names_[i])].push_back(i);
}

std::string Header::key_of(std::string_view name) { return normalized(trimmed_unicode(name)); }

std::optional<std::size_t> Header::find(std::string_view name) const {
  const auto found = places_.find(key_of(name));
  if (found == places_.end()) return std::nullopt;
  if (found->second.size() > 1)
    throw InputError(fmt::format("{}: {} columns are called '{}' (the {}. and the {}.); rename all but one", file_,
                                 found->second.size(), printable(name), found->second[0] + 1, found->second[1] + 1));
  return found->second[0];
}

std::size_t Header::require(std::string_view name) const {
  if (const auto place = find(name)) return *place;
  const std::string suggestion = did_you_mean(name, names_);
  constexpr std::size_t few = 12;
  std::string hint = suggestion;
  if (hint.empty() && names_.size() <= few) {
    std::vector<std::string> shown;
    for (const auto& column : names_) shown.push_back("'" + printable(column) + "'");
    hint = "; its columns are " + listed(shown);
  } else if (hint.empty()) {
    hint = fmt::format("; it has {} columns, the first is '{}'", names_.size(), printable(names_[0]));
  }
  throw InputError(fmt::format("column '{}' not found in {}{}", printable(name), file_, hint));
}

std::optional<std::size_t> Header::find_usual(const std::vector<std::string_view>& usual) const {
  for (const auto& wanted : usual) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (skeleton(names_[i]) == wanted) return i;
    }
  }
  return std::nullopt;
}

}  // namespace ecpr::survey
