// Where results go: standard output, or files that appear whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/cli/output_files.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::cli {

/// Writes one file: OutputFiles. Throws InputError when that fails, or when `path` is one of `inputs`.
void write_file(const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs,
                Readers readers = Readers::all);

/// Writes `bytes` to standard output.
void write_output(std::string_view bytes);

/// Writes `text` to standard output, of each line what ecpr::visible makes of it.
void write_lines(std::string_view text);

/// Says "ecpr: " and `message` on standard error, always in one line: the way that every message takes.
void tell(std::string_view message);

/// Columns of the terminal behind standard output; 100 when it is none.
std::size_t output_width();

/// Whether standard output takes bold and dim: on a terminal, without NO_COLOR.
bool output_is_styled();

/// Notes and warnings on standard error, unless `quiet`. Throws ProblemsFound under `strict` when there are problems
/// that the study does not settle.
void report_problems(const survey::Survey& survey, const study::Study& study, bool quiet, bool strict);

}  // namespace ecpr::cli
