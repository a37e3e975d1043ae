# cmake -D FOLDER=... -D OUTPUT=... -P: writes the instrument files as raw string literals, in byte order of their names.
file(GLOB files "${FOLDER}/*.toml")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" text)
  string(APPEND rows "    {\"${name}\", R\"~~toml~~(${text})~~toml~~\"},\n")
endforeach()
file(WRITE "${OUTPUT}"
"// Written at build time from data/instruments.
#include \"ecpr/instruments/embedded.hpp\"

namespace ecpr::instruments {

std::span<const EmbeddedFile> embedded_files() {
  static constexpr EmbeddedFile files[] = {
${rows}  };
  return files;
}

}  // namespace ecpr::instruments
")
