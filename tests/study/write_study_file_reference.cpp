// usage: write_study_file_reference FILE: writes the reference of study files.
#include <fstream>

#include "ecpr/study/option.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ofstream file(arguments[1], std::ios::binary);
  file << ecpr::study::study_file_reference();
  return file.flush() ? 0 : 1;
}
