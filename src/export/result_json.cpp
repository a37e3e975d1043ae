#include "ecpr/export/result_json.hpp"

#include <ostream>
#include <string_view>
#include <variant>

#include "ecpr/export/result_fields.hpp"
#include "ecpr/study/option.hpp"
#include "json_files.hpp"
#include "json_problems.hpp"
#include "json_sections.hpp"
#include "json_writer.hpp"
#include "names.hpp"

namespace ecpr::catalogue {

using analysis::Analysis;
using survey::Survey;

namespace {

void write_inputs(JsonWriter& json, const Survey& survey) {
  json.key("inputs");
  json.array(survey.files,
             [&](const survey::FileSummary& file) { json.object([&] { write_file_members(json, file); }); });
}

/// A setting as a study file would say it; bounds are { "raw": 0.5 } or { "d_z": 0.3 }.
struct SettingWriter {
  JsonWriter& json;

  void operator()(std::monostate) const { json.null(); }
  void operator()(double number) const { json.number(number); }
  void operator()(std::uint64_t count) const { json.count(count); }
  void operator()(const std::string& text) const { json.text(text); }
  void operator()(const std::vector<std::string>& texts) const {
    json.array(texts, [&](const std::string& text) { json.text(text); });
  }
  void operator()(const EquivalenceBounds& bounds) const {
    json.object([&] { json.member(bounds.unit == BoundUnit::raw ? "raw" : "d_z", bounds.upper); });
  }
};

void write_settings(JsonWriter& json, const Analysis& analysis) {
  json.key("settings");
  json.object([&] {
    json.member("title", analysis.title);
    json.member("id", analysis.id_column);
    json.member("group", analysis.group_column);
    for (const auto& option : study::options()) {
      if (!option.in_force) continue;
      json.key(option.key);
      std::visit(SettingWriter{json}, option.in_force(analysis.settings));
    }
    json.member("cluster", analysis.settings.cluster_column);
  });
}

void write_participants(JsonWriter& json, const analysis::Participants& people) {
  json.key("participants");
  json.object([&] {
    json.member("pre", people.pre);
    json.member("post", people.post);
    json.member("matched", people.matched);
    json.member("pre_only", people.pre_only);
    json.member("post_only", people.post_only);
    json.member("duplicates", people.duplicates);
    json.member("repaired", people.repaired);
    json.member("excluded", people.excluded);
    json.key("exclusions");
    json.array(people.exclusions, [&](const analysis::ExcludedPeople& excluded) {
      json.object([&] {
        json.member("reason", excluded.reason);
        json.member("people", excluded.people);
      });
    });
  });
}

void write_groups(JsonWriter& json, const Analysis& analysis) {
  json.key("groups");
  json.array(analysis.group_counts, [&](const analysis::GroupCount& group) {
    json.object([&] {
      json.member("label", group.label);
      json.member("pre", group.pre);
      json.member("post", group.post);
      json.member("matched", group.matched);
    });
  });
}

void write_value(JsonWriter& json, const FieldValue& value) {
  struct Visitor {
    JsonWriter& json;
    void operator()(std::monostate) const { json.null(); }
    void operator()(const std::string& text) const { json.text(text); }
    void operator()(std::size_t count) const { json.count(count); }
    void operator()(double number) const { json.number(number); }
  };
  std::visit(Visitor{json}, value.content);
}

void write_results(JsonWriter& json, const Analysis& analysis) {
  json.key("results");
  json.array(analysis.comparisons, [&](const analysis::Comparison& comparison) {
    json.object([&] {
      for (const ResultField& field : result_fields()) {
        json.key(field.name);
        write_value(json, value_of(field, analysis, comparison));
      }
    });
  });
}

}  // namespace

void write_result_json(std::ostream& out, const Analysis& analysis, const Survey& survey, const JsonOptions& options) {
  JsonWriter json(out);
  json.object([&] {
    json.member("ecpr", options.version);
    json.member("schema", static_cast<std::size_t>(json_schema));
    write_inputs(json, survey);
    write_settings(json, analysis);
    write_participants(json, analysis.participants);
    write_groups(json, analysis);
    write_results(json, analysis);
    write_reliability(json, analysis);
    write_group_comparisons(json, analysis);
    write_attrition(json, analysis);
    write_reliable_change(json, analysis);
    write_measures(json, analysis);
    write_problem_counts(json, survey);
    json.key("notes");
    json.array(analysis.notes, [&](const std::string& note) { json.text(note); });
  });
  out << '\n';
}

}  // namespace ecpr::catalogue
