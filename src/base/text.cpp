#include "ecpr/base/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "ecpr/base/code_point.hpp"
#include "ecpr/base/number.hpp"

namespace ecpr {

namespace {

bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Decodes the code point that starts `text`; its length in bytes, or 0 where the UTF-8 is invalid.
std::size_t decode(std::string_view text, utf8proc_int32_t& code_point) {
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  return length > 0 ? static_cast<std::size_t>(length) : 0;
}

bool is_unicode_blank(utf8proc_int32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  const bool zero_width = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                          (c >= 0x2060 && c <= 0x206F) || c == 0xAD || c == 0x180E || c == 0xFEFF;
  if (c == 0x85 || zero_width) return true;
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `text` through utf8proc_map; empty when its UTF-8 is invalid.
std::optional<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* raw = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &raw, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
  if (length < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length));
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  while (!text.empty()) points += take_code_point(text);
  return points;
}

/// Edits (insert, delete, replace, swap of neighbours) between two texts.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

/// What a terminal would obey instead of showing it: controls, marks of direction, characters without width, line ends.
bool is_unseen(utf8proc_int32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

void append_bytes(std::string_view bytes, std::string& result) {
  constexpr char hex[] = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    result += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
  }
}

/// Moves the first character of `text` to `result`, escaped where it would not be seen. Requires: text not empty.
void append_visible(std::string_view& text, std::string& result) {
  utf8proc_int32_t c = 0;
  const std::size_t length = decode(text, c);
  const std::string_view bytes = text.substr(0, std::max<std::size_t>(length, 1));
  text.remove_prefix(bytes.size());
  if (length > 0 && !is_unseen(c)) {
    result += bytes;
  } else if (bytes == "\n" || bytes == "\r" || bytes == "\t") {
    result += bytes == "\n" ? "\\n" : bytes == "\r" ? "\\r" : "\\t";
  } else {
    append_bytes(bytes, result);
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view trimmed_unicode(std::string_view text) {
  text = trimmed(text);
  utf8proc_int32_t c = 0;
  for (std::size_t length = 0; !text.empty(); text.remove_prefix(length)) {
    length = decode(text, c);
    if (length == 0 || !is_unicode_blank(c)) break;
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && text.size() - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const std::size_t length = decode(text.substr(start), c);
    if (length != text.size() - start || !is_unicode_blank(c)) break;
    text.remove_suffix(length);
  }
  return text;
}

std::string normalized(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE).value_or(std::string(text));
}

std::string compatible(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return mapped(text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE | UTF8PROC_STABLE)
      .value_or(std::string(text));
}

std::string case_folded(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  const auto folded = mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD);
  return folded ? *folded : ascii_lower(text);
}

std::string comparison_key(std::string_view text) {
  const std::string folded = case_folded(trimmed_unicode(text));
  std::string key;
  bool blank = false;
  for (std::size_t i = 0; i < folded.size();) {
    utf8proc_int32_t c = 0;
    const std::size_t length = std::max<std::size_t>(decode(std::string_view(folded).substr(i), c), 1);
    if (length == 1 ? is_ascii_blank(folded[i]) : is_unicode_blank(c)) {
      blank = true;
    } else {
      if (blank) key += ' ';
      blank = false;
      key.append(folded, i, length);
    }
    i += length;
  }
  return key;
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    utf8proc_int32_t c = 0;
    const std::size_t length = decode(text.substr(i), c);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      width += text[i] >= ' ' && text[i] != 0x7F;
      ++i;
      continue;
    }
    utf8proc_int32_t c = 0;
    const std::size_t length = decode(text.substr(i), c);
    width += length == 0 ? 1 : static_cast<std::size_t>(std::max(utf8proc_charwidth(c), 0));
    i += std::max<std::size_t>(length, 1);
  }
  return width;
}

std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> candidates) {
  const std::u32string folded = code_points(case_folded(wanted));
  const std::size_t limit = std::max<std::size_t>(folded.size() / 3, 1);
  std::size_t best = limit + 1;
  const std::string* found = nullptr;
  bool tie = false;
  for (const auto& candidate : candidates) {
    constexpr std::size_t most_bytes = 1024, most = 256;
    if (candidate.size() > most_bytes) continue;
    const std::u32string other = code_points(case_folded(candidate));
    const std::size_t longer = std::max(other.size(), folded.size());
    if (longer - std::min(other.size(), folded.size()) > limit || longer > most) continue;
    const std::size_t distance = edit_distance(folded, other);
    if (distance > limit || distance > best || (found && *found == candidate)) continue;
    tie = distance == best;
    best = distance;
    found = &candidate;
  }
  if (!found || tie) return std::nullopt;
  return *found;
}

std::string did_you_mean(std::string_view wanted, std::span<const std::string> candidates) {
  const auto found = nearest(wanted, candidates);
  return found ? "; did you mean '" + printable(*found) + "'?" : "";
}

std::string listed(std::span<const std::string> words, std::string_view conjunction) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + std::string(conjunction) + " " : ", ";
    text += words[i];
  }
  return text;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  return with_thousands(count) + " " + std::string(count == 1 ? singular : plural);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.emplace_back(trimmed(text.substr(start, end == text.npos ? text.npos : end - start)));
    if (end == text.npos) return parts;
    start = end + 1;
  }
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t start = 0;;) {
    const std::size_t found = text.find(from, start);
    result.append(text.substr(start, found == text.npos ? text.npos : found - start));
    if (found == text.npos) return result;
    result.append(to);
    start = found + from.size();
  }
}

std::string visible(std::string_view text) {
  std::string result;
  while (!text.empty()) append_visible(text, result);
  return result;
}

std::string printable(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string result;
  for (std::size_t shown = 0; !text.empty(); ++shown) {
    if (shown == most) return result + "...";
    append_visible(text, result);
  }
  return result;
}

}  // namespace ecpr
