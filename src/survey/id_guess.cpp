#include "id_guess.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "ecpr/base/number.hpp"
#include "id_search.hpp"

namespace ecpr::survey {

namespace {

std::string evidence_for(const IdCandidate& candidate) {
  return fmt::format("{} of {} people recur", with_thousands(candidate.recur), with_thousands(candidate.fewer));
}

/// Whatever looks like an id is no answer.
void remember(const IdEvidence& evidence, Shape& shape) {
  const auto add = [&](const auto& places) {
    for (const auto& place : places) {
      shape.id_like.front().push_back(place.pre);
      shape.id_like.back().push_back(place.post);
    }
  };
  add(evidence.candidates);
  add(evidence.agreeing);
  add(evidence.refused);
}

void leave_open(const IdEvidence& evidence, const IdNames& names, Shape& shape) {
  shape.ids.assign(shape.ids.size(), std::nullopt);
  shape.id_trouble = words_for(evidence, names);
  for (const auto& candidate : evidence.candidates)
    shape.id_offers.push_back({id_text(candidate, names), evidence_for(candidate) + " by it"});
  const std::string own = own_numbers(evidence, names);
  if (shape.id_offers.empty() && !own.empty())
    shape.id_offers.push_back({own, "people's own numbers? " + shape.id_trouble});
}

void take_first(const IdEvidence& evidence, const IdNames& names, Shape& shape) {
  const IdCandidate& best = evidence.candidates.front();
  const std::string why = best.usual ? "" : words_for_first(evidence, names);
  shape.ids.front() = ColumnChoice{best.pre, best.usual, why};
  shape.ids.back() = ColumnChoice{best.post, best.usual, why};
}

void choose_in_waves(const std::vector<FileImpression>& files, const std::vector<Header>& headers, Shape& shape) {
  std::vector<study::Source> sources;
  for (const auto& file : files) sources.push_back(file.source);
  const IdNames names = id_names(headers);
  const auto wave = shape.wave ? std::optional(WaveColumn{shape.wave->column, shape.wave_names}) : std::nullopt;
  const auto evidence = look_for_ids(sources, names, wave);
  if (!evidence) return;
  remember(*evidence, shape);
  if (evidence->is_open()) return leave_open(*evidence, names, shape);
  take_first(*evidence, names, shape);
}

/// The first column, or the first one of texts, whose values are all different.
void choose_in_wide_file(const FileImpression& file, const Header& header, Shape& shape) {
  const IdNames names = id_names({header});
  WaveValues all(names.pre, {}, {});
  each_row(file.source, [&](auto cells) { all.add(cells); });
  for (const auto& values : all.finished()) {
    const bool first = values.column == 0, texts = file.columns[values.column].numbers == 0;
    const bool filled = 2 * values.filled >= values.rows && values.filled >= 2;
    if (!filled || values.different != values.filled || values.fractions || values.times || !(first || texts)) continue;
    shape.ids[0] = ColumnChoice{values.column, false, ""};
    return;
  }
}

}  // namespace

void guess_ids(const std::vector<FileImpression>& files, const std::vector<Header>& headers, Shape& shape) {
  if (shape.kind == Shape::Kind::wide_file) {
    if (!shape.ids[0]) choose_in_wide_file(files[0], headers[0], shape);
  } else if (shape.kind == Shape::Kind::two_files || shape.wave_names) {
    choose_in_waves(files, headers, shape);
  }
}

}  // namespace ecpr::survey
