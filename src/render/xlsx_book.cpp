#include "xlsx_book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "characters.hpp"
#include "core_properties.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/render/docx.hpp"

namespace ecpr::render {

using document::Face;
using document::Run;
using document::Runs;

namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view main_namespace = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr std::size_t longest_text = 32000;  // characters of a cell; Excel refuses more than 32,767
constexpr std::size_t first_own_format = 164;

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

std::string reference(std::size_t row, std::size_t column) { return column_letters(column) + std::to_string(row + 1); }

/// The text as far as a cell holds it.
std::string shortened(std::string_view text) {
  const std::string whole = cleaned(text);
  std::string_view rest = whole;
  std::string kept;
  for (std::size_t i = 0; i < longest_text && !rest.empty(); ++i) kept += utf8(take_code_point(rest));
  return rest.empty() ? kept : kept + "...";
}

std::string rich_text(const Runs& runs, bool bold) {
  std::string text;
  for (const Run& run : runs) {
    if (run.text.empty()) continue;
    std::string look = bold || run.face == Face::bold ? "<b/>" : "";
    if (run.face == Face::italic) look += "<i/>";
    const bool raised = run.face == Face::superscript || run.face == Face::mark;
    if (raised) look += R"(<vertAlign val="superscript"/>)";
    if (run.face == Face::subscript) look += R"(<vertAlign val="subscript"/>)";
    text += R"(<r><rPr>)" + look +
            R"(<sz val="10"/><rFont val="Arial"/><family val="2"/></rPr><t xml:space="preserve">)" +
            escape_xml(shortened(run.text)) + "</t></r>";
  }
  return text;
}

/// Looks that occur, numbered in the order in which they first do.
class Styles {
 public:
  std::size_t number_of(const CellLook& look, bool quoted) {
    const Entry entry{look, quoted};
    const auto found = std::find(entries_.begin(), entries_.end(), entry);
    if (found != entries_.end()) return static_cast<std::size_t>(found - entries_.begin()) + 1;
    entries_.push_back(entry);
    return entries_.size();
  }

  std::string part() const {
    std::vector<std::string> formats;
    std::string looks = R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)";
    for (const Entry& entry : entries_) looks += look_element(entry, formats);
    std::string format_list;
    for (std::size_t i = 0; i < formats.size(); ++i) {
      format_list +=
          fmt::format(R"(<numFmt numFmtId="{}" formatCode="{}"/>)", first_own_format + i, escape_xml(formats[i]));
    }
    if (!formats.empty()) format_list = fmt::format(R"(<numFmts count="{}">{}</numFmts>)", formats.size(), format_list);
    return fmt::format(
        R"({}<styleSheet {}>{}<fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="4">{}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{}">{}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)",
        declaration, main_namespace, format_list, borders(), entries_.size() + 1, looks);
  }

 private:
  struct Entry {
    CellLook look;
    bool quoted;
    bool operator==(const Entry&) const = default;
  };

  static std::string borders() {
    std::string all;
    for (const int kind : {0, 1, 2, 3}) {
      all += fmt::format("<border><left/><right/>{}{}<diagonal/></border>",
                         (kind & 2) != 0 ? R"(<top style="thin"/>)" : "<top/>",
                         (kind & 1) != 0 ? R"(<bottom style="thin"/>)" : "<bottom/>");
    }
    return all;
  }

  static std::size_t format_number(const std::string& format, std::vector<std::string>& formats) {
    if (format.empty()) return 0;
    const auto found = std::find(formats.begin(), formats.end(), format);
    const auto place = static_cast<std::size_t>(found - formats.begin());
    if (found == formats.end()) formats.push_back(format);
    return first_own_format + place;
  }

  static std::string look_element(const Entry& entry, std::vector<std::string>& formats) {
    const CellLook& look = entry.look;
    const int border = (look.rule_below ? 1 : 0) + (look.rule_above ? 2 : 0);
    std::string alignment = look.bold && look.wrapped ? R"( vertical="bottom")" : R"( vertical="top")";
    if (look.wrapped) alignment += R"( wrapText="1")";
    if (look.centered) alignment += R"( horizontal="center")";
    if (look.right) alignment += R"( horizontal="right")";
    if (look.indent > 0) alignment += fmt::format(R"( horizontal="left" indent="{}")", look.indent);
    return fmt::format(
        R"(<xf numFmtId="{}" fontId="{}" fillId="0" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"{}><alignment{}/></xf>)",
        format_number(look.number_format, formats), look.bold ? 1 : 0, border,
        entry.quoted ? R"( quotePrefix="1")" : "", alignment);
  }

  std::vector<Entry> entries_;
};

/// A text that a spreadsheet would take for a formula when it is typed again.
bool looks_like_formula(const Runs& runs) {
  const std::string text = document::Runs(runs).empty() ? "" : cleaned(runs.front().text);
  return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

std::string cell_element(const SheetCell& cell, const std::string& place, Styles& styles) {
  const std::size_t style = styles.number_of(cell.look, !cell.number && looks_like_formula(cell.text));
  if (cell.number) return fmt::format(R"(<c r="{}" s="{}"><v>{}</v></c>)", place, style, shortest(*cell.number));
  const std::string text = rich_text(cell.text, cell.look.bold);
  if (text.empty()) return fmt::format(R"(<c r="{}" s="{}"/>)", place, style);
  return fmt::format(R"(<c r="{}" s="{}" t="inlineStr"><is>{}</is></c>)", place, style, text);
}

std::string view(const Sheet& sheet, bool first) {
  std::string pane;
  if (sheet.header_end > 0) {
    pane = fmt::format(R"(<pane xSplit="1" ySplit="{}" topLeftCell="{}" activePane="bottomRight" state="frozen"/>)",
                       sheet.header_end, reference(sheet.header_end, 1));
  }
  return fmt::format(R"(<sheetViews><sheetView showGridLines="0"{} workbookViewId="0">{}</sheetView></sheetViews>)",
                     first ? R"( tabSelected="1")" : "", pane);
}

std::string sheet_part(const Sheet& sheet, bool first, Styles& styles) {
  std::string rows, columns, merged;
  for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
    columns += fmt::format(R"(<col min="{}" max="{}" width="{}" customWidth="1"/>)", i + 1, i + 1, sheet.widths[i] + 2);
  }
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::size_t lines = r < sheet.row_lines.size() ? sheet.row_lines[r] : 0;
    rows += fmt::format(R"(<row r="{}"{}>)", r + 1,
                        lines > 0 ? fmt::format(R"( ht="{}" customHeight="1")", lines * 13 + 2) : "");
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
      rows += cell_element(sheet.rows[r][c], reference(r, c), styles);
    rows += "</row>";
  }
  for (const Merged& each : sheet.merged) {
    merged += fmt::format(R"(<mergeCell ref="{}:{}"/>)", reference(each.first_row, each.first_column),
                          reference(each.last_row, each.last_column));
  }
  if (!merged.empty()) merged = fmt::format(R"(<mergeCells count="{}">{}</mergeCells>)", sheet.merged.size(), merged);
  if (!columns.empty()) columns = "<cols>" + columns + "</cols>";
  return fmt::format(
      R"({}<worksheet {}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>{}<sheetFormatPr defaultRowHeight="13"/>{}<sheetData>{}</sheetData>{}<pageSetup paperSize="9" orientation="{}" fitToWidth="1" fitToHeight="0"/></worksheet>)",
      declaration, main_namespace, view(sheet, first), columns, rows, merged, sheet.turned ? "landscape" : "portrait");
}

/// A name that Excel takes: no []:*?/\, no quote at the ends, at most 31 units of UTF-16, `suffix` included.
std::string legal_name(const std::string& name, const std::string& suffix) {
  const std::string whole = cleaned(name);
  std::string_view rest = whole;
  std::string kept;
  std::size_t units = suffix.size();
  while (!rest.empty()) {
    const char32_t c = take_code_point(rest);
    units += c > 0xFFFF ? 2 : 1;
    if (units > 31) break;
    kept +=
        c < 0x80 && std::string_view("[]:*?/\\'").find(static_cast<char>(c)) != std::string_view::npos ? " " : utf8(c);
  }
  const std::string_view text = trimmed(kept);
  return (text.empty() ? "Sheet" : std::string(text)) + suffix;
}

void make_names_unique(std::vector<Sheet>& sheets) {
  std::vector<std::string> taken;
  for (Sheet& sheet : sheets) {
    std::string name = legal_name(sheet.name, "");
    for (std::size_t i = 2; std::find(taken.begin(), taken.end(), case_folded(name)) != taken.end(); ++i) {
      name = legal_name(sheet.name, fmt::format(" ({})", i));
    }
    taken.push_back(case_folded(name));
    sheet.name = name;
  }
}

std::string workbook_part(const std::vector<Sheet>& sheets) {
  std::string list, titles;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Sheet& sheet = sheets[i];
    const std::string name = escape_xml(sheet.name);
    list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="sheet{}"/>)", name, i + 1, i + 1);
    if (sheet.header_end > sheet.header_begin) {
      titles +=
          fmt::format(R"(<definedName name="_xlnm.Print_Titles" localSheetId="{}">&#39;{}&#39;!${}:${}</definedName>)",
                      i, name, sheet.header_begin + 1, sheet.header_end);
    }
  }
  if (!titles.empty()) titles = "<definedNames>" + titles + "</definedNames>";
  return fmt::format(
      R"({}<workbook {} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets>{}</workbook>)",
      declaration, main_namespace, list, titles);
}

std::string workbook_relations(std::size_t sheets) {
  constexpr std::string_view type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string all = fmt::format(R"(<Relationship Id="styles" Type="{}styles" Target="styles.xml"/>)", type);
  for (std::size_t i = 1; i <= sheets; ++i) {
    all +=
        fmt::format(R"(<Relationship Id="sheet{}" Type="{}worksheet" Target="worksheets/sheet{}.xml"/>)", i, type, i);
  }
  return fmt::format(
      R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)",
      declaration, all);
}

std::string content_types(std::size_t sheets) {
  constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string all;
  for (std::size_t i = 1; i <= sheets; ++i) {
    all += fmt::format(R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}worksheet+xml"/>)", i, type);
  }
  return fmt::format(
      R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{}styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{}</Types>)",
      declaration, type, type, all);
}

std::string root_relations() {
  return fmt::format(
      R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="workbook" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)",
      declaration);
}

}  // namespace

std::vector<ZipEntry> xlsx_entries(std::vector<Sheet> sheets, const std::string& title) {
  make_names_unique(sheets);
  Styles styles;
  std::vector<ZipEntry> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    parts.push_back({fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet_part(sheets[i], i == 0, styles)});
  }
  std::vector<ZipEntry> all = {{"[Content_Types].xml", content_types(sheets.size())},
                               {"_rels/.rels", root_relations()},
                               {"docProps/core.xml", core_properties(title)},
                               {"xl/workbook.xml", workbook_part(sheets)},
                               {"xl/_rels/workbook.xml.rels", workbook_relations(sheets.size())},
                               {"xl/styles.xml", styles.part()}};
  all.insert(all.end(), parts.begin(), parts.end());
  return all;
}

}  // namespace ecpr::render
