#include "input_block.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/quoted.hpp"
#include "people.hpp"

namespace ecpr::draft {

namespace {

using definition::quoted;
using survey::Shape;

std::string called(const Material& material, std::size_t file, const std::optional<survey::ColumnChoice>& choice) {
  return choice ? material.files[file].columns[choice->column].called : "";
}

bool apart(const Material& material, const std::vector<std::optional<survey::ColumnChoice>>& choices) {
  return called(material, 0, choices.front()) != called(material, material.files.size() - 1, choices.back());
}

/// Which fractions of a file with commas between its cells have a decimal comma.
enum class Commas { none, some, all };

Commas numbers_with_comma(const survey::FileImpression& file) {
  if (file.delimiter != ',') return Commas::none;
  std::size_t commas = 0, points = 0;
  for (const auto& column : file.columns) {
    commas += column.with_comma;
    points += column.with_point;
  }
  if (commas == 0) return Commas::none;
  return points == 0 ? Commas::all : Commas::some;
}

/// The file, with its own ways where it has some.
std::string file_value(const Material& material, std::size_t file, const std::string& name) {
  std::string ways;
  const auto& shape = material.shape;
  if (shape.ids[file] && apart(material, shape.ids))
    ways += fmt::format(", id = {}", quoted(called(material, file, shape.ids[file])));
  if (shape.groups[file] && apart(material, shape.groups) && file > 0)
    ways += fmt::format(", group = {}", quoted(called(material, file, shape.groups[file])));
  if (numbers_with_comma(material.files[file]) == Commas::all) ways += ", decimal = \",\"";
  if (material.files[file].encoding == "windows-1252") ways += ", encoding = \"windows-1252\"";
  return ways.empty() ? quoted(name) : fmt::format("{{ file = {}{} }}", quoted(name), ways);
}

std::string file_comment(const Material& material, std::size_t place) {
  const auto& file = material.files[place];
  std::string comment = counted(file.rows, "row", "rows");
  if (file.platform != "plain") comment += ", read as an export of " + file.platform;
  if (material.shape.ids[place] && apart(material, material.shape.ids) && !material.shape.ids[place]->by_name)
    comment += "; guess: the id, by what stands in it: " + material.shape.ids[place]->evidence;
  const Commas commas = numbers_with_comma(file);
  if (commas == Commas::all) comment += "; guess: the decimal comma, in cells between quotation marks";
  if (commas == Commas::some)
    comment += "; TO DECIDE: some numbers have a decimal comma, others a point: say decimal = \",\" or mend the file";
  if (file.encoding == "windows-1252") comment += "; guess: the encoding, as it is not UTF-8";
  return comment;
}

void add_id(const Material& material, Block& block) {
  const auto& ids = material.shape.ids;
  if (ids.front() && ids.back()) {
    if (!apart(material, ids)) block.lines.push_back({assigned("id", called(material, 0, ids[0])), how(*ids[0])});
    return;
  }
  for (const auto& offer : material.shape.id_offers)
    block.lines.push_back({"# " + assigned("id", offer.text), "TO DECIDE: " + offer.evidence});
  if (!material.shape.id_offers.empty()) return;
  const std::string& trouble = material.shape.id_trouble;
  block.lines.push_back(
      {"# id = \"\"", "TO DECIDE: the column with the participants' ids" + (trouble.empty() ? "" : "; " + trouble)});
}

std::string wave_question(const Shape& shape) {
  constexpr std::size_t few = 12;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(few, shape.wave_labels.size()); ++i)
    shown.push_back("'" + printable(shape.wave_labels[i]) + "'");
  if (shape.wave_labels.size() > few) shown.push_back(fmt::format("{} more", shape.wave_labels.size() - few));
  return "GUESS: which are pre and post? There are " + listed(shown);
}

void add_waves(const Material& material, Block& block) {
  const auto& shape = material.shape;
  if (shape.kind == Shape::Kind::long_file) {
    block.lines.push_back(
        {fmt::format("wave = {{ column = {}, pre = {}, post = {} }}", quoted(called(material, 0, shape.wave)),
                     quoted(shape.wave_names->pre), quoted(shape.wave_names->post)),
         shape.waves_guessed ? wave_question(shape) : how(*shape.wave)});
  } else if (shape.kind == Shape::Kind::wide_file) {
    block.lines.push_back({assigned("columns", shape.column_pattern), "guess: how a column of a wave is called"});
    block.lines.push_back({fmt::format("wave_names = {{ pre = {}, post = {} }}", quoted(shape.wave_names->pre),
                                       quoted(shape.wave_names->post)),
                           shape.waves_guessed ? wave_question(shape) : ""});
  }
}

void add_missing(const MissingAnswers& missing, Block& block) {
  std::vector<std::string> words;
  for (const double code : missing.codes) words.push_back(quoted(number_text(code)));
  for (const auto& text : missing.texts) words.push_back(quoted(text));
  if (!words.empty())
    block.lines.push_back(
        {fmt::format("missing = [{}]", fmt::join(words, ", ")), "guess: seen, and taken for \"no answer\""});
  if (missing.doubtful.empty()) return;
  for (const double code : missing.doubtful) words.push_back(quoted(number_text(code)));
  block.lines.push_back(
      {fmt::format("# missing = [{}]", fmt::join(words, ", ")),
       fmt::format("TO DECIDE: {} seen; an answer, or a code for \"no answer\"?", fmt::join(missing.doubtful, ", "))});
}

}  // namespace

Block draft_input(const Material& material, const std::vector<std::string>& names) {
  Block block;
  const auto& files = material.files;
  if (files.size() > 1) {
    block.lines.push_back({fmt::format("pre = {}", file_value(material, 0, names[0])), file_comment(material, 0)});
    block.lines.push_back({fmt::format("post = {}", file_value(material, 1, names[1])), file_comment(material, 1)});
  } else {
    block.lines.push_back({fmt::format("file = {}", file_value(material, 0, names[0])), file_comment(material, 0)});
  }
  add_id(material, block);
  add_waves(material, block);
  add_missing(material.missing, block);
  for (const auto& name : training_columns(material))
    block.lines.push_back({"# " + assigned("cluster", name), "TO DECIDE: does it say who was trained together?"});
  return block;
}

}  // namespace ecpr::draft
