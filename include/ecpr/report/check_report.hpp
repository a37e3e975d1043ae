// What was read, before anything is analysed: files, people, outcomes, groups, problems and how to mend them.
#pragma once

#include "ecpr/document/document.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// A page about the data: the files as they were read, who answered when, how many answers each outcome has, and per
/// kind of problem its count, its first 5 cases and what would settle them.
document::Document check_report(const survey::Survey& survey, const study::Study& study);

}  // namespace ecpr::report
