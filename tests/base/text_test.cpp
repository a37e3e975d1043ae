#include "ecpr/base/text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "ecpr/base/code_point.hpp"

namespace {

using namespace ecpr;
using Words = std::vector<std::string>;

TEST_CASE("blanks at the ends go, those inside stay") {
  CHECK(trimmed(" \t\r\n\v\f a b \n") == "a b");
  CHECK(trimmed("   ") == "");
  CHECK(trimmed("\xC2\xA0"
                "a") ==
        "\xC2\xA0"
        "a");
}

TEST_CASE("white space and what takes no room are trimmed in Unicode") {
  for (const char* blank :
       {" ", "\u00A0", "\u2003", "\u202F", "\u3000", "\u2028", "\u0085", "\u200B", "\u200C", "\u200D", "\u200E",
        "\u200F", "\u202A", "\u202C", "\u2060", "\u2069", "\u00AD", "\u180E", "\uFEFF"}) {
    CAPTURE(blank);
    const std::string text = std::string(blank) + "a" + blank + "b" + blank;
    CHECK(trimmed_unicode(text) == std::string("a") + blank + "b");
    CHECK(trimmed_unicode(blank) == "");
  }
  CHECK(trimmed_unicode(" \u00A0\t\u200B x \u200B \uFEFF\n") == "x");
  CHECK(trimmed_unicode("\u0301") == "\u0301");
  CHECK(trimmed_unicode("\xA0") == "\xA0");
  CHECK(trimmed_unicode("a\x80\x80\x80\x80") == "a\x80\x80\x80\x80");
}

TEST_CASE("NFC makes one text of two spellings and leaves what is no UTF-8") {
  CHECK(normalized("Zoe\u0308") == "Zo\u00EB");
  CHECK(normalized("\u212B") == "\u00C5");
  CHECK(normalized("\u1100\u1161") == "\uAC00");
  CHECK(normalized("plain") == "plain");
  CHECK(normalized("bad\xFF") == "bad\xFF");
  CHECK(normalized("\uFB01") == "\uFB01");  // compatibility forms are other characters
}

TEST_CASE("case folds in Unicode") {
  CHECK(case_folded("P001") == "p001");
  CHECK(case_folded("STRASSE") == case_folded("stra\u00DFe"));
  CHECK(case_folded("\u00C9") == "\u00E9");
  CHECK(case_folded("E\u0301") == "\u00E9");
  CHECK(case_folded("A\xFF") == "a\xFF");
}

TEST_CASE("labels are compared whatever their case and spacing") {
  CHECK(comparison_key("  Some  of\tthe\u00A0time ") == "some of the time");
  CHECK(comparison_key("SOME OF THE TIME") == comparison_key("some of the time"));
  CHECK(comparison_key("a\u200Bb") == "a b");
  CHECK(comparison_key("") == "");
  CHECK(comparison_key("a \xFF b") == "a \xFF b");
}

TEST_CASE("the first byte that is no UTF-8 is found") {
  CHECK_FALSE(invalid_utf8(""));
  CHECK_FALSE(invalid_utf8("Caf\u00E9 \U0001F600"));
  CHECK(invalid_utf8("Caf\xE9") == 3);
  CHECK(invalid_utf8("\xC0\x80") == 0);        // overlong
  CHECK(invalid_utf8("ab\xED\xA0\x80") == 2);  // half a surrogate pair
  CHECK(invalid_utf8("a\xE2\x82") == 1);
}

TEST_CASE("a terminal shows wide characters in two columns and marks in none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\u4E2D\u6587") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\xFF") == 2);
  CHECK(display_width("a\tb\x7F") == 2);
}

TEST_CASE("the nearest name is suggested when it is near and alone") {
  const Words columns = {"role", "ucla3_1", "ucla3_2", "participant_id"};
  CHECK(nearest("rol", columns) == "role");
  CHECK(nearest("ROLE", columns) == "role");
  CHECK(nearest("roel", columns) == "role");
  CHECK(nearest("partcipant_id", columns) == "participant_id");
  CHECK_FALSE(nearest("ucla3_3", columns));  // two are equally near
  CHECK_FALSE(nearest("x", Words{"abc"}));
  CHECK_FALSE(nearest("group", columns));
  CHECK_FALSE(nearest("", columns));
  CHECK(nearest("rol", Words{"role", "role"}) == "role");
  // One letter is one edit, however many bytes it has: \u0434\u0430 and \u0434\u043e.
  CHECK(nearest("\u0434\u0430\u0442\u0430", Words{"\u0434\u0430\u0442\u044b", "\u0433\u043e\u0434\u044b"}) ==
        "\u0434\u0430\u0442\u044b");
  CHECK_FALSE(nearest("\u00e4\u00f6", Words{"\u00e9\u00e8"}));  // two letters are two edits, though they share bytes
  CHECK(did_you_mean("rol", columns) == "; did you mean 'role'?");
  CHECK(did_you_mean("group", columns) == "");
  CHECK(did_you_mean("rol", Words{"rol\x1b"}) == "; did you mean 'rol\\x1B'?");
}

TEST_CASE("a suggestion among long names takes no time") {
  const Words columns(2000, std::string(10'000'000 / 2000, 'x'));
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(nearest(std::string(5000, 'y'), columns));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("lists and counts are sentences' parts") {
  CHECK(listed(Words{}) == "");
  CHECK(listed(Words{"a"}) == "a");
  CHECK(listed(Words{"a", "b"}) == "a and b");
  CHECK(listed(Words{"a", "b", "c"}, "or") == "a, b or c");
  CHECK(counted(1, "person", "people") == "1 person");
  CHECK(counted(0, "person", "people") == "0 people");
  CHECK(counted(12345, "person", "people") == "12,345 people");
}

TEST_CASE("texts are split and replaced") {
  CHECK(split(" a ,, b", ',') == Words{"a", "", "b"});
  CHECK(split("", ',') == Words{""});
  CHECK(replaced("{x}_{x}", "{x}", "{x}{x}") == "{x}{x}_{x}{x}");
  CHECK(replaced("abc", "d", "e") == "abc");
}

TEST_CASE("a text in a message cannot harm a terminal or fill it") {
  CHECK(printable("a\nb\tc\r") == "a\\nb\\tc\\r");
  CHECK(printable("\x1b[31m") == "\\x1B[31m");
  CHECK(printable(std::string("a\0b", 3)) == "a\\x00b");
  CHECK(printable("Caf\xE9!") == "Caf\\xE9!");
  CHECK(printable("Caf\u00E9 \u4E2D") == "Caf\u00E9 \u4E2D");
  CHECK(printable("\u202Eevil") == "\\xE2\\x80\\xAEevil");
  CHECK(printable("\u0085") == "\\xC2\\x85");
  CHECK(printable(std::string(60, 'a')) == std::string(60, 'a'));
  CHECK(printable(std::string(61, 'a')) == std::string(60, 'a') + "...");
  std::string umlauts;
  for (int i = 0; i < 61; ++i) umlauts += "\u00E4";
  CHECK(printable(umlauts).size() == 123);
}

TEST_CASE("nothing that a terminal obeys or hides is left in a line, and everything else is") {
  CHECK(visible("\x1b[31mX\a\nnext\r\t") == "\\x1B[31mX\\x07\\nnext\\r\\t");
  for (const char32_t c :
       {0x00u,   0x08u,   0x1Fu,   0x7Fu,   0x80u,   0x85u,   0x9Bu,   0x9Fu,   0x61Cu,  0x200Bu, 0x200Cu,
        0x200Du, 0x200Eu, 0x200Fu, 0x2028u, 0x2029u, 0x202Au, 0x202Eu, 0x2060u, 0x2066u, 0x2069u, 0xFEFFu}) {
    const std::string seen = visible("a" + utf8(c) + "b");
    CHECK(seen.starts_with("a\\x"));
    CHECK(seen.ends_with("b"));
    for (const char byte : seen) CHECK((byte >= ' ' && byte <= '~'));
    CHECK(printable("a" + utf8(c) + "b") == seen);
  }
  const std::string plain = "C:\\caf\u00E9 'x' \u4E2D\u6587 \u05E9\u05DC\u05D5\u05DD \U0001F600 e\u0301 \u00A0|";
  CHECK(visible(plain) == plain);
  CHECK(visible("Caf\xE9") == "Caf\\xE9");
  CHECK(visible(std::string(500, 'a')).size() == 500);
}

}  // namespace
