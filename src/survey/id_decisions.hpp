// What the user has decided about ids: who is one person under two ids, and who is left out.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "id_lists.hpp"
#include "settle.hpp"

namespace ecpr::survey {

/// Whether a row counts in a wave: a wave's number, both, or none of the two.
inline constexpr std::uint8_t in_pre = 1, in_post = 2;

/// In which waves a row of a file counts.
using WaveOfRow = std::function<std::uint8_t(std::size_t file, std::uint32_t row)>;

/// Gives the rows after of every repaired id to the person before. Per person: whether rows were given to them.
/// Repairs that find no rows become a note.
std::vector<bool> join_repaired(const WaveOfRow& wave_of, Rows& rows, Survey& survey);

/// Per person a place in Rows::exclusions, or no_place. Excluded ids that occur in no row become a note.
std::vector<std::uint32_t> find_excluded(const Rows& rows, Survey& survey);

/// Throws InputError when a list of ids begins with an id instead of a header.
void require_header(const csv::Reader& list, const Rows& rows, const IdRule& rule);

}  // namespace ecpr::survey
