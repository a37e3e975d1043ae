#include "ecpr/survey/survey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "audit.hpp"
#include "counting_ids.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/notes.hpp"
#include "ecpr/survey/table.hpp"
#include "id_decisions.hpp"
#include "layout.hpp"
#include "measures.hpp"
#include "mixed_answers.hpp"
#include "number_signs.hpp"
#include "outcome_columns.hpp"
#include "row_store.hpp"
#include "scoring.hpp"
#include "settle.hpp"
#include "similar_groups.hpp"
#include "suspicious_codes.hpp"
#include "two_waves.hpp"

namespace ecpr::survey {

namespace {

/// "; wanted are the columns 'id', 'role' and 7 more": for a file that is none of ours.
std::string wanted_columns(const study::Study& study) {
  std::vector<std::string> names;
  const auto add = [&](const std::optional<std::string>& name) {
    if (name) names.push_back("'" + printable(*name) + "'");
  };
  add(study.input.id);
  add(study.grouping.column);
  add(study.input.wave_column);
  for (const auto& outcome : study.outcomes) {
    for (const auto& name : wanted_names(outcome, outcome.pre)) add(name);
  }
  constexpr std::size_t few = 6;
  if (names.empty()) return "";
  if (names.size() > few) {
    const std::string rest = fmt::format("{} more", names.size() - few);
    names.resize(few);
    names.push_back(rest);
  }
  return "; wanted is a file with the columns " + listed(names);
}

Table open_file(const study::Source& source, const study::Study& study, bool hash) try {
  return Table(csv::Reader::open(source.path, {source.delimiter, source.encoding, hash}), source.platform);
} catch (const csv::OtherFormat& error) {
  throw InputError(error.what() + wanted_columns(study));
}

std::vector<Table> open_files(const study::Study& study, bool hash) {
  std::vector<Table> tables;
  for (const auto& source : study.input.sources()) tables.push_back(open_file(source, study, hash));
  return tables;
}

NumberSpelling number_spelling(const study::Source& source, const csv::Dialect& dialect) {
  if (!source.decimal) return {true, dialect.delimiter != ','};
  if (*source.decimal == ',') return {false, true, '.'};
  return {true, false, ','};
}

void summarize_file(const Table& table, bool hash, Survey& survey) {
  const csv::Reader& reader = table.reader();
  FileSummary& file = survey.files.emplace_back();
  file.name = reader.name();
  file.base_name = std::filesystem::path(reader.name()).filename().string();
  file.rows = table.rows();
  file.platform = table.platform().name;
  file.previews = table.previews();
  file.unfinished = table.unfinished();
  file.encoding = reader.dialect().encoding;
  file.delimiter = reader.dialect().delimiter;
  for (const auto& column : table.columns()) file.header.push_back(column.name);
  if (hash) file.sha256 = reader.sha256();
  for (auto& note : table.notes()) survey.notes.push_back(std::move(note));
  for (const auto line : reader.comment_lines())
    survey.notes.push_back(
        fmt::format("{}:{}: the line begins with '#' and is passed over as a comment", reader.name(), line));
  const auto report = [&](ProblemKind kind, std::optional<std::size_t> line) {
    const auto place = static_cast<std::uint8_t>(survey.files.size() - 1);
    if (line) survey.problems.add({static_cast<std::uint32_t>(*line), no_place, 0, 0, kind, place, 0}, "", "");
  };
  report(ProblemKind::misplaced_quote, reader.misplaced_quote_line());
  report(ProblemKind::invalid_text, reader.invalid_utf8_line());
  report(ProblemKind::undecodable_text, reader.undecodable_line());
}

bool is_recoded(const Layout& layout) {
  return std::any_of(layout.outcomes.begin(), layout.outcomes.end(), [](const study::Outcome& outcome) {
    return !outcome.recode_pre.empty() || !outcome.recode_post.empty();
  });
}

void read_file(Table& table, const study::Source& source, const MissingWords& missing, const IdRule& ids, Rows& rows,
               Survey& survey) {
  const std::size_t file = rows.stores.size();
  ReadingRules rules;
  rules.plan = &rows.layout->files[file];
  rules.missing = &missing;
  rules.ids = &ids;
  rules.file = static_cast<std::uint8_t>(file);
  rules.needs_wave = rows.layout->long_file;
  rules.delimiter = table.reader().dialect().delimiter;
  rules.spelling = number_spelling(source, table.reader().dialect());
  rules.answers = answer_rules(*rows.layout, missing, rules.spelling);
  if (is_recoded(*rows.layout)) {
    rules.post_answers = answer_rules(*rows.layout, missing, rules.spelling, true);
    if (rows.layout->long_file) rules.post_label = rows.study->input.wave_names->post;
  }
  read_rows(table, rules, rows.stores.emplace_back(), rows.people, survey.problems);
  if (table.rows() == 0) throw InputError(fmt::format("{}: the file has a header but no rows below it", table.name()));
}

void read_id_lists(const study::Input& input, const IdRule& ids, Rows& rows, Survey& survey) {
  if (input.repairs) {
    auto reader = csv::Reader::open(*input.repairs);
    auto list = read_repairs(reader, ids);
    rows.repairs = std::move(list.same);
    rows.two_people = std::move(list.different);
    if (list.undecided > 0)
      survey.notes.push_back(fmt::format("{}: {} not joined: the column same_person says neither yes nor no",
                                         *input.repairs, counted(list.undecided, "pair is", "pairs are")));
  }
  if (input.exclude) {
    auto reader = csv::Reader::open(*input.exclude);
    require_header(reader, rows, ids);
    rows.exclusions = read_exclusions(reader, ids);
  }
}

/// Throws, or in an audit notes, why nothing can be compared.
void require_waves(bool audit, const std::optional<std::string>& exclude, Survey& survey) {
  const auto answered = [&](int wave) {
    return std::any_of(survey.waves.begin(), survey.waves.end(), [&](int waves) { return (waves & wave) != 0; });
  };
  const std::string& first = survey.files.front().name;
  const std::string& last = survey.files.back().name;
  if (answered(1) && answered(2)) return;
  if (!answered(1) && !answered(2) && survey.excluded > 0) {
    const std::string everybody = fmt::format("{}: the list leaves out everybody who answered: {}", *exclude,
                                              counted(survey.excluded, "person", "people"));
    if (!audit) throw InputError(everybody);
    survey.obstacle = everybody;
    return;
  }
  const std::string reason = answered(1) ? fmt::format("{}: nobody has an answer in the post wave", last)
                                         : fmt::format("{}: nobody has an answer in the pre wave", first);
  if (!audit) throw InputError(reason);
  if (survey.obstacle.empty()) survey.obstacle = reason;
}

/// "the wave 'followup'", "the waves 'T3' and 'T4'": those of at least `fewest` rows by name, the others counted.
std::string waves_left_out(const Survey& survey, std::size_t fewest) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < survey.other_waves.size(); ++i) {
    if (survey.rows_of_other_wave[i] >= fewest) labels.push_back("'" + printable(survey.other_waves[i]) + "'");
  }
  const std::size_t unnamed = survey.other_waves.size() - labels.size();
  if (labels.empty()) return counted(unnamed, "other wave", "other waves");
  if (unnamed > 0) labels.push_back(counted(unnamed, "other", "others"));
  return (labels.size() == 1 ? "the wave " : "the waves ") + listed(labels);
}

/// A wave of few rows may be a slip in somebody's cell.
void describe_other_waves(Survey& survey) {
  constexpr std::size_t enough_rows = 5;
  if (survey.other_waves.empty()) return;
  const auto note = [&](std::size_t fewest) {
    return fmt::format("{}: {} of {} left out: neither pre nor post", survey.files[0].name,
                       counted(survey.other_wave_rows, "row", "rows"), waves_left_out(survey, fewest));
  };
  add_note_on_people(survey, note(0), note(enough_rows));
}

void report_incomplete(const Layout& layout, const std::vector<Table>& tables, Survey& survey) {
  for (const auto& one : layout.incomplete) {
    for (const auto& lack : one.lacks) {
      const auto line = static_cast<std::uint32_t>(tables[lack.file].reader().header_line());
      survey.problems.add({line, static_cast<std::uint32_t>(survey.remarks.size()), 0, 0,
                           ProblemKind::incomplete_instrument, static_cast<std::uint8_t>(lack.file)},
                          one.instrument, "");
      survey.remarks.push_back(
          {fmt::format("{} is left out: {}", one.instrument, lack.sentence),
           fmt::format("mend the header; or name the items' columns in their order: columns = [\"...\"] under "
                       "[[outcome]] with instrument = \"{0}\"; without {0}, name the outcomes that are wanted: "
                       "--instrument ID",
                       one.instrument)});
    }
  }
}

void describe_assumptions(Survey& survey) {
  for (const auto& outcome : survey.sources) {
    const auto& questionnaire = outcome.questionnaire;
    if (questionnaire.coding_assumed)
      survey.notes.push_back(fmt::format("{}: assuming coding \"{}\" ({}); --coding {}=NAME states another",
                                         outcome.name, questionnaire.coding, questionnaire.coding_meaning,
                                         questionnaire.id));
    if (questionnaire.order_assumed)
      survey.notes.push_back(fmt::format("{}: assuming item order \"{}\"; --order {}=NAME states another", outcome.name,
                                         questionnaire.order, questionnaire.id));
  }
}

}  // namespace

Survey read_survey(const study::Study& study, const ReadingOptions& options) {
  Survey survey;
  auto tables = open_files(study, options.hash);
  std::vector<Header> headers;
  for (const auto& table : tables) headers.emplace_back(table.name(), table.columns());
  const Layout layout = find_layout(study, headers);
  survey.notes = layout.notes;
  survey.wave_files = tables.size();
  survey.id_column = layout.id_column;
  survey.group_column = layout.group_column;
  survey.sources = layout.outcomes;
  Rows rows{&study, &layout, {}, {}, {}, {}, {}, {}, {}, {}, options.audit};
  const MissingWords missing(study.input.missing);
  const IdRule ids{study.input.match};
  const auto sources = study.input.sources();
  for (std::size_t file = 0; file < tables.size(); ++file) {
    read_file(tables[file], sources[file], missing, ids, rows, survey);
    summarize_file(tables[file], options.hash, survey);
    rows.file_names.push_back(tables[file].name());
    rows.sparse.push_back(tables[file].sparse());
    rows.header_lines.push_back(static_cast<std::uint32_t>(tables[file].reader().header_line()));
  }
  survey.wave_labels = rows.stores[0].wave_texts.texts();
  survey.blank_ids = survey.problems.count(ProblemKind::blank_id);
  settle_signs(rows, survey);
  find_counting_ids(rows, headers, survey);
  report_incomplete(layout, tables, survey);
  read_id_lists(study.input, ids, rows, survey);
  const Settled settled = settle(rows, survey);
  require_waves(options.audit, study.input.exclude, survey);
  constexpr std::size_t most_without_audit = 200'000;
  if (options.audit || survey.people() <= most_without_audit) find_near_misses(rows, settled, survey);
  find_suspicious_codes(rows, survey);
  find_mixed_answers(rows, settled, survey);
  find_similar_groups(study, layout, survey);
  if (options.audit) find_careless(rows, settled, survey);
  const auto fits = compare_waves(rows, settled, survey);
  score_outcomes(rows, settled, fits, options.item_sums, survey);
  auto ratings = rating_files(study);
  for (RatingFile& file : ratings) {
    Table table(csv::Reader::open(file.path, {{}, {}, options.hash}));
    file.place = survey.files.size();
    read_ratings(table, rows, file, survey.problems);
    summarize_file(table, options.hash, survey);
  }
  score_measures(rows, settled, ratings, survey);
  describe_other_waves(survey);
  describe_assumptions(survey);
  return survey;
}

}  // namespace ecpr::survey
