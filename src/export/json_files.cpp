#include "json_files.hpp"

namespace ecpr::catalogue {

void write_file_members(JsonWriter& json, const survey::FileSummary& file) {
  json.member("file", file.base_name);
  json.member("sha256", file.sha256);
  json.member("rows", file.rows);
  json.member("encoding", file.encoding);
  json.member("delimiter", std::string_view(&file.delimiter, 1));
}

}  // namespace ecpr::catalogue
