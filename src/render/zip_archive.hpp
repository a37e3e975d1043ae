// Several files as one zip archive, the same bytes every time.
#pragma once

#include <string>
#include <vector>

namespace ecpr::render {

/// A file in an archive.
struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// The entries in their order, compressed, all dated 1 January 1980. Throws std::runtime_error when libzip cannot.
std::string zip_archive(const std::vector<ZipEntry>& entries);

}  // namespace ecpr::render
