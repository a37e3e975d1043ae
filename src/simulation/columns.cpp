#include "columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/instrument.hpp"

namespace ecpr::simulation {

namespace {

/// How the columns of the study are spelt.
enum class Shape { two_files, long_file, wide_file };

Shape shape_of(const study::Input& input) {
  if (input.two_files()) return Shape::two_files;
  return input.wave_column ? Shape::long_file : Shape::wide_file;
}

void check_source(const study::Source& source) {
  const auto refuse = [&](const std::string& what) {
    throw InputError(
        fmt::format("{}: made-up answers are written as plain comma-separated files; leave {} out of the "
                    "study file for them",
                    source.name, what));
  };
  if (source.path == "-") throw InputError("the study reads standard input; name a file under [input] to write to");
  if (!source.platform.empty()) refuse("'platform'");
  if (source.delimiter.value_or(',') != ',') refuse("'delimiter'");
  if (source.decimal.value_or('.') != '.') refuse("'decimal'");
  if (!source.encoding.empty() && comparison_key(source.encoding) != "utf-8") refuse("'encoding'");
  for (const char* ending : {".gz", ".tsv"}) {
    if (source.name.ends_with(ending)) refuse(fmt::format("the ending {}", ending));
  }
}

/// The columns of `outcome`'s items at a wave, before the wave is spelt into them.
std::vector<std::string> plain_names(const study::Outcome& outcome, bool post) {
  const study::Columns& columns = post ? outcome.post : outcome.pre;
  if (!columns.pattern && (!columns.names.empty() || outcome.separate_waves)) return columns.names;
  const std::string pattern = columns.pattern.value_or(outcome.instrument ? outcome.instrument->id + "_{item}" : "");
  std::vector<std::string> names;
  for (std::size_t item = 0; item < outcome.questionnaire.items.size(); ++item)
    names.push_back(replaced(pattern, "{item}", std::to_string(item + 1)));
  return names;
}

/// Collects the columns of one file; a name that is there already is not added again.
class ColumnList {
 public:
  ColumnList(const study::Study& study, Shape shape) : study_(study), shape_(shape), names_(wave_names(study.input)) {}

  void add_person(const study::Source& source, bool post) {
    const auto id = source.id ? source.id : study_.input.id;
    const auto group = source.group ? source.group : study_.grouping.column;
    add({side_of(id.value_or("id"), post), Content::id});
    if (shape_ == Shape::long_file) add({*study_.input.wave_column, Content::wave});
    if (group) add({side_of(*group, post), Content::group});
    if (study_.input.cluster) add({*study_.input.cluster, Content::cluster});
    for (std::size_t i = 0; i < study_.characteristics.size(); ++i)
      add({study_.characteristics[i].column, Content::characteristic, i});
  }

  void add_answers(bool post) {
    for (std::size_t i = 0; i < study_.outcomes.size(); ++i) {
      const auto names = plain_names(study_.outcomes[i], post);
      const bool once = names.size() != plain_names(study_.outcomes[i], !post).size();
      for (std::size_t item = 0; item < names.size(); ++item)
        add({spelt(names[item], study_.outcomes[i], post), Content::answer, i, item, !post, post, once});
    }
  }

  std::vector<Column> columns() && { return std::move(columns_); }

 private:
  /// PRE and POST of PRE:POST where the two files call a column differently.
  std::string side_of(const std::string& name, bool post) const {
    const std::size_t colon = name.find(':');
    if (shape_ != Shape::two_files || colon == std::string::npos) return name;
    return post ? name.substr(colon + 1) : name.substr(0, colon);
  }

  std::string spelt(const std::string& name, const study::Outcome& outcome, bool post) const {
    if (shape_ != Shape::wide_file) return name;
    const std::string& wave = post ? names_.post : names_.pre;
    if (name.find("{wave}") != std::string::npos) return replaced(name, "{wave}", wave);
    if (outcome.separate_waves) return name;
    const std::string pattern = study_.input.column_pattern.value_or("{column}_{wave}");
    return replaced(replaced(pattern, "{wave}", wave), "{column}", name);
  }

  void add(Column column) {
    const auto known =
        std::find_if(columns_.begin(), columns_.end(), [&](const Column& other) { return other.name == column.name; });
    if (known == columns_.end()) {
      columns_.push_back(std::move(column));
    } else if (shape_ == Shape::long_file && known->place == column.place && known->item == column.item) {
      known->post = known->post || column.post;
    }
  }

  const study::Study& study_;
  Shape shape_;
  study::WaveNames names_;
  std::vector<Column> columns_;
};

FileLayout file_layout(const study::Study& study, const study::Source& source, bool pre, bool post) {
  check_source(source);
  const Shape shape = shape_of(study.input);
  ColumnList list(study, shape);
  list.add_person(source, !pre);
  if (pre) list.add_answers(false);
  if (post) list.add_answers(true);
  return {source.name, std::move(list).columns(), pre, post, shape == Shape::long_file};
}

}  // namespace

study::WaveNames wave_names(const study::Input& input) {
  return input.wave_names.value_or(study::WaveNames{"pre", "post"});
}

std::vector<FileLayout> file_layouts(const study::Study& study) {
  if (study.input.repairs || study.input.exclude)
    throw InputError("'repairs' and 'exclude' under [input] name real people; leave them out for made-up answers");
  if (!study.input.two_files()) return {file_layout(study, *study.input.file, true, true)};
  return {file_layout(study, *study.input.pre, true, false), file_layout(study, *study.input.post, false, true)};
}

}  // namespace ecpr::simulation
