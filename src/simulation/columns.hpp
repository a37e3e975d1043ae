// Which columns the files of a made-up study have, and what stands in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// What a column holds.
enum class Content { id, wave, group, cluster, characteristic, answer };

struct Column {
  std::string name;
  Content content;
  std::size_t place = 0;           ///< of the characteristic, or of the outcome
  std::size_t item = 0;            ///< of an answer
  bool pre = false, post = false;  ///< waves of an answer; both only in a long file
  bool once = false;               ///< asked at one wave only: without change
};

/// One file: its columns, and which wave its rows are of (both: wide; otherwise a row per person and wave).
struct FileLayout {
  std::string name;
  std::vector<Column> columns;
  bool pre = true, post = true;
  bool long_rows = false;  ///< rows of both waves, one after the other
};

/// The files of `study`. A column that several outcomes share is the first one's.
/// Throws InputError for files that are no plain comma-separated files.
std::vector<FileLayout> file_layouts(const study::Study& study);

/// The labels of the waves in a long file or in the names of wide columns.
study::WaveNames wave_names(const study::Input& input);

}  // namespace ecpr::simulation
