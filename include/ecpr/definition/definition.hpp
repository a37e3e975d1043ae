// Definition files (TOML) read strictly: every key must be asked for, every mistake names its line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::definition {

/// One TOML value with the line on which it stands. Tables keep the order of the file.
struct Value {
  enum class Kind { text, integer, real, boolean, array, table };

  Kind kind = Kind::table;
  int line = 0;
  std::string text;               ///< of a text
  std::int64_t integer = 0;       ///< of an integer
  double real = 0;                ///< of a real or an integer
  bool boolean = false;           ///< of a boolean
  std::vector<Value> elements;    ///< of an array, or the values of a table
  std::vector<std::string> keys;  ///< of a table, beside `elements`

  /// The value of `key` in a table; null when absent.
  const Value* find(std::string_view key) const;
};

/// How many tables, arrays and parts of dotted keys may lie in each other.
inline constexpr std::size_t most_levels = 100;

/// Parses TOML. `name` stands in messages. Throws DefinitionError ("name:3: ..."), also for more than `most_levels`.
Value parse_definition(std::string_view text, const std::string& name);

/// A strict view of one table: what was never asked for is a mistake when `finish` is called.
///
/// Every getter throws DefinitionError with file and line when the value has another type.
class Reader {
 public:
  /// `where` names the table in messages ("[input]"); `table` must outlive the reader.
  Reader(const Value& table, std::string file, std::string where);

  bool has(std::string_view key) const;
  std::optional<std::string> text(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  /// An array of texts; a single text counts as an array of one.
  std::optional<std::vector<std::string>> texts(std::string_view key);
  std::optional<std::vector<double>> numbers(std::string_view key);
  std::optional<std::vector<std::int64_t>> integers(std::string_view key);
  std::optional<Reader> table(std::string_view key);
  /// An array of tables; empty when absent.
  std::vector<Reader> tables(std::string_view key);
  /// Any value, for keys that take several types; null when absent.
  const Value* any(std::string_view key);
  /// Keys of this table in file order, all of them then count as asked for (for free-form tables).
  std::vector<std::string> all_keys();

  std::string required_text(std::string_view key);
  /// `text(key)`, which must be one of `choices`; the message lists them.
  std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& choices);

  /// Throws DefinitionError for the first key that is not among `keys`, with a suggestion among them. Those that are
  /// must still be asked for.
  void expect_keys(std::span<const std::string_view> keys);
  void expect_keys(std::initializer_list<std::string_view> keys) { expect_keys(std::span(keys.begin(), keys.size())); }

  /// Throws DefinitionError for the first key that was never asked for, with a suggestion among those that were.
  void finish() const;

  /// Throws DefinitionError "file:line: message" at the line of `key` (of the table when `key` is absent).
  [[noreturn]] void fail(std::string_view key, const std::string& message) const;
  int line_of(std::string_view key) const;
  const std::string& file() const { return file_; }
  const std::string& where() const { return where_; }

 private:
  using Keys = std::set<std::string, std::less<>>;

  [[noreturn]] void refuse(const std::string& key, const Keys& known) const;
  const Value* ask(std::string_view key);
  const Value& expect(const Value& value, std::string_view key, Value::Kind kind, const char* wanted) const;

  const Value* table_;
  std::string file_, where_;
  Keys asked_, expected_;
};

}  // namespace ecpr::definition
