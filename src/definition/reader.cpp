#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/definition.hpp"

namespace ecpr::definition {

namespace {

const char* name_of(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::text: return "a text";
    case Value::Kind::integer: return "a whole number";
    case Value::Kind::real: return "a number with a decimal point";
    case Value::Kind::boolean: return "true or false";
    case Value::Kind::array: return "a list";
    case Value::Kind::table: return "a table";
  }
  return "";
}

/// "group.level" for the key "level" in "[group]"; keys of the whole file stand alone.
std::string name_below(std::string_view where, std::string_view key) {
  const bool nested = where.starts_with('[');
  while (where.starts_with('[')) where = where.substr(1, where.size() - 2);
  return nested ? fmt::format("{}.{}", where, key) : std::string(key);
}

}  // namespace

Reader::Reader(const Value& table, std::string file, std::string where)
    : table_(&table), file_(std::move(file)), where_(std::move(where)) {}

const Value* Reader::ask(std::string_view key) {
  asked_.emplace(key);
  return table_->find(key);
}

bool Reader::has(std::string_view key) const { return table_->find(key) != nullptr; }

const Value& Reader::expect(const Value& value, std::string_view key, Value::Kind kind, const char* wanted) const {
  if (value.kind == kind) return value;
  throw DefinitionError(
      fmt::format("{}:{}: '{}' should be {}, not {}", file_, value.line, printable(key), wanted, name_of(value.kind)));
}

std::optional<std::string> Reader::text(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  return expect(*value, key, Value::Kind::text, "a text in quotes").text;
}

std::optional<double> Reader::number(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  if (value->kind != Value::Kind::integer) expect(*value, key, Value::Kind::real, "a number");
  if (!std::isfinite(value->real)) fail(key, fmt::format("'{}' should be a finite number", key));
  return value->real;
}

std::optional<std::int64_t> Reader::integer(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  return expect(*value, key, Value::Kind::integer, "a whole number").integer;
}

std::optional<bool> Reader::boolean(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  return expect(*value, key, Value::Kind::boolean, "true or false").boolean;
}

std::optional<std::vector<std::string>> Reader::texts(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  if (value->kind == Value::Kind::text) return std::vector{value->text};
  std::vector<std::string> result;
  for (const auto& element : expect(*value, key, Value::Kind::array, "a list of texts").elements)
    result.push_back(expect(element, key, Value::Kind::text, "a list of texts").text);
  return result;
}

std::optional<std::vector<double>> Reader::numbers(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  std::vector<double> result;
  for (const auto& element : expect(*value, key, Value::Kind::array, "a list of numbers").elements) {
    if (element.kind != Value::Kind::integer) expect(element, key, Value::Kind::real, "a list of numbers");
    if (!std::isfinite(element.real)) fail(key, fmt::format("'{}' should hold finite numbers", key));
    result.push_back(element.real);
  }
  return result;
}

std::optional<std::vector<std::int64_t>> Reader::integers(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  std::vector<std::int64_t> result;
  for (const auto& element : expect(*value, key, Value::Kind::array, "a list of whole numbers").elements)
    result.push_back(expect(element, key, Value::Kind::integer, "a list of whole numbers").integer);
  return result;
}

std::optional<Reader> Reader::table(std::string_view key) {
  const Value* value = ask(key);
  if (!value) return std::nullopt;
  return Reader(expect(*value, key, Value::Kind::table, "a table"), file_, "[" + name_below(where_, key) + "]");
}

std::vector<Reader> Reader::tables(std::string_view key) {
  std::vector<Reader> result;
  const Value* value = ask(key);
  if (!value) return result;
  const auto wanted = fmt::format("a list of tables: write [[{}]]", key);
  for (const auto& element : expect(*value, key, Value::Kind::array, wanted.c_str()).elements)
    result.emplace_back(expect(element, key, Value::Kind::table, wanted.c_str()), file_,
                        "[[" + name_below(where_, key) + "]]");
  return result;
}

const Value* Reader::any(std::string_view key) { return ask(key); }

std::vector<std::string> Reader::all_keys() {
  for (const auto& key : table_->keys) asked_.insert(key);
  return table_->keys;
}

std::string Reader::required_text(std::string_view key) {
  if (auto value = text(key)) return *value;
  fail(key, fmt::format("{} needs '{}'", where_, key));
}

std::optional<std::string> Reader::choice(std::string_view key, const std::vector<std::string>& choices) {
  auto value = text(key);
  if (value && std::find(choices.begin(), choices.end(), *value) == choices.end())
    fail(key, fmt::format("'{}' should be {}, not '{}'", key, listed(choices, "or"), printable(*value)));
  return value;
}

void Reader::expect_keys(std::span<const std::string_view> keys) {
  expected_.insert(keys.begin(), keys.end());
  for (const auto& key : table_->keys) {
    if (!expected_.contains(key)) refuse(key, expected_);
  }
}

void Reader::finish() const {
  for (const auto& key : table_->keys) {
    if (asked_.contains(key)) continue;
    const char* one = where_.starts_with("[[") ? "this " : "";
    if (expected_.contains(key)) fail(key, fmt::format("'{}' has no use in {}{}", key, one, where_));
    refuse(key, asked_);
  }
}

void Reader::refuse(const std::string& key, const Keys& known) const {
  const std::vector<std::string> words(known.begin(), known.end());
  fail(key, fmt::format("unknown key '{}' in {}{}", printable(key), where_, did_you_mean(key, words)));
}

int Reader::line_of(std::string_view key) const {
  const Value* value = table_->find(key);
  return value ? value->line : table_->line;
}

void Reader::fail(std::string_view key, const std::string& message) const {
  throw DefinitionError(fmt::format("{}:{}: {}", file_, line_of(key), message));
}

}  // namespace ecpr::definition
