#include "id_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/impression.hpp"
#include "usual_columns.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

std::vector<std::string> own_names(const Header& header) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < header.names().size(); ++i)
    names.push_back(header.columns()[i].by_platform ? "" : header.name_leading_to(i));
  return names;
}

/// The columns of a wave that are looked at whatever stands in them.
std::vector<std::size_t> kept(const IdNames& names, bool post) {
  auto columns = post ? names.usual_post : names.usual_pre;
  if (const auto& fixed = post ? names.fixed_post : names.fixed_pre) columns.push_back(*fixed);
  if (names.trusted) columns.push_back(post ? names.trusted->second : names.trusted->first);
  return columns;
}

std::vector<ColumnValues> values_of(const study::Source& source, WaveValues values) {
  each_row(source, [&](auto cells) { values.add(cells); });
  return values.finished();
}

/// The rows of a long file by the label of their wave.
class LabelledValues {
 public:
  LabelledValues(const IdNames& names, std::size_t wave)
      : empty_(names.pre, kept(names, false), names.rule), wave_(wave) {}

  void add(std::span<const std::string_view> cells) {
    constexpr std::size_t most = 40;
    const std::string_view label = wave_ < cells.size() ? trimmed_unicode(cells[wave_]) : "";
    if (label.empty()) return;
    auto known = std::find(labels_.begin(), labels_.end(), label);
    if (known == labels_.end()) {
      if (labels_.size() == most) return;
      known = labels_.insert(labels_.end(), std::string(label));
      values_.push_back(empty_);
    }
    values_[static_cast<std::size_t>(known - labels_.begin())].add(cells);
  }

  std::optional<WavePlaces> waves(const std::optional<study::WaveNames>& names) const {
    try {
      return labels_.empty() ? std::nullopt : std::optional(find_waves(labels_, names, ""));
    } catch (const InputError&) {
      return std::nullopt;
    }
  }

  std::vector<ColumnValues> finished(std::size_t label) { return values_[label].finished(); }

 private:
  WaveValues empty_;
  std::size_t wave_;
  std::vector<std::string> labels_;
  std::vector<WaveValues> values_;
};

std::string quoted(const std::string& name) { return "'" + printable(name) + "'"; }

std::string as_option(const std::string& text) {
  const bool plain = text.find_first_of(" '\"\\$&();<>|*?#!`") == text.npos;
  return plain ? printable(text) : "\"" + printable(text) + "\"";
}

template <class Place>
std::string both(const Place& place, const IdNames& names) {
  const std::string pre = quoted(names.pre[place.pre]), post = quoted(names.post[place.post]);
  return pre == post ? pre : pre + " and " + post;
}

std::string words_for_candidates(const IdEvidence& evidence, const IdNames& names) {
  std::vector<std::string> parts;
  for (const auto& candidate : evidence.candidates)
    parts.push_back(parts.empty() ? fmt::format("{} by {}", counted(candidate.recur, "person recurs", "people recur"),
                                                both(candidate, names))
                                  : fmt::format("{} by {}", with_thousands(candidate.recur), both(candidate, names)));
  return listed(parts) + ", and these are not the same pairs";
}

std::vector<std::string> refused_names(const IdEvidence& evidence, NoId why, const IdNames& names) {
  constexpr std::size_t few = 4;
  std::vector<std::string> columns;
  for (const auto& one : evidence.refused) {
    if (one.why == why && columns.size() < few) columns.push_back(both(one, names));
  }
  return columns;
}

/// "'ID' counts the rows"; empty when nothing does.
std::string words_for_counters(const IdEvidence& evidence, const IdNames& names) {
  const auto counting = refused_names(evidence, NoId::counts_rows, names);
  if (counting.empty()) return "";
  return listed(counting) + (counting.size() == 1 ? " counts the rows" : " count the rows");
}

std::string words_for_refusals(const IdEvidence& evidence, const IdNames& names) {
  std::vector<std::string> parts;
  if (auto counters = words_for_counters(evidence, names); !counters.empty()) parts.push_back(std::move(counters));
  const auto new_ones = refused_names(evidence, NoId::nobody_recurs, names);
  if (!new_ones.empty())
    parts.push_back((parts.empty() ? "Nobody" : "nobody") + (" recurs by " + listed(new_ones, "or")));
  return fmt::format("{}", fmt::join(parts, ", and "));
}

}  // namespace

bool can_be_read_again(const std::vector<study::Source>& sources) {
  std::error_code ignored;
  return std::all_of(sources.begin(), sources.end(), [&](const study::Source& source) {
    return source.path != "-" && std::filesystem::is_regular_file(source.path, ignored);
  });
}

IdNames id_names(const std::vector<Header>& headers) {
  return {own_names(headers.front()),
          own_names(headers.back()),
          headers.front().all_usual(usual_ids),
          headers.back().all_usual(usual_ids),
          {},
          {},
          {},
          {},
          headers.size() == 1};
}

std::optional<IdEvidence> look_for_ids(const std::vector<study::Source>& sources, const IdNames& names,
                                       const std::optional<WaveColumn>& wave) {
  if (sources.size() > 1) {
    auto pre = values_of(sources[0], {names.pre, kept(names, false), names.rule});
    return judge_ids(pre, values_of(sources[1], {names.post, kept(names, true), names.rule}), names);
  }
  LabelledValues rows(names, wave->column);
  each_row(sources[0], [&](auto cells) { rows.add(cells); });
  const auto waves = rows.waves(wave->names);
  if (!waves) return std::nullopt;
  auto pre = rows.finished(waves->pre.front());
  return judge_ids(pre, rows.finished(waves->post.front()), names);
}

std::string words_for(const IdEvidence& evidence, const IdNames& names) {
  return evidence.candidates.empty() ? words_for_refusals(evidence, names) : words_for_candidates(evidence, names);
}

std::string words_for_first(const IdEvidence& evidence, const IdNames& names) {
  const IdCandidate& first = evidence.candidates.front();
  const std::string counters = words_for_counters(evidence, names);
  return fmt::format("{} of {} people recur{}{}", with_thousands(first.recur), with_thousands(first.fewer),
                     counters.empty() ? "" : "; ", counters);
}

std::string id_text(const IdCandidate& candidate, const IdNames& names) {
  const std::string &pre = names.pre[candidate.pre], &post = names.post[candidate.post];
  return pre == post ? pre : pre + ":" + post;
}

std::string own_numbers(const IdEvidence& evidence, const IdNames& names) {
  for (const auto& one : evidence.refused) {
    if (one.usual && one.why == NoId::counts_rows) return id_text({one.pre, one.post}, names);
  }
  return "";
}

std::string id_options(const IdEvidence& evidence, const IdNames& names) {
  std::vector<std::string> options;
  for (const auto& candidate : evidence.candidates) options.push_back("--id " + as_option(id_text(candidate, names)));
  if (!options.empty()) return listed(options, "or");
  const auto own = own_numbers(evidence, names);
  return own.empty() ? "--id COLUMN" : "--id COLUMN, or --id " + as_option(own) + " if these are people's own numbers";
}

}  // namespace ecpr::survey
