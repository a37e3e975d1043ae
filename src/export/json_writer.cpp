#include "json_writer.hpp"

#include <string>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::catalogue {

namespace {

std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (const auto place = invalid_utf8(text)) {
    valid.append(text.substr(0, *place)).append("\uFFFD");
    text.remove_prefix(*place + 1);
  }
  return valid.append(text);
}

}  // namespace

void JsonWriter::number(double value) {
  const std::string text = shortest(value);
  writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void JsonWriter::text(std::string_view value) {
  if (value.empty()) return null();
  const std::string valid = valid_utf8(value);
  writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void JsonWriter::key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

void JsonWriter::member(std::string_view name, const Defined<double>& value) {
  key(name);
  value ? number(*value) : null();
}

}  // namespace ecpr::catalogue
