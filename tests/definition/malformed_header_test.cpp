#include <doctest/doctest.h>

#include <string>

#include "ecpr/base/error.hpp"
#include "ecpr/definition/definition.hpp"

namespace {

std::string refusal(const std::string& text) {
  try {
    ecpr::definition::parse_definition(text, "study.toml");
  } catch (const ecpr::DefinitionError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a bracket that opens no name is refused with its line, in every build") {
  const std::string message = ": this is not valid TOML: a name should follow the opening bracket";
  CHECK(refusal("a = [\n  1,\n]\n[!b]\n") == "study.toml:4" + message);
  CHECK(refusal("[[=]]") == "study.toml:1" + message);
  CHECK(refusal("[ ,b]\n") == "study.toml:1" + message);
  CHECK(refusal(std::string("x = 1\r\n[\0]\n", 11)) == "study.toml:2" + message);
  CHECK(refusal("[a]\n\n[\xC3\xA4]\n") == "study.toml:3" + message);
}

TEST_CASE("letters beyond ASCII where no text begins are refused, in every build") {
  for (const std::string text :
       {"a = \xC3\xA4\n", "\xC3\xA4 = 1\n", "a = [\xC3\xA4]\n", "a = { \xC3\xA4 = 1 }\n", "a = 1 \xC3\xA4\n"})
    CHECK(refusal(text).starts_with("study.toml:1: this is not valid TOML: "));
}

TEST_CASE("good headers and arrays are left alone") {
  CHECK(refusal("[a]\n[ b . 'c d' ]\n[[e]]\nf = [\n[1, 2], [{ g = 1 }]\n]\n[\"h\"]\n[-i]\n[1]\n").empty());
}

}  // namespace
