// Whether HTML or XML is nested as it should be.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace ecpr::testing {

/// What is wrong with the nesting of the elements and the quotes of their attributes, or "".
inline std::string nesting_error(const std::string& page) {
  static const std::set<std::string> alone = {"meta", "br", "img", "wbr", "!DOCTYPE", "?xml"};
  std::vector<std::string> open;
  for (std::size_t i = page.find('<'); i != std::string::npos; i = page.find('<', i + 1)) {
    const std::size_t end = page.find('>', i);
    if (end == std::string::npos) return "no end: " + page.substr(i, 40);
    const std::string tag = page.substr(i + 1, end - i - 1);
    const bool closing = tag.front() == '/', closed = tag.back() == '/';
    const std::size_t begin = closing ? 1 : 0;
    const std::string name = tag.substr(begin, tag.find_first_of(" >\n/", begin) - begin);
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) return "quote in " + tag;
    if (alone.contains(name) || closed) continue;
    if (!closing) {
      open.push_back(name);
      if (name == "style") i = page.find("</style>", i) - 1;
      continue;
    }
    if (open.empty() || open.back() != name) return "unexpected end of " + name;
    open.pop_back();
  }
  return open.empty() ? "" : "not closed: " + open.back();
}

}  // namespace ecpr::testing
