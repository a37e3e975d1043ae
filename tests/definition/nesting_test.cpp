#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "ecpr/definition/definition.hpp"
#include "refusal.hpp"

namespace {

using namespace ecpr;
using definition::most_levels;
using definition::parse_definition;
using testing::refusal;

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string refused(const std::string& text) {
  return refusal<DefinitionError>([&] { parse_definition(text, "study.toml"); });
}

std::string too_deep(int line) {
  return fmt::format(
      "study.toml:{}: more than 100 tables, arrays or names with dots lie in each other here; a definition needs only "
      "a few",
      line);
}

/// `levels` names with dots.
std::string dotted(std::size_t levels) { return repeated("a.", levels - 1) + "a"; }

}  // namespace

TEST_CASE("names with dots, headers, arrays and inline tables of very many levels are refused with their line") {
  for (const std::size_t levels : {most_levels + 1, std::size_t{20'000}}) {
    CHECK(refused("\n" + dotted(levels) + " = 1\n") == too_deep(2));
    CHECK(refused("b = 1\n\n[" + dotted(levels) + "]\n") == too_deep(3));
    CHECK(refused("[[" + dotted(levels) + "]]\n") == too_deep(1));
    CHECK(refused("\xEF\xBB\xBF[" + dotted(levels) + "]\n") == too_deep(1));
    CHECK(refused("a = " + repeated("[", levels)) == too_deep(1));
    CHECK(refused("a = " + repeated("{ a = ", levels)) == too_deep(1));
    CHECK(refused(repeated("\"a\" . 'b' .\t", levels) + "c = 1\n") == too_deep(1));
    CHECK(refused("a = [1, {b = 2, " + dotted(levels) + " = 3}]\n") == too_deep(1));
  }
}

TEST_CASE("levels add up: those of the header, of the name, and of what it holds") {
  const std::string header = "[" + dotted(40) + "]\n", name = dotted(40) + " = ";
  parse_definition(header + name + repeated("[", 20) + repeated("]", 20) + "\n", "study.toml");
  CHECK(refused(header + name + repeated("[", 21) + repeated("]", 21) + "\n") == too_deep(2));
  CHECK(refused(header + name + "\n[\n{ " + dotted(20) + " = 1 }\n]\n").find("not valid TOML") != std::string::npos);
  CHECK(refused(header + name + "[\n{ " + dotted(20) + " = 1 }\n]\n") == too_deep(3));
}

TEST_CASE("as many levels as are allowed, beside each other without end") {
  const std::string name = dotted(most_levels - 1);
  std::string text = "[" + name + "]\nb = 1\n";
  for (int i = 0; i < 300; ++i) text += fmt::format("[t{}]\na.b = [[1], [2]]\nc = {{ d.e = 1, f.g = 2 }}\n", i);
  text += "many = [" + repeated("[1], ", 500) + "]\nmore = [" + repeated("{ a.b = 1 }, ", 500) + "]\n";
  CHECK_NOTHROW(parse_definition(text, "study.toml"));
}

TEST_CASE("dots and brackets in texts, comments and numbers count for nothing") {
  const std::string dots = repeated(".", 300), brackets = repeated("[{", 300), names = dotted(300);
  const std::string text = "# " + dots + brackets + names + " \" ' \"\"\"\n" +                       //
                           "a = \"" + dots + brackets + " \\\" # ' \\\\\" # \"" + brackets + "\n" +  //
                           "b = '" + dots + brackets + "\" # \\'\n" +                                //
                           "c = \"\"\"\n" + brackets + "\n\" \"\" \\\"\"\" " + names + " = \n\\\n  x\"\"\"\"\"\n" +
                           "d = '''\n" + brackets + "\n' '' \" " + names + " = ''''\n" +  //
                           "'" + names + "' = 1\n[\"in " + names + "\"]\n" +              //
                           "e = [" + repeated("1.5, ", 300) + "]\n" +                     //
                           "f = [ # " + brackets + "\n  \"]\", ']' # " + dots + "\n]\n";
  CHECK_NOTHROW(parse_definition(text, "study.toml"));
}

TEST_CASE("what is no TOML at all keeps its own message") {
  CHECK(refused(repeated("a.b,", 300) + "\n").find("not valid TOML") != std::string::npos);
  CHECK(refused(repeated(".", 300) + "\n").find("not valid TOML") != std::string::npos);
  CHECK(refused("a = \"not closed " + repeated("[", 300) + "\n").find("not valid TOML") != std::string::npos);
}
