#include "incomplete_items.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

/// The columns of one wave, without their wave.
struct WaveColumns {
  const Header* header;
  std::size_t file;
  std::vector<std::string> names;
  const WaveSpelling* spelling = nullptr;  ///< null: plain names
  bool post = false;

  std::string spelt(const std::string& name) const { return spelling ? spelling->spelt(name, post) : name; }
};

WaveColumns wave_columns(const Header& header, const WaveSpelling& spelling, bool post) {
  return {&header, 0, columns_of_wave(header, spelling, post), &spelling, post};
}

/// Columns that are none of the items that were found, nor the first missing one in the other wave.
std::vector<std::string> other_columns(const WaveColumns& wave, const instruments::PartlyFound& items) {
  std::vector<std::string> others = wave.header->names();
  for (const auto place : items.columns) std::erase(others, wave.spelt(wave.names[place]));
  if (wave.spelling) std::erase(others, wave.spelling->spelt(items.missing[0], !wave.post));
  return others;
}

std::string sentence(const WaveColumns& wave, const std::string& instrument, const instruments::PartlyFound& items) {
  constexpr std::size_t few = 5;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < std::min(few, items.missing.size()); ++i)
    missing.push_back("'" + printable(wave.spelt(items.missing[i])) + "'");
  if (items.missing.size() > few) missing.push_back(fmt::format("{} more", items.missing.size() - few));
  return fmt::format("{} of the {} items of {} are there, but not {}{}", items.columns.size(),
                     items.columns.size() + items.missing.size(), instrument, listed(missing),
                     did_you_mean(wave.spelt(items.missing[0]), other_columns(wave, items)));
}

struct Attempt {
  IncompleteItems items;
  std::size_t found = 0;
};

/// What is known of an instrument in both waves; nothing when it is complete in both, or hardly there in one.
std::vector<Attempt> attempts(const WaveColumns& pre, const WaveColumns& post, const std::string& wanted) {
  std::vector<Attempt> result;
  if (pre.names.size() < 2 || post.names.size() < 2) return result;
  const auto before = instruments::partly_found(pre.names), after = instruments::partly_found(post.names);
  for (const auto& first : before) {
    if (!wanted.empty() && first.instrument != wanted) continue;
    const auto second = std::find_if(after.begin(), after.end(),
                                     [&](const auto& other) { return other.instrument == first.instrument; });
    if (second == after.end() || first.missing.size() + second->missing.size() == 0) continue;
    Attempt attempt{{first.instrument, {}, {}}, first.columns.size() + second->columns.size()};
    for (const auto place : first.columns)
      attempt.items.columns.push_back(pre.header->require(pre.spelt(pre.names[place])));
    if (!first.missing.empty()) attempt.items.lacks.push_back({pre.file, sentence(pre, first.instrument, first)});
    const bool same = pre.header == post.header && !pre.spelling;
    if (!second->missing.empty() && !same)
      attempt.items.lacks.push_back({post.file, sentence(post, first.instrument, *second)});
    result.push_back(std::move(attempt));
  }
  return result;
}

std::size_t most_found(const std::vector<Attempt>& attempts) {
  std::size_t most = 0;
  for (const auto& attempt : attempts) most = std::max(most, attempt.found);
  return most;
}

/// In the spelling of the waves under which most items are found.
std::vector<Attempt> wide_attempts(const study::Input& input, const Header& header, const std::string& wanted) {
  std::vector<Attempt> best;
  for (const auto& spelling : wave_spellings(input)) {
    auto found = attempts(wave_columns(header, spelling, false), wave_columns(header, spelling, true), wanted);
    if (most_found(found) > most_found(best)) best = std::move(found);
  }
  if (best.empty()) return attempts({&header, 0, header.names()}, {&header, 0, header.names()}, wanted);
  return best;
}

}  // namespace

std::vector<IncompleteItems> incomplete_items(const study::Input& input, const WaveFiles& files,
                                              const std::string& wanted) {
  const Header &first = files.headers->front(), &last = files.headers->back();
  const bool wide = files.headers->size() == 1 && !files.long_file;
  auto found = files.spelling ? attempts(wave_columns(first, *files.spelling, false),
                                         wave_columns(first, *files.spelling, true), wanted)
               : wide         ? wide_attempts(input, first, wanted)
                      : attempts({&first, 0, first.names()}, {&last, files.headers->size() - 1, last.names()}, wanted);
  std::stable_sort(found.begin(), found.end(), [](const Attempt& a, const Attempt& b) { return a.found > b.found; });
  std::vector<IncompleteItems> result;
  for (auto& attempt : found) result.push_back(std::move(attempt.items));
  return result;
}

}  // namespace ecpr::survey
