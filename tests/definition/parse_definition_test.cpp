#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ecpr/definition/definition.hpp"
#include "refusal.hpp"

namespace {

using namespace ecpr;
using definition::parse_definition;
using definition::Value;
using testing::refusal;

std::string refused(const std::string& text) {
  return refusal<DefinitionError>([&] { parse_definition(text, "study.toml"); });
}

TEST_CASE("values keep their kind, their order and their line") {
  const Value file = parse_definition(
      "title = \"a\"\n\n[input]\nz = 1\na = 2.5\nb = true\n[[x]]\nlist = [1,\n 'two']\n[[x]]\nt = { k = -3 }\n", "f");
  CHECK(file.keys == std::vector<std::string>{"title", "input", "x"});
  CHECK(file.find("title")->kind == Value::Kind::text);
  CHECK(file.find("title")->text == "a");
  const Value& input = *file.find("input");
  CHECK(input.keys == std::vector<std::string>{"z", "a", "b"});
  CHECK(input.line == 3);
  CHECK(input.find("z")->kind == Value::Kind::integer);
  CHECK(input.find("z")->integer == 1);
  CHECK(input.find("z")->real == 1.0);
  CHECK(input.find("a")->real == 2.5);
  CHECK(input.find("a")->line == 5);
  CHECK(input.find("b")->boolean);
  CHECK(input.find("c") == nullptr);
  const Value& tables = *file.find("x");
  REQUIRE(tables.elements.size() == 2);
  CHECK(tables.elements[0].line == 7);
  CHECK(tables.elements[0].find("list")->elements[1].line == 9);
  CHECK(tables.elements[1].line == 10);
  CHECK(tables.elements[1].find("t")->find("k")->integer == -3);
}

TEST_CASE("an empty file is an empty table") {
  CHECK(parse_definition("", "f").keys.empty());
  CHECK(parse_definition("\xEF\xBB\xBF# only a comment\r\n", "f").keys.empty());
}

TEST_CASE("what is not TOML is refused with its line") {
  CHECK(refused("a = 1\nb = \n").starts_with("study.toml:2: this is not valid TOML: "));
  CHECK(refused("a = 1\nfile = \u201Csmall.csv\u201D\n")
            .ends_with("; write straight quotation marks, \", instead of curly ones"));
  CHECK(refused("a = 1\nfile = \"C:\\data\\small.csv\"\n")
            .ends_with("; in a path of Windows write / instead of \\, or put the text between '...'"));
  CHECK(refused("a = 1\na = 2\n").starts_with("study.toml:2: this is not valid TOML: "));
  CHECK(refused("a = \"x\n").starts_with("study.toml:1: this is not valid TOML: "));
  CHECK(refused("a = \"\xFF\"").starts_with("study.toml:1: this is not valid TOML: "));
  CHECK(refused(std::string("a = 1\n\0", 7)).starts_with("study.toml:2: this is not valid TOML: "));
  CHECK(refused("\x89PNG\r\n\x1A\n").starts_with("study.toml:1: this is not valid TOML: "));
  CHECK(refused("id,role,x\n1,2,3\n").starts_with("study.toml:1: this is not valid TOML: "));
}

TEST_CASE("dates have no use and are refused") {
  const std::string message = ": dates and times have no use here; put the value in quotes to make it a text";
  CHECK(refused("a = 1\nb = 2024-05-01\n") == "study.toml:2" + message);
  CHECK(refused("b = 10:30:00") == "study.toml:1" + message);
}

TEST_CASE("deep nesting is refused, not followed into the ground") {
  CHECK_FALSE(refused("a = " + std::string(100'000, '[') + std::string(100'000, ']')).empty());
}

}  // namespace
