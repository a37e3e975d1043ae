// What survey platforms do to a file beside writing answers into it.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::survey {

/// How a column may be called.
struct ColumnName {
  std::string name;                 ///< what it is called; may be empty, or shared by several columns
  std::string full;                 ///< tells columns of one name apart: "question [row]"; empty: there is none
  std::vector<std::string> others;  ///< what it also answers to, where no column is called so
  std::string question;             ///< what people were asked, where the file says so
  bool by_platform = false;         ///< filled in by the platform (dates, addresses), not by people
};

/// What a row below the header is.
enum class RowUse {
  answers,
  unfinished,  ///< answers of somebody who did not come to the end
  preview      ///< no person's: a preview or a test of the form
};

/// How one file is laid out.
struct ExportForm {
  std::size_t header_rows = 1;  ///< rows at the top that are no data, the names included
  std::vector<ColumnName> columns;
  std::function<RowUse(std::span<const std::string_view> cells)> use_of;  ///< null: every row holds answers
  bool sparse = false;  ///< rows without an answer to the outcomes are usual: other forms of the same people
};

/// The top of a file: the first row, and up to two rows below it, each with as many cells.
struct Beginning {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
};

/// One platform and its ways.
struct Platform {
  std::string_view name;   ///< for options and study files: "google-forms"
  std::string_view title;  ///< in sentences: "Google Forms"
  bool (*recognizes)(const Beginning& top);
  ExportForm (*form)(const Beginning& top);
};

/// All of them; the last one is "plain", which recognizes every file.
std::span<const Platform> platforms();

/// The platform called `name`. Throws UsageError with a suggestion; `file` stands in front of it.
const Platform& platform_named(std::string_view name, std::string_view file);

/// The first platform that recognizes the file.
const Platform& platform_of(const Beginning& top);

}  // namespace ecpr::survey
