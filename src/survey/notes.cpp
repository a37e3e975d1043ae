#include "ecpr/survey/notes.hpp"

#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

std::vector<std::string> without_folders(std::vector<std::string> notes, const Survey& survey) {
  for (const FileSummary& file : survey.files) {
    if (file.name == file.base_name || file.name.empty()) continue;
    for (std::string& note : notes) note = replaced(note, file.name, file.base_name);
  }
  return notes;
}

}  // namespace

void add_note_on_people(Survey& survey, const std::string& note, const std::string& without_people) {
  survey.notes.push_back(note);
  survey.notes_without_people[note] = without_people;
}

std::vector<std::string> notes_without_folders(const Survey& survey) { return without_folders(survey.notes, survey); }

std::vector<std::string> notes_for_results(const Survey& survey) {
  std::vector<std::string> notes = survey.notes;
  for (std::string& note : notes) {
    const auto other = survey.notes_without_people.find(note);
    if (other != survey.notes_without_people.end()) note = other->second;
  }
  return without_folders(std::move(notes), survey);
}

}  // namespace ecpr::survey
