#include "ecpr/survey/notes.hpp"

#include "ecpr/base/text.hpp"

namespace ecpr::survey {

std::vector<std::string> notes_without_folders(const Survey& survey) {
  std::vector<std::string> notes = survey.notes;
  for (const FileSummary& file : survey.files) {
    if (file.name == file.base_name || file.name.empty()) continue;
    for (std::string& note : notes) note = replaced(note, file.name, file.base_name);
  }
  return notes;
}

}  // namespace ecpr::survey
