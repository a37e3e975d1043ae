// The files in a zip archive.
#pragma once

#include <zip.h>

#include <map>
#include <stdexcept>
#include <string>

namespace ecpr::testing {

/// Name and content of every file in the archive. Throws std::runtime_error when it is none.
inline std::map<std::string, std::string> unzipped(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) throw std::runtime_error("not a zip archive");
  std::map<std::string, std::string> files;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t status;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &status);
    std::string content(status.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(file, content.data(), content.size());
    zip_fclose(file);
    files[status.name] = content;
  }
  zip_close(archive);
  return files;
}

}  // namespace ecpr::testing
