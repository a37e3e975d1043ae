# cmake -D SOURCE=... -D FOLDER=... -P: the layer check reports every kind of wrong include, and nothing else.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${FOLDER})

function(write name)
  list(JOIN ARGN "\n" text)
  file(WRITE ${FOLDER}/${name} "${text}\n")
endfunction()

function(expect status expected)
  execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE=${FOLDER} -P ${SOURCE}/cmake/check_layers.cmake
                  RESULT_VARIABLE actual_status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  string(REGEX REPLACE "CMake Error.*:\n? *([0-9]+ forbidden[^\n]*).*" "\\1\n" actual "${output}${errors}")
  string(REGEX REPLACE "^-- " "" actual "${actual}")
  if(NOT actual STREQUAL expected OR NOT actual_status EQUAL status)
    message(FATAL_ERROR "expected status ${status} and\n${expected}\nbut got status ${actual_status} and\n${actual}\n")
  endif()
endfunction()

# Everything that is allowed.
write(include/ecpr/base/text.hpp "#include <string>" "#include <fmt/format.h>")
write(src/base/text.cpp "#include \"ecpr/base/text.hpp\"" "#include <utf8proc.h>" "#include \"tables.hpp\"")
write(src/base/tables.hpp "// #include <toml++/toml.h>")
write(src/csv/reader.cpp "#include <libfccp/csv.h>" "#include <unistd.h>" "#include <sys/stat.h>")
write(src/report/table.cpp "#include <cstdint>" "#include \"ecpr/statistics/t_test.hpp\"" "statistics::PValue p"
      "// csv::Reader" "document::Cell csv_cell")
write(tests/csv/reader_test.cpp "#include <doctest/doctest.h>" "#include \"close_to.hpp\"" "#include <zlib.h>"
      "#include \"ecpr/report/table.hpp\"")
write(tests/support/close_to.hpp "#include <ostream>")
expect(0 "7 files keep to their layers\n")

# Everything that is not.
write(src/base/number.cpp "#include <string>" "" "  #  include \"ecpr/statistics/t_test.hpp\"" "#include <zlib.h>")
write(src/cli/analyze_command.cpp "#include <CLI/CLI.hpp>" "#include \"ecpr/statistics/t_test.hpp\"")
write(src/csv/second.cpp "#include \"../base/tables.hpp\"" "#include <libfccp/csv.h>")
write(src/helpers/string.cpp "#include <string>")
write(src/document/cell.inl "#include \"ecpr/report/table.hpp\"")
write(src/document/layout.cpp "#define HEADER <zip.h>" "#include HEADER")
write(src/document/number.cpp "auto p = ecpr::statistics::p_value(x)" "survey::Survey& survey")
write(src/render/html.cpp "#include <QString.h>" "#include <doctest/doctest.h>" "#include \"ecpr/html/escape.hpp\"")
write(tests/csv/second_test.cpp "#include <toml++/toml.h>" "#include \"missing.hpp\"")
expect(1 "\
src/base/number.cpp:3: #  include \"ecpr/statistics/t_test.hpp\": 'base' may include base
src/base/number.cpp:4: #include <zlib.h>: zlib belongs to 'csv'
src/cli/analyze_command.cpp:2: #include \"ecpr/statistics/t_test.hpp\": 'cli' may include cli, base, definition, csv, \
instruments, study, survey, draft, analysis, simulation, document, report, figure, export, render
src/csv/second.cpp:1: #include \"../base/tables.hpp\": neither \"ecpr/<module>/...\" nor a file of the same folder
src/csv/second.cpp:2: #include <libfccp/csv.h>: fccp belongs in one file, and src/csv/reader.cpp includes it already
src/document/cell.inl:1: #include \"ecpr/report/table.hpp\": 'document' may include document, base
src/document/layout.cpp:2: #include HEADER: the name of a header should stand here, not a macro
src/document/number.cpp:2: survey::Survey: 'document' may not name what belongs to 'survey'
src/document/number.cpp:1: ecpr::statistics::p_value: 'document' may not name what belongs to 'statistics'
src/helpers/string.cpp: there is no module 'helpers' in cmake/check_layers.cmake
src/render/html.cpp:1: #include <QString.h>: not the header of a library in cmake/check_layers.cmake
src/render/html.cpp:2: #include <doctest/doctest.h>: doctest belongs to the tests
src/render/html.cpp:3: #include \"ecpr/html/escape.hpp\": there is no module 'html'
tests/csv/second_test.cpp:1: #include <toml++/toml.h>: toml++ belongs to 'definition'
tests/csv/second_test.cpp:2: #include \"missing.hpp\": neither \"ecpr/<module>/...\" nor a file of the same folder
15 forbidden includes in 16 files
")
