#include "ecpr/export/check_json.hpp"

#include <ostream>

#include "ecpr/export/result_json.hpp"
#include "ecpr/survey/careless.hpp"
#include "ecpr/survey/flow.hpp"
#include "ecpr/survey/notes.hpp"
#include "json_files.hpp"
#include "json_problems.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

using survey::Flow;
using survey::Survey;

namespace {

void write_inputs(JsonWriter& json, const Survey& survey) {
  json.key("inputs");
  json.array(survey.files, [&](const survey::FileSummary& file) {
    json.object([&] {
      write_file_members(json, file);
      json.member("columns", file.header.size());
      json.member("platform", file.platform);
      json.member("previews", file.previews);
      json.member("unfinished", file.unfinished);
    });
  });
}

void write_flow(JsonWriter& json, const Flow& flow) {
  json.member("pre", flow.pre);
  json.member("post", flow.post);
  json.member("matched", flow.matched);
  json.member("pre_only", flow.pre_only);
  json.member("post_only", flow.post_only);
}

void write_participants(JsonWriter& json, const Survey& survey) {
  json.key("participants");
  json.object([&] {
    write_flow(json, flow_of(survey));
    json.member("duplicates", survey.duplicates);
    json.member("blank_ids", survey.blank_ids);
    json.member("repaired", survey.repaired);
    json.member("repairs_proposed", survey.near_misses.size());
    json.member("excluded", survey.excluded);
    json.key("exclusions");
    json.array(survey.exclusions, [&](const survey::Exclusion& exclusion) {
      json.object([&] {
        json.member("reason", exclusion.reason);
        json.member("people", exclusion.people);
      });
    });
  });
}

void write_groups(JsonWriter& json, const Survey& survey) {
  const auto flows = flow_of_groups(survey);
  json.key("groups");
  json.array(survey.groups, [&](const std::string& label) {
    json.object([&] {
      json.member("label", label);
      write_flow(json, flows[static_cast<std::size_t>(&label - survey.groups.data())]);
    });
  });
}

void write_columns(JsonWriter& json, const survey::FileSummary& file, const std::vector<std::uint32_t>& places) {
  json.array(places, [&](std::uint32_t place) { json.text(file.header[place]); });
}

/// What stood where an answer should and cannot be used, each value once.
void write_values(JsonWriter& json, const Survey& survey, std::size_t source) {
  std::vector<survey::ProblemLog::ValueCount> values;
  for (const auto& value : survey.problems.values()) {
    if (value.outcome == source) values.push_back(value);
  }
  json.key("unusable");
  json.array(values, [&](const auto& value) {
    json.object([&] {
      json.member("kind", name_of(value.kind));
      json.member("value", survey.problems.text(value.value));
      json.member("count", value.count);
    });
  });
}

void write_outcomes(JsonWriter& json, const Survey& survey) {
  json.key("outcomes");
  json.array(survey.sources, [&](const study::Outcome& outcome) {
    const auto source = static_cast<std::size_t>(&outcome - survey.sources.data());
    const survey::AnswerSummary& answers = survey.answers[source];
    json.object([&] {
      json.member("outcome", outcome.name);
      json.member("label", outcome.label);
      json.key("pre_columns");
      write_columns(json, survey.files.front(), answers.pre_columns);
      json.key("post_columns");
      write_columns(json, survey.files[survey.wave_files - 1], answers.post_columns);
      json.member("pre_answers", answers.pre);
      json.member("post_answers", answers.post);
      json.member("out_of_range", answers.out_of_range);
      json.member("unreadable", answers.unreadable);
      write_values(json, survey, source);
    });
  });
}

void write_repairs(JsonWriter& json, const Survey& survey) {
  json.key("repairs");
  json.array(survey.near_misses, [&](const survey::NearMiss& pair) {
    json.object([&] {
      json.member("post_id", survey.ids[pair.post]);
      json.member("pre_id", survey.ids[pair.pre]);
      json.member("same_person", is_sure(pair) ? "yes" : "");
      json.member("why", words_for(pair));
      json.member("post_line", static_cast<std::size_t>(survey.post_line[pair.post]));
      json.member("pre_line", static_cast<std::size_t>(survey.pre_line[pair.pre]));
    });
  });
}

void write_careless(JsonWriter& json, const Survey& survey) {
  json.key("careless");
  json.array(survey.careless, [&](const survey::CarelessAnswers& answers) {
    json.object([&] {
      json.member("kind", name_of(answers.kind));
      json.member("file", file_of(survey, answers).base_name);
      json.member("line", static_cast<std::size_t>(line_of(survey, answers)));
      json.member("id", survey.ids[answers.person]);
      json.member("wave", answers.post ? "post" : "pre");
      json.member("message", survey::sentence(survey, answers, true));
    });
  });
}

}  // namespace

void write_check_json(std::ostream& out, const Survey& survey, const CheckJsonOptions& options) {
  JsonWriter json(out);
  json.object([&] {
    json.member("ecpr", options.version);
    json.member("schema", static_cast<std::size_t>(json_schema));
    json.member("obstacle", survey.obstacle);
    write_inputs(json, survey);
    write_participants(json, survey);
    write_groups(json, survey);
    write_outcomes(json, survey);
    write_repairs(json, survey);
    write_careless(json, survey);
    write_problems(json, survey, options.ids ? PeopleShown::yes : PeopleShown::no);
    json.key("notes");
    json.array(notes_without_folders(survey), [&](const std::string& note) { json.text(note); });
  });
  out << '\n';
}

}  // namespace ecpr::catalogue
