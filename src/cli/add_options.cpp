#include <CLI/CLI.hpp>

#include "ecpr/base/text.hpp"
#include "ecpr/survey/platform.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

void add_repeatable(CLI::App& command, const char* name, std::vector<std::string>& values, const char* help,
                    const char* type) {
  command.add_option(name, values, help)->allow_extra_args(false)->type_name(type)->group("Input");
}

void add_one(CLI::App& command, const char* name, std::optional<std::string>& value, const char* help, const char* type,
             const char* group = "Input") {
  command.add_option(name, value, help)->type_name(type)->group(group);
}

std::string platform_list() {
  std::vector<std::string> names;
  for (const auto& platform : survey::platforms()) names.emplace_back(platform.name);
  return "What wrote the files: " + listed(names, "or") + " (found by itself)";
}

}  // namespace

void add_study_options(CLI::App& command, StudyOptions& options) {
  command
      .add_option("FILE", options.file,
                  "Study file (.toml), or a CSV file that holds both waves, or - for standard input")
      ->type_name("");
  add_one(command, "--pre", options.pre, "Answers before, one row per person", "FILE");
  add_one(command, "--post", options.post, "Answers after, one row per person", "FILE");
  add_one(command, "--id", options.id, "Column with the participants' ids", "COLUMN or PRE:POST");
  add_one(command, "--group", options.group, "Column with the groups", "COLUMN");
  add_one(command, "--wave", options.wave, "Column with the wave, of a file with one row per person and wave",
          "COLUMN");
  add_one(command, "--pre-label", options.pre_label, "How the first wave is called", "LABEL");
  add_one(command, "--post-label", options.post_label, "How the second wave is called", "LABEL");
  add_repeatable(command, "--instrument", options.instruments,
                 "Questionnaire to score, and its columns with {item} for the number; repeatable",
                 "ID[=PATTERN] or FILE.toml[=PATTERN]");
  add_repeatable(command, "--outcome", options.outcomes, "Score that is already there; repeatable",
                 "NAME=COLUMN or NAME=PRE:POST");
  add_repeatable(command, "--higher-is-better", options.higher_is_better, "Direction of an --outcome; repeatable",
                 "NAME");
  add_repeatable(command, "--lower-is-better", options.lower_is_better, "Direction of an --outcome; repeatable",
                 "NAME");
  add_repeatable(command, "--coding", options.codings, "What the lowest code of an instrument means; repeatable",
                 "ID=NAME");
  add_repeatable(command, "--order", options.orders, "Item order of an instrument's form; repeatable", "ID=NAME");
  add_repeatable(command, "--same-form", options.same_form,
                 "Outcome whose two waves had one form, though their answers do not look so; repeatable", "NAME");
  add_one(command, "--cluster", options.cluster, "Column that says who was trained together", "COLUMN");
  add_one(command, "--group-order", options.group_order, "Groups in this order", "A,B,C");
  add_repeatable(command, "--missing", options.missing, "Text or code that means no answer; repeatable", "CODE");
  add_one(command, "--delimiter", options.delimiter, "Character between cells, or tab", "CHARACTER");
  add_one(command, "--decimal", options.decimal, "Decimal mark, . or ,", "CHARACTER");
  add_one(command, "--encoding", options.encoding, "Encoding of the files, such as windows-1252", "NAME");
  add_one(command, "--platform", options.platform, platform_list().c_str(), "NAME");
  add_one(command, "--match", options.match,
          "When ids are the same: trimmed (blanks at the ends aside), folded (whatever their case), bytes (trimmed)",
          "HOW");
  add_one(command, "--repairs", options.repairs, "CSV with post_id and pre_id: two ids of one person", "FILE");
  add_one(command, "--exclude", options.exclude, "CSV with id and reason: people who are left out", "FILE");
  add_one(command, "--duplicates", options.duplicates, "Which row of a person counts: first, last or most-complete",
          "WHICH");
  command.add_flag("--strict", options.strict,
                   "Stop with exit code 3 when anything in the data is not as it should be");
  command.add_flag("-q,--quiet", options.quiet, "No notes and warnings on standard error");
}

void add_choice_options(CLI::App& command, ChoiceOptions& options) {
  const char* group = "Analysis";
  add_one(command, "--confidence", options.confidence, "Level of the confidence intervals (0.95)", "SHARE", group);
  add_one(command, "--alpha", options.alpha, "Significant is a P value below this (0.05)", "SHARE", group);
  add_one(command, "--adjust", options.adjust, "P values adjusted by holm, bh, bonferroni or none (holm)", "METHOD",
          group);
  add_one(command, "--effect-size", options.effect_sizes, "Any of d_z, d_av, d_rm, d_pre, g_z, g_av (d_z)", "LIST",
          group);
  add_one(command, "--d-av-ci", options.d_av_ci, "Interval of d_av: algina-keselman or bonett", "METHOD", group);
  add_one(command, "--equivalence", options.equivalence,
          "Largest change that does not matter, in score units or d_z: tested by TOST", "RAW or d_z:X", group);
  add_one(command, "--bootstrap", options.bootstrap, "Resamples for BCa intervals, 100 or more (none)", "N", group);
  add_one(command, "--seed", options.seed, "Seed of the resamples (20210)", "N", group);
  add_one(command, "--threads", options.threads, "Threads that share the work, whatever the number the same results",
          "N", group);
  add_one(command, "--min-cell", options.min_cell, "Groups with fewer pairs are shown as n only", "N", group);
  add_one(command, "--style", options.style, "Number style: jmir or apa (jmir)", "STYLE", group);
}

}  // namespace ecpr::cli
