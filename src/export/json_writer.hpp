// JSON as it is written: indented, full precision, always valid.
#pragma once

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include <concepts>
#include <cstddef>
#include <ostream>
#include <string_view>

#include "ecpr/base/defined.hpp"

namespace ecpr::catalogue {

/// Writes one JSON value after another to a stream, which outlives the writer.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : stream_(out), writer_(stream_) { writer_.SetIndent(' ', 1); }

  void null() { writer_.Null(); }
  void count(std::size_t value) { writer_.Uint64(value); }
  void truth(bool value) { writer_.Bool(value); }

  /// The shortest text that reads back as `value`.
  void number(double value);

  /// `value`, invalid UTF-8 replaced; an empty one is null.
  void text(std::string_view value);

  /// A member of the object that was begun last; the value follows.
  void key(std::string_view name);

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, std::same_as<std::size_t> auto value) { key(name), count(value); }
  void member(std::string_view name, std::same_as<bool> auto value) { key(name), truth(value); }
  void member(std::string_view name, std::same_as<double> auto value) { key(name), number(value); }
  void member(std::string_view name, const Defined<double>& value);

  /// An object whose members `content()` writes.
  template <class Content>
  void object(Content content) {
    writer_.StartObject();
    content();
    writer_.EndObject();
  }

  /// An array with the value that `element(item)` writes for every item of `items`.
  template <class Items, class Element>
  void array(const Items& items, Element element) {
    writer_.StartArray();
    for (const auto& item : items) element(item);
    writer_.EndArray();
  }

 private:
  rapidjson::OStreamWrapper stream_;
  rapidjson::PrettyWriter<rapidjson::OStreamWrapper> writer_;
};

}  // namespace ecpr::catalogue
