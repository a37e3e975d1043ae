#include "figure_output.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::cli {

namespace {

/// A name that every file system takes: letters, digits, '.', '_' and '-'.
std::string file_name(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
                       c == '-' || static_cast<unsigned char>(c) >= 0x80;
    safe += plain ? c : '_';
  }
  return safe;
}

}  // namespace

const FigureFormat& figure_format_named(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& format : figure_formats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  throw UsageError(fmt::format("--figure-format {}: it should be {}", printable(name), listed(names, "or")));
}

std::string figure_file(const figure::Figure& figure, const FigureFormat& format) {
  return file_name(figure.name) + "." + std::string(format.name);
}

void check_figure_folder(const std::string& folder) {
  require_working_folder(folder);
  std::error_code status;
  if (std::filesystem::exists(folder, status) && !std::filesystem::is_directory(folder, status))
    throw InputError(fmt::format("{}: this is a file; --figures needs a folder", folder));
}

void write_figures(const std::string& folder, const FigureFormat& format, const std::vector<figure::Figure>& figures,
                   OutputFiles& files) {
  files.make_folder(folder);
  std::set<std::string> taken;  // "a b" and "a/b" are one name for a file, as are "A" and "a" on some systems
  for (const auto& figure : figures) {
    std::string name = figure_file(figure, format);
    for (int i = 2; !taken.insert(case_folded(name)).second; ++i)
      name = fmt::format("{}_{}.{}", file_name(figure.name), i, format.name);
    files.write((std::filesystem::path(folder) / name).string(), figure::rendered(figure, format.format));
  }
}

}  // namespace ecpr::cli
