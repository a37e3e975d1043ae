#include "id_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "id_search.hpp"
#include "usual_columns.hpp"

namespace ecpr::survey {

namespace {

using Places = std::vector<std::optional<std::size_t>>;

std::string quoted(const std::string& name) { return "'" + printable(name) + "'"; }

Places named_ids(const study::Study& study, const std::vector<Header>& headers) {
  const auto sources = study.input.sources();
  Places places;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    auto& place = places.emplace_back();
    if (sources[file].id) {
      place = headers[file].require(*sources[file].id);
    } else if (study.input.id) {
      place = headers[file].require(headers[file].side_of(*study.input.id, file > 0));
    }
  }
  return places;
}

/// The first column that people filled in, and not the platform.
const std::string& first_answered(const Header& header) {
  const auto& columns = header.columns();
  const auto own =
      std::find_if(columns.begin(), columns.end(), [](const ColumnName& column) { return !column.by_platform; });
  return own == columns.end() ? header.names()[0] : own->name;
}

[[noreturn]] void ask_for_column(const Header& header) {
  throw InputError(
      fmt::format("{}: which column holds the participants' ids? Say --id COLUMN, or id = \"...\" under "
                  "[input]; the first column is {}",
                  header.file(), quoted(first_answered(header))));
}

[[noreturn]] void ask(const IdEvidence& evidence, const IdNames& names, const std::vector<Header>& headers) {
  const std::string words = words_for(evidence, names);
  for (const auto& header : headers) header.find_usual(usual_ids);  // refuses two columns of one name
  if (words.empty()) ask_for_column(headers[0]);
  const std::string files = headers.size() == 1 ? headers[0].file() : headers[0].file() + " and " + headers[1].file();
  throw InputError(fmt::format("{}: which column holds the participants' ids? {}; say {} (id = \"...\" under [input])",
                               files, words, id_options(evidence, names)));
}

std::string taken(const Header& header, std::size_t place, const std::string& evidence = "") {
  return fmt::format("{}: taking column {} for the participants' ids{}", header.file(), quoted(header.names()[place]),
                     evidence);
}

IdChoice by_names(const std::vector<Header>& headers, const Places& named) {
  IdChoice choice;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    const auto place = named[file] ? named[file] : headers[file].find_usual(usual_ids);
    if (!place) ask_for_column(headers[file]);
    choice.places.push_back(*place);
    choice.notes.push_back(named[file] ? "" : taken(headers[file], *place));
  }
  return choice;
}

/// Whether only names count: the ids have usual ones, and nobody recurs, which is said where the pairs are looked for.
bool names_decide(const IdEvidence& evidence) {
  const auto& refused = evidence.refused;
  return evidence.candidates.empty() &&
         std::any_of(refused.begin(), refused.end(),
                     [](const RefusedId& one) { return one.usual && one.why == NoId::nobody_recurs; }) &&
         std::none_of(refused.begin(), refused.end(),
                      [](const RefusedId& one) { return one.why == NoId::counts_rows; });
}

IdChoice by_evidence(const IdEvidence& evidence, const IdNames& names, const std::vector<Header>& headers,
                     const Places& named) {
  const IdCandidate& best = evidence.candidates.front();
  const std::string why = best.usual ? "" : ": " + words_for_first(evidence, names);
  IdChoice choice;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    choice.places.push_back(file == 0 ? best.pre : best.post);
    choice.notes.push_back(named[file] ? "" : taken(headers[file], choice.places.back(), why));
  }
  return choice;
}

}  // namespace

IdChoice choose_ids(const study::Study& study, const std::vector<Header>& headers,
                    const std::optional<std::size_t>& wave) {
  const Places named = named_ids(study, headers);
  const auto sources = study.input.sources();
  const bool all_named = std::all_of(named.begin(), named.end(), [](const auto& place) { return place.has_value(); });
  const bool wide = headers.size() == 1 && !wave;
  if (all_named || wide || !can_be_read_again(sources)) return by_names(headers, named);
  IdNames names = id_names(headers);
  names.rule.match = study.input.match;
  names.fixed_pre = named.front();
  names.fixed_post = named.back();
  const auto column = wave ? std::optional(WaveColumn{*wave, study.input.wave_names}) : std::nullopt;
  const auto evidence = look_for_ids(sources, names, column);
  if (!evidence || names_decide(*evidence)) return by_names(headers, named);
  if (evidence->is_open()) ask(*evidence, names, headers);
  return by_evidence(*evidence, names, headers, named);
}

std::optional<BetterIds> better_ids(const study::Study& study, const std::vector<Header>& headers,
                                    const std::vector<std::size_t>& ids) {
  const auto sources = study.input.sources();
  if (sources.size() < 2 || !can_be_read_again(sources)) return std::nullopt;
  IdNames names = id_names(headers);
  names.rule.match = study.input.match;
  names.trusted = {ids.front(), ids.back()};
  const auto evidence = look_for_ids(sources, names, std::nullopt);
  if (evidence->candidates.size() < 2) return std::nullopt;
  const auto &now = evidence->candidates[0], &better = evidence->candidates[1];
  return BetterIds{id_text(better, names), id_options({{better}, {}, {}}, names), better.recur, now.recur};
}

}  // namespace ecpr::survey
