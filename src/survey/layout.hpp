// Where in the files everything stands that the study needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"
#include "header.hpp"
#include "incomplete_items.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

/// What becomes of a cell.
enum class CellKind : std::uint8_t {
  answer,  ///< one byte: a place in the item's list of allowed answers
  number,  ///< a double: ready scores, items with fractions or a wide range
  text     ///< a number of a text: characteristics
};

/// One column of a file that is parsed, and where its cells go in a row of the store.
struct CellUse {
  std::uint32_t column = 0;
  std::uint32_t place = 0;    ///< among the cells of its kind
  std::uint16_t outcome = 0;  ///< its rule: place in Layout::outcomes, then in Layout::measures; unused for texts
  CellKind kind = CellKind::answer;
  bool post = false;  ///< stands in the wave after; false where the row says in which one
};

/// What is parsed of one file.
struct FilePlan {
  std::size_t id = 0;
  bool has_ids = true;  ///< false: every row is a rating of its own, and `id` means nothing
  std::optional<std::size_t> group, wave;
  std::vector<CellUse> cells;                       ///< by column
  std::size_t answers = 0, numbers = 0, texts = 0;  ///< cells per row

  /// Adds a cell and returns its place; the same column, kind and outcome are parsed once.
  std::uint32_t add(std::size_t column, CellKind kind, std::size_t outcome, bool post = false);
};

/// Where the items of every outcome stand in the rows of one wave: places among the answers (or numbers) of a row.
struct WaveCells {
  std::size_t file = 0;
  std::vector<std::vector<std::uint32_t>> items;    ///< per outcome, in item order; one place for a ready score
  std::vector<std::vector<std::uint32_t>> columns;  ///< the same as places in the header
};

/// All of it.
struct Layout {
  std::vector<study::Outcome> outcomes;  ///< the study's, or the recognized ones
  std::vector<FilePlan> files;
  WaveCells pre, post;
  bool long_file = false;                                                  ///< waves stand in a column
  std::vector<std::vector<std::optional<std::uint32_t>>> characteristics;  ///< per characteristic and file
  std::vector<std::optional<std::uint32_t>> clusters;                      ///< per file; empty without a cluster column
  std::vector<study::Outcome> measures;                                    ///< the study's, as scales
  std::vector<std::vector<std::uint32_t>> measure_items;  ///< per measure of a wave, like those of outcomes
  std::vector<IncompleteItems> incomplete;                ///< instruments that are left out
  std::string id_column, group_column;
  bool ids_named = true;           ///< the study says which columns hold the ids; else they were guessed
  std::vector<std::string> notes;  ///< what was guessed
};

/// Whether the items of `outcome` are kept as bytes (else as numbers).
bool is_coded(const study::Outcome& outcome);

/// Finds every column of `study` in `headers` (pre and post, or the one file).
/// Throws InputError for what is missing, UsageError for a coding that must be stated.
Layout find_layout(const study::Study& study, const std::vector<Header>& headers);

}  // namespace ecpr::survey
