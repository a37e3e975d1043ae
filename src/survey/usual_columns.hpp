// What columns of ids, groups and waves are usually called: letters and digits alone, in lower case.
#pragma once

#include <string_view>
#include <vector>

namespace ecpr::survey {

inline const std::vector<std::string_view> usual_ids = {"id",         "participantid", "participant", "participantcode",
                                                        "subjectid",  "subject",       "recordid",    "respondentid",
                                                        "personid",   "studyid",       "pid",         "code",
                                                        "caseid",     "memberid",      "userid",      "uniqueid",
                                                        "respondent", "person",        "idcode",      "subjid"};
inline const std::vector<std::string_view> usual_groups = {"group",     "role", "arm",   "condition",
                                                           "treatment", "site", "cohort"};
inline const std::vector<std::string_view> usual_waves = {"wave",      "redcapeventname", "eventname", "time",
                                                          "timepoint", "occasion",        "visit",     "phase",
                                                          "prepost",   "surveywave",      "assessment"};

}  // namespace ecpr::survey
