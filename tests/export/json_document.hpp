// JSON as it was written, to look into.
#pragma once

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

namespace ecpr::testing {

/// `text`, which must be valid JSON in valid UTF-8.
inline rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  REQUIRE(!document.HasParseError());
  return document;
}

/// The names of an object's members, in their order.
inline std::string members(const rapidjson::Value& object) {
  std::string names;
  for (const auto& member : object.GetObject())
    names += (names.empty() ? "" : " ") + std::string(member.name.GetString());
  return names;
}

}  // namespace ecpr::testing
