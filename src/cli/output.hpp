// Where results go: standard output, or files that appear whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::cli {

/// Throws InputError when nothing can be written at `path`, because it is a folder, lies in none, or is one of
/// `inputs`: asked before the work is done.
void check_target(const std::string& path, const std::vector<std::string>& inputs);

/// Writes `bytes` beside `path` and renames. Throws InputError when that fails, or when `path` is one of `inputs`.
void write_file(const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs);

/// Writes `bytes` to standard output.
void write_output(std::string_view bytes);

/// Columns of the terminal behind standard output; 100 when it is none.
std::size_t output_width();

/// Whether standard output takes bold and dim: on a terminal, without NO_COLOR.
bool output_is_styled();

/// Notes and warnings on standard error, unless `quiet`. Throws ProblemsFound under `strict` when there are problems
/// that the study does not settle.
void report_problems(const survey::Survey& survey, const study::Study& study, bool quiet, bool strict);

}  // namespace ecpr::cli
