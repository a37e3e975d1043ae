#include "read_options.hpp"

#include <fmt/format.h>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/study/option.hpp"

namespace ecpr::study {

using definition::Reader;

namespace {

[[noreturn]] void refuse_bounds(Reader& table, std::string_view key) {
  table.fail(key, fmt::format("'{}' should be {{ raw = BOUND }} or {{ d_z = BOUND }}, the bound above 0", key));
}

/// { raw = X } or { d_z = X } as the command line spells it.
std::string typed_bounds(Reader& table, std::string_view key) {
  Reader own = *table.table(key);
  const auto raw = own.number("raw"), d_z = own.number("d_z");
  own.finish();
  if (raw.has_value() == d_z.has_value()) refuse_bounds(table, key);
  return raw ? shortest(*raw) : "d_z:" + shortest(*d_z);
}

/// The value as somebody would type it on the command line.
Typed typed(Reader& table, const Option& option, const Place& place) {
  switch (option.kind) {
    case ValueKind::share:
    case ValueKind::number: return {shortest(*table.number(option.key))};
    case ValueKind::count: return {std::to_string(*table.integer(option.key))};
    case ValueKind::texts:
    case ValueKind::words: return *table.texts(option.key);
    case ValueKind::codes: return texts_or_numbers(table, option.key);
    case ValueKind::bounds: return {typed_bounds(table, option.key)};
    case ValueKind::file: return {place.resolve(*table.text(option.key))};
    case ValueKind::flag: return {*table.boolean(option.key) ? "true" : "false"};
    case ValueKind::text:
    case ValueKind::word:
    case ValueKind::character:
    case ValueKind::structure: return {*table.text(option.key)};
  }
  return {};
}

}  // namespace

void expect_known_keys(Reader& table, std::string_view name) {
  std::vector<std::string_view> keys;
  for (const auto* option : options_of_table(name)) keys.push_back(option->key);
  table.expect_keys(keys);
}

void take_options(Reader& table, std::string_view name, const Place& place, Study& study) {
  for (const auto* option : options_of_table(name)) {
    if (!option->take || !table.has(option->key)) continue;
    const Typed value = typed(table, *option, place);
    if (value.empty()) continue;
    const std::string wanted = option->take(value, study);
    if (!wanted.empty() && option->kind == ValueKind::bounds) refuse_bounds(table, option->key);
    if (!wanted.empty())
      table.fail(option->key,
                 fmt::format("'{}' should be {}, not '{}'", option->key, wanted, printable(listed(value, "and"))));
  }
}

}  // namespace ecpr::study
