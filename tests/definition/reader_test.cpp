#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "ecpr/definition/definition.hpp"
#include "refusal.hpp"

namespace {

using namespace ecpr;
using definition::Reader;
using testing::refusal;

/// What is said when `use` reads the whole of `text`.
std::string refused(const std::string& text, const std::function<void(Reader&)>& use) {
  const definition::Value file = definition::parse_definition(text, "f.toml");
  return refusal<DefinitionError>([&] {
    Reader root(file, "f.toml", "the study file");
    use(root);
    root.finish();
  });
}

TEST_CASE("absent keys are empty, present ones have their value") {
  const definition::Value file = definition::parse_definition(
      "t = \"x\"\nn = 2\nr = 2.5\nb = false\nts = [\"a\", \"b\"]\nns = [1, 2.5]\nis = [3]\n[sub]\n[[many]]\n[[many]]\n",
      "f.toml");
  Reader root(file, "f.toml", "the study file");
  CHECK(root.has("t"));
  CHECK_FALSE(root.has("u"));
  CHECK(root.text("t") == "x");
  CHECK(root.texts("t") == std::vector<std::string>{"x"});
  CHECK(root.number("n") == 2.0);
  CHECK(root.number("r") == 2.5);
  CHECK(root.integer("n") == 2);
  CHECK(root.boolean("b") == false);
  CHECK(root.texts("ts") == std::vector<std::string>{"a", "b"});
  CHECK(root.numbers("ns") == std::vector<double>{1, 2.5});
  CHECK(root.integers("is") == std::vector<std::int64_t>{3});
  CHECK(root.table("sub"));
  CHECK(root.tables("many").size() == 2);
  CHECK_FALSE(root.text("u"));
  CHECK_FALSE(root.number("u"));
  CHECK_FALSE(root.integer("u"));
  CHECK_FALSE(root.boolean("u"));
  CHECK_FALSE(root.texts("u"));
  CHECK_FALSE(root.numbers("u"));
  CHECK_FALSE(root.integers("u"));
  CHECK_FALSE(root.table("u"));
  CHECK(root.tables("u").empty());
  CHECK(root.any("u") == nullptr);
  CHECK(root.choice("t", {"x", "y"}) == "x");
  CHECK(root.required_text("t") == "x");
  root.finish();
}

TEST_CASE("another type is said with its line") {
  CHECK(refused("\na = 1", [](Reader& r) { r.text("a"); }) ==
        "f.toml:2: 'a' should be a text in quotes, not a whole number");
  CHECK(refused("a = 'x'", [](Reader& r) { r.number("a"); }) == "f.toml:1: 'a' should be a number, not a text");
  CHECK(refused("a = nan", [](Reader& r) { r.number("a"); }) == "f.toml:1: 'a' should be a finite number");
  CHECK(refused("a = 1.5", [](Reader& r) { r.integer("a"); }) ==
        "f.toml:1: 'a' should be a whole number, not a number with a decimal point");
  CHECK(refused("a = 'yes'", [](Reader& r) { r.boolean("a"); }) == "f.toml:1: 'a' should be true or false, not a text");
  CHECK(refused("a = [1]", [](Reader& r) { r.texts("a"); }) ==
        "f.toml:1: 'a' should be a list of texts, not a whole number");
  CHECK(refused("a = true", [](Reader& r) { r.texts("a"); }) ==
        "f.toml:1: 'a' should be a list of texts, not true or false");
  CHECK(refused("a = ['1']", [](Reader& r) { r.numbers("a"); }) ==
        "f.toml:1: 'a' should be a list of numbers, not a text");
  CHECK(refused("a = [inf]", [](Reader& r) { r.numbers("a"); }) == "f.toml:1: 'a' should hold finite numbers");
  CHECK(refused("a = [1.5]", [](Reader& r) { r.integers("a"); }) ==
        "f.toml:1: 'a' should be a list of whole numbers, not a number with a decimal point");
  CHECK(refused("a = 1", [](Reader& r) { r.table("a"); }) == "f.toml:1: 'a' should be a table, not a whole number");
  CHECK(refused("[a]\n", [](Reader& r) { r.tables("a"); }) ==
        "f.toml:1: 'a' should be a list of tables: write [[a]], not a table");
  CHECK(refused("[a]\n", [](Reader& r) { r.text("a"); }) == "f.toml:1: 'a' should be a text in quotes, not a table");
  CHECK(refused("a = [\n1]", [](Reader& r) { r.text("a"); }) == "f.toml:1: 'a' should be a text in quotes, not a list");
}

TEST_CASE("a needed key and a choice say what they want") {
  CHECK(refused("[a]\n", [](Reader& r) { r.table("a")->required_text("b"); }) == "f.toml:1: [a] needs 'b'");
  CHECK(refused("\n\n[[a]]\n", [](Reader& r) { r.tables("a")[0].required_text("b"); }) == "f.toml:3: [[a]] needs 'b'");
  CHECK(refused("a = \"z\\u001b\"", [](Reader& r) {
          r.choice("a", {"x", "y"});
        }) == "f.toml:1: 'a' should be x or y, not 'z\\x1B'");
  CHECK(refused("a = 'z'", [](Reader& r) {
          r.choice("a", {"x", "y", "w"});
        }) == "f.toml:1: 'a' should be x, y or w, not 'z'");
}

TEST_CASE("unknown keys are refused where they stand, with what was meant") {
  CHECK(refused("a = 1\ngruop = 2\n", [](Reader& r) { r.number("a"), r.text("group"); }) ==
        "f.toml:2: unknown key 'gruop' in the study file; did you mean 'group'?");
  CHECK(refused("[group]\n[[group.level]]\nlable = 'x'\n", [](Reader& r) {
          Reader group = *r.table("group");
          auto levels = group.tables("level");
          levels[0].text("label");
          levels[0].finish();
        }) == "f.toml:3: unknown key 'lable' in [[group.level]]; did you mean 'label'?");
  CHECK(refused("[[o]]\n[o.answers]\nx = 'y'\n", [](Reader& r) {
          auto tables = r.tables("o");
          Reader answers = *tables[0].table("answers");
          answers.fail("x", "in " + answers.where());
        }) == "f.toml:3: in [o.answers]");
  CHECK(refused("\"a\\u001b\" = 1\n", [](Reader&) {}) == "f.toml:1: unknown key 'a\\x1B' in the study file");
}

TEST_CASE("keys that are expected must still be of use") {
  CHECK(refused("a = 1\nbb = 2\n", [](Reader& r) {
          r.expect_keys({"a", "b"});
        }) == "f.toml:2: unknown key 'bb' in the study file; did you mean 'b'?");
  const auto expecting = [](Reader& r) { r.expect_keys({"a", "b"}), r.number("a"); };
  CHECK(refused("a = 1\n", expecting).empty());
  CHECK(refused("a = 1\nb = 2\n", expecting) == "f.toml:2: 'b' has no use in the study file");
}

TEST_CASE("a free table takes any key") {
  CHECK(refused("b = 1\na = 2", [](Reader& r) { CHECK(r.all_keys() == std::vector<std::string>{"b", "a"}); }).empty());
}

}  // namespace
