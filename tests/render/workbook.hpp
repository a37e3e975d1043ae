// Cells of a workbook and their number formats.
#pragma once

#include <algorithm>
#include <map>
#include <string>

namespace ecpr::testing {

/// The files of a workbook by name.
using Files = std::map<std::string, std::string>;

/// The element of one cell.
inline std::string cell(const std::string& sheet, const std::string& place) {
  const std::size_t begin = sheet.find("<c r=\"" + place + "\"");
  if (begin == std::string::npos) return "";
  const std::size_t next = sheet.find("<c r=", begin + 1), row = sheet.find("</row>", begin);
  return sheet.substr(begin, std::min(next, row) - begin);
}

/// The number format of a cell, as it stands in the XML.
inline std::string format_of(const Files& files, const std::string& element) {
  const std::string& styles = files.at("xl/styles.xml");
  const std::size_t s = element.find("s=\"") + 3;
  std::size_t place = styles.find("<cellXfs");
  for (std::size_t i = std::stoul(element.substr(s)) + 1; i > 0; --i) place = styles.find("<xf numFmtId=\"", place + 1);
  const std::string id = styles.substr(place + 14, styles.find('"', place + 14) - place - 14);
  const std::size_t format = styles.find("<numFmt numFmtId=\"" + id + "\"");
  if (format == std::string::npos) return "";
  const std::size_t code = styles.find("formatCode=\"", format) + 12;
  return styles.substr(code, styles.find('"', code) - code);
}

}  // namespace ecpr::testing
