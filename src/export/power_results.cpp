#include "ecpr/export/power_results.hpp"

#include <ostream>
#include <vector>

#include "ecpr/base/number.hpp"
#include "ecpr/csv/writer.hpp"
#include "ecpr/export/result_json.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

using analysis::Analysis;
using analysis::DetectableChange;
using analysis::PowerAnswer;

namespace {

std::string text(const Defined<double>& value) { return value ? shortest(*value) : ""; }

std::string found(const PowerAnswer& answer) {
  if (!answer.plan.n) return "n_pairs";
  return answer.plan.d_z ? "power" : "d_z";
}

std::string group_of(const Analysis& analysis, const DetectableChange& change) {
  return change.group ? analysis.groups[*change.group] : "";
}

const std::string& note_of(const DetectableChange& change) {
  return change.d_z ? change.change.reason() : change.d_z.reason();
}

void write_head(JsonWriter& json, const std::string& version) {
  json.member("ecpr", version);
  json.member("schema", static_cast<std::size_t>(json_schema));
}

}  // namespace

void write_power_csv(std::ostream& out, const PowerAnswer& answer) {
  csv::Writer writer(out);
  writer.row({"n_pairs", "d_z", "d_av", "change", "power", "alpha"});
  writer.row({answer.n ? std::to_string(*answer.n) : "", text(answer.d_z), text(answer.d_av), text(answer.change),
              text(answer.power), shortest(answer.plan.alpha)});
}

void write_power_json(std::ostream& out, const PowerAnswer& answer, const std::string& version) {
  JsonWriter json(out);
  json.object([&] {
    write_head(json, version);
    json.member("found", found(answer));
    json.member("n_pairs", *answer.n);
    json.member("d_z", answer.d_z);
    json.member("d_av", answer.d_av);
    json.member("change", answer.change);
    json.member("power", answer.power);
    json.member("alpha", answer.plan.alpha);
  });
  out << '\n';
}

void write_power_csv(std::ostream& out, const Analysis& analysis, double power, double alpha) {
  csv::Writer writer(out);
  writer.row({"outcome", "label", "group", "n_pairs", "alpha", "power", "d_z", "sd_change", "change", "note"});
  for (const auto& change : analysis::detectable_changes(analysis, power, alpha)) {
    const auto& outcome = analysis.outcomes[change.outcome];
    writer.row({outcome.name, outcome.label, group_of(analysis, change), std::to_string(change.n), shortest(alpha),
                shortest(power), text(change.d_z), text(change.sd_change), text(change.change), note_of(change)});
  }
}

void write_power_json(std::ostream& out, const Analysis& analysis, double power, double alpha,
                      const std::string& version) {
  JsonWriter json(out);
  json.object([&] {
    write_head(json, version);
    json.member("alpha", alpha);
    json.member("power", power);
    json.key("results");
    json.array(analysis::detectable_changes(analysis, power, alpha), [&](const DetectableChange& change) {
      const auto& outcome = analysis.outcomes[change.outcome];
      json.object([&] {
        json.member("outcome", outcome.name);
        json.member("label", outcome.label);
        json.member("group", group_of(analysis, change));
        json.member("n_pairs", change.n);
        json.member("d_z", change.d_z);
        json.member("sd_change", change.sd_change);
        json.member("change", change.change);
        json.member("note", note_of(change));
      });
    });
  });
  out << '\n';
}

}  // namespace ecpr::catalogue
