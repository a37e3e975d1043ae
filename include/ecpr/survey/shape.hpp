// How the columns of a survey's files hang together, as far as their names and values tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/survey/impression.hpp"

namespace ecpr::survey {

/// A column that was taken for something.
struct ColumnChoice {
  std::size_t column = 0;
  bool by_name = true;        ///< it bears a usual name; else by what stands in it
  std::string evidence = {};  ///< of ids that were taken by what stands in them: "6 of 8 people recur"
};

/// Columns that may hold the ids, where they are left open.
struct IdOffer {
  std::string text;      ///< as a study file calls them: "Email", "Email:Contact" where the files differ
  std::string evidence;  ///< "6 of 8 people recur by it"; or what it may be
};

/// Something that was asked in both waves: a column each, or one column of a long file.
struct Variable {
  std::string name;  ///< without its wave
  std::size_t pre = 0, post = 0;
  bool own_names = false;  ///< a study file must name the two columns apart: `name` does not lead to them
};

/// The shape of a study.
struct Shape {
  enum class Kind { two_files, long_file, wide_file };

  Kind kind = Kind::two_files;
  std::vector<std::optional<ColumnChoice>> ids, groups;  ///< per file
  std::vector<IdOffer> id_offers;                        ///< what may be the ids, where they are open
  std::string id_trouble;                                ///< why they are open: "'ID' counts the rows"
  std::vector<std::vector<std::size_t>> id_like;         ///< per file: columns that were taken for ids, or for none
  std::optional<ColumnChoice> wave;                      ///< of a long file
  std::vector<std::string>
      wave_labels;             ///< what stands in it, in order of first appearance; of a wide file those found
  bool waves_guessed = false;  ///< the usual words do not say which labels are pre and post
  std::optional<study::WaveNames> wave_names;  ///< two of the labels; in a wide file what stands for {wave}
  std::string column_pattern;                  ///< of a wide file: "{column}_{wave}"
  std::vector<Variable> variables;             ///< in order of their first columns; without ids, groups and waves
};

/// The shape of one file, or of two, pre and post; may read them again. Throws InputError when no two waves are found
/// in one file.
Shape shape_of(const std::vector<FileImpression>& files);

/// Whether the names of two files say that the second one is the earlier wave: "post.csv" and "pre.csv".
bool in_wrong_order(const std::string& first, const std::string& second);

/// Throws InputError: nothing in `file` was asked in two waves.
[[noreturn]] void refuse_without_waves(const FileImpression& file);

}  // namespace ecpr::survey
