# cmake -D FOLDER=... -D OUTPUT=... -P: writes the instrument files as raw string literals, in order of their names.
file(GLOB files ${FOLDER}/*.toml)
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(APPEND rows "    {\"${name}\", R\"~~toml~~(${text})~~toml~~\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new
"// Written at build time from data/instruments.
#include \"ecpr/instruments/embedded.hpp\"

namespace ecpr::instruments {

std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile files[] = {
${rows}  };
  return files;
}

}  // namespace ecpr::instruments
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(TOUCH ${OUTPUT})
