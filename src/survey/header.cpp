#include "header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

std::string key_of(std::string_view name) { return normalized(trimmed_unicode(name)); }

std::vector<ColumnName> plain(std::vector<std::string> names) {
  std::vector<ColumnName> columns;
  for (auto& name : names) columns.push_back({std::move(name), "", {}, "", false});
  return columns;
}

}  // namespace

std::string skeleton(std::string_view name) {
  std::string key;
  for (const char c : case_folded(name)) {
    if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  return key;
}

Header::Header(std::string file, std::vector<std::string> names) : Header(std::move(file), plain(std::move(names))) {}

Header::Header(std::string file, std::vector<ColumnName> columns)
    : file_(std::move(file)), columns_(std::move(columns)) {
  for (const auto& column : columns_) names_.push_back(column.name);
  index();
}

void Header::index() {
  const auto add = [](Places& places, const std::string& name, std::size_t i) {
    auto& known = places[key_of(name)];
    if (known.empty() || known.back() != i) known.push_back(i);
  };
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    add(by_name_, columns_[i].name, i);
    if (!columns_[i].full.empty()) add(by_full_name_, columns_[i].full, i);
    for (const auto& other : columns_[i].others) add(by_other_name_, other, i);
  }
}

const std::vector<std::size_t>* Header::places_of(std::string_view name) const {
  const std::string key = key_of(name);
  for (const Places* places : {&by_name_, &by_full_name_, &by_other_name_}) {
    const auto found = places->find(key);
    if (found != places->end()) return &found->second;
  }
  return nullptr;
}

void Header::refuse(std::string_view name, const std::vector<std::size_t>& places) const {
  constexpr std::size_t few = 8;
  std::vector<std::string> candidates;
  for (const std::size_t place : places) {
    const auto& column = columns_[place];
    const std::string& shown = column.full.empty() ? column.name : column.full;
    if (std::find(candidates.begin(), candidates.end(), shown) == candidates.end()) candidates.push_back(shown);
  }
  if (candidates.size() < places.size())
    throw InputError(fmt::format("{}: {} columns are called '{}' (the {}. and the {}.); rename all but one", file_,
                                 places.size(), printable(name), places[0] + 1, places[1] + 1));
  for (auto& candidate : candidates) candidate = "'" + printable(candidate) + "'";
  if (candidates.size() > few) {
    const std::size_t more = candidates.size() - few;
    candidates.resize(few);
    candidates.push_back(fmt::format("{} more", more));
  }
  throw InputError(fmt::format("{}: '{}' may be {} columns: {}; name the one that is meant in full", file_,
                               printable(name), places.size(), listed(candidates)));
}

std::optional<std::size_t> Header::find(std::string_view name) const {
  const auto* places = places_of(name);
  if (!places) return std::nullopt;
  if (places->size() > 1) refuse(name, *places);
  return places->front();
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
      if (!columns_[i].by_platform && skeleton(names_[i]) == wanted) return find(names_[i]);
    }
  }
  return std::nullopt;
}

std::string Header::side_of(const std::string& text, bool post) const {
  const std::size_t colon = text.find(':');
  if (colon == text.npos || has(text)) return text;
  return post ? text.substr(colon + 1) : text.substr(0, colon);
}

std::vector<std::size_t> Header::all_usual(const std::vector<std::string_view>& usual) const {
  std::vector<std::size_t> places;
  for (const auto& wanted : usual) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!columns_[i].by_platform && skeleton(names_[i]) == wanted) places.push_back(i);
    }
  }
  return places;
}

bool Header::leads_to(const std::string& name, std::size_t place) const {
  if (name.empty() || invalid_utf8(name)) return false;
  for (const char* hole : {"{item}", "{wave}", "{column}"}) {
    if (name.find(hole) != name.npos) return false;
  }
  const auto* places = places_of(name);
  return places && places->size() == 1 && places->front() == place;
}

std::string Header::name_leading_to(std::size_t place) const {
  const ColumnName& column = columns_[place];
  if (leads_to(column.name, place)) return column.name;
  if (leads_to(column.full, place)) return column.full;
  for (const auto& other : column.others) {
    if (leads_to(other, place)) return other;
  }
  return "";
}

}  // namespace ecpr::survey
