#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

namespace {

struct MalformedHeader {};

[[noreturn]] void refuse_header() { throw MalformedHeader(); }

}  // namespace

// toml++ 3.3 takes for granted that a key follows "[": "[!a]" is an assertion there, and undefined behaviour without.
// The shared library has it built in, so the parser is compiled here, with an assertion of ours.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? static_cast<void>(0) : refuse_header())
#include <toml++/toml.h>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/definition.hpp"

namespace ecpr::definition {

namespace {

Value converted(const toml::node& node, const std::string& name, int parent_line);

Value converted_table(const toml::table& table, const std::string& name, int line) {
  struct Entry {
    toml::source_position position;
    std::string_view key;
    const toml::node* node;
  };
  std::vector<Entry> entries;
  for (auto&& [key, node] : table) entries.push_back({key.source().begin, key.str(), &node});
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.position < b.position; });
  Value value;
  value.line = line;
  for (const auto& entry : entries) {
    value.keys.emplace_back(entry.key);
    const int key_line = entry.position.line > 0 ? static_cast<int>(entry.position.line) : line;
    value.elements.push_back(converted(*entry.node, name, key_line));
    if (!entry.node->is_array_of_tables() && !entry.node->is_table()) value.elements.back().line = key_line;
  }
  return value;
}

Value converted_array(const toml::array& array, const std::string& name, int line) {
  Value value;
  value.kind = Value::Kind::array;
  value.line = line;
  for (const auto& element : array) value.elements.push_back(converted(element, name, line));
  return value;
}

Value converted(const toml::node& node, const std::string& name, int parent_line) {
  const int line = node.source().begin.line > 0 ? static_cast<int>(node.source().begin.line) : parent_line;
  if (const auto* table = node.as_table()) return converted_table(*table, name, line);
  if (const auto* array = node.as_array()) return converted_array(*array, name, line);
  Value value;
  value.line = line;
  if (const auto* text = node.as_string()) {
    value.kind = Value::Kind::text;
    value.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Value::Kind::integer;
    value.integer = integer->get();
    value.real = static_cast<double>(integer->get());
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = Value::Kind::real;
    value.real = real->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Value::Kind::boolean;
    value.boolean = boolean->get();
  } else {
    throw DefinitionError(
        fmt::format("{}:{}: dates and times have no use here; put the value in quotes to make it a text", name, line));
  }
  return value;
}

/// The first line whose "[" is not followed by a name; 1 where there is none.
int malformed_header_line(std::string_view text) {
  int line = 1;
  for (std::size_t start = 0; start < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view row = trimmed(text.substr(start, end - start));
    const std::string_view inside = trimmed(row.substr(std::min(row.find_first_not_of('['), row.size())));
    const bool named = !inside.empty() && (std::isalnum(static_cast<unsigned char>(inside[0])) ||
                                           std::string_view("_-\"'").find(inside[0]) != std::string_view::npos);
    if (row.starts_with('[') && !named) return line;
    start = end + 1;
  }
  return 1;
}

std::string_view line_of(std::string_view text, std::size_t number) {
  std::size_t start = 0;
  for (std::size_t line = 1; line < number && start < text.size(); ++line)
    start = std::min(text.find('\n', start), text.size() - 1) + 1;
  return text.substr(start, text.find('\n', start) - start);
}

/// What usually is the matter when toml++ says so of a line.
const char* hint(std::string_view description, std::string_view line) {
  const auto says = [&](std::string_view words) { return description.find(words) != description.npos; };
  for (const std::string_view curly : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019"}) {
    if (line.find(curly) != line.npos) return "; write straight quotation marks, \", instead of curly ones";
  }
  if (says("unknown escape sequence"))
    return "; in a path of Windows write / instead of \\, or put the text between '...'";
  return says("parsing string") && says("control characters") ? "; is a quotation mark missing at the end?" : "";
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &elements[static_cast<std::size_t>(found - keys.begin())];
}

Value parse_definition(std::string_view text, const std::string& name) {
  try {
    return converted_table(toml::parse(text, name), name, 1);
  } catch (const toml::parse_error& error) {
    throw DefinitionError(fmt::format("{}:{}: this is not valid TOML: {}{}", name, error.source().begin.line,
                                      error.description(),
                                      hint(error.description(), line_of(text, error.source().begin.line))));
  } catch (const MalformedHeader&) {
    throw DefinitionError(fmt::format("{}:{}: this is not valid TOML: a name should follow the opening bracket", name,
                                      malformed_header_line(text)));
  }
}

}  // namespace ecpr::definition
