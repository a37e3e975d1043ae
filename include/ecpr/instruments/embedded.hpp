// The instrument files that are built into the program.
#pragma once

#include <span>
#include <string_view>

namespace ecpr::instruments {

/// One file of data/instruments.
struct EmbeddedFile {
  std::string_view name;  ///< "ucla3.toml"
  std::string_view text;
};

/// All of them, in byte order of their names.
std::span<const EmbeddedFile> embedded_files();

}  // namespace ecpr::instruments
