# cmake -D RUNNER=... -D SOURCE=... -D FOLDER=... -P: the runner of golden cases reports every kind of difference, and
# what it has rewritten holds.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${FOLDER})

function(run task status expected)
  list(TRANSFORM ARGN PREPEND ${FOLDER}/cases/)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env NO_COLOR=1 COLUMNS=7 LC_ALL=C.UTF-8
                          ${RUNNER} ${task} ${CMAKE_COMMAND} ${SOURCE} ${FOLDER}/scratch ${ARGN}
                  RESULT_VARIABLE actual_status OUTPUT_VARIABLE actual ERROR_VARIABLE errors)
  if(NOT actual STREQUAL expected OR NOT errors STREQUAL "" OR NOT actual_status EQUAL status)
    message(FATAL_ERROR "expected status ${status} and\n${expected}\nbut got status ${actual_status} and\n"
                        "${actual}\n${errors}")
  endif()
endfunction()

function(expect_file name expected)
  file(READ ${FOLDER}/cases/${name} actual)
  if(NOT actual STREQUAL expected)
    message(FATAL_ERROR "${name}: expected\n${expected}\nbut got\n${actual}")
  endif()
endfunction()

function(expect_no_file name)
  if(EXISTS ${FOLDER}/cases/${name})
    message(FATAL_ERROR "${name} should not exist")
  endif()
endfunction()

set(hint "If this is as it should be: cmake --build ... --target rewrite-golden, then read git diff\n")

# A case that writes nothing needs no file but its command.
file(WRITE ${FOLDER}/cases/true/silent/command "true\n")
run(check 0 "" true/silent)

# The surroundings of a case.
set(case ${FOLDER}/cases/true/surroundings)
file(WRITE ${case}/command
     [[read -r line; echo "<$line> <$LC_ALL> <$NO_COLOR> <$COLUMNS> $SAMPLES $SOURCE"; cat mine.txt; command -v cmake; ]]
     [[ls; ls -d $SOURCE/LICENSE; readlink samples]] "\n")
file(WRITE ${case}/mine.txt "my input\n")
get_filename_component(cmake_folder ${CMAKE_COMMAND} DIRECTORY)
file(WRITE ${case}/expected.out "<> <C> <> <> samples source\nmy input\n${cmake_folder}/cmake\nmine.txt\nsamples\nsource\n"
     "source/LICENSE\n@SAMPLES@\n")
run(check 0 "" true/surroundings)

# A fresh folder every time, and the case folder stays as it is.
file(WRITE ${FOLDER}/cases/true/fresh/command "test ! -e made && touch made\n")
run(check 0 "" true/fresh)
run(check 0 "" true/fresh)
expect_no_file(true/fresh/made)

# Everything that can differ.
set(case ${FOLDER}/cases/wrong/everything)
file(WRITE ${case}/command "printf 'one\\ntwo\\n'; echo oops >&2; printf '{\"t\": 1.5}' > a.json; exit 3\n")
file(WRITE ${case}/expected.out "one\nzwei\n")
file(WRITE ${case}/expected.status "1\n")
file(WRITE ${case}/expected/a.json "{\"t\": 1.6}")
file(WRITE ${case}/expected/b.txt "b\n")
run(check 1 "wrong/everything
exit status is 3, expected 1
standard error differs (- expected, + written):
  line 1
    + oops
standard output differs (- expected, + written):
  line 2
    - zwei
    + two
file 'a.json' differs (- expected, + written):
  line 1
    - {\"t\": 1.6} (no newline at the end)
    + {\"t\": 1.5} (no newline at the end)
file 'b.txt' was not written
${hint}" wrong/everything)

# A signal is no success.
file(WRITE ${FOLDER}/cases/wrong/killed/command "kill -9 $$\n")
run(check 1 "wrong/killed\nexit status is 137, expected 0\n${hint}" wrong/killed)

# Numbers are compared as numbers in JSON and CSV, and where the file `numeric` says so, and as text elsewhere.
file(WRITE ${FOLDER}/cases/numbers/format/command "echo 0.30000000000000004 # --format json\n")
file(WRITE ${FOLDER}/cases/numbers/format/expected.out "0.3\n")
file(WRITE ${FOLDER}/cases/numbers/marked/command "echo 0.30000000000000004\n")
file(WRITE ${FOLDER}/cases/numbers/marked/expected.out "0.3\n")
file(WRITE ${FOLDER}/cases/numbers/marked/numeric "")
file(WRITE ${FOLDER}/cases/numbers/file/command "echo 0.30000000000000004 > x.csv\n")
file(WRITE ${FOLDER}/cases/numbers/file/expected/x.csv "0.3\n")
file(WRITE ${FOLDER}/cases/numbers/text/command "echo 0.30000000000000004\n")
file(WRITE ${FOLDER}/cases/numbers/text/expected.out "0.3\n")
run(check 1 "numbers/text
standard output differs (- expected, + written):
  line 1
    - 0.3
    + 0.30000000000000004
${hint}" numbers/format numbers/marked numbers/file numbers/text)

# Rewriting: what is expected becomes what is written, and nothing that already agrees is touched.
file(REMOVE ${FOLDER}/cases/wrong/everything/expected/b.txt)
file(WRITE ${FOLDER}/cases/wrong/nothing_more/command "true\n")
file(WRITE ${FOLDER}/cases/wrong/nothing_more/expected.out "gone\n")
file(WRITE ${FOLDER}/cases/wrong/nothing_more/expected.status "1\n")
run(rewrite 0 "rewritten: wrong/everything\nrewritten: wrong/nothing_more\n"
    wrong/everything wrong/nothing_more numbers/format)
run(check 0 "" wrong/everything wrong/nothing_more numbers/format)
expect_file(wrong/everything/expected.out "one\ntwo\n")
expect_file(wrong/everything/expected.err "oops\n")
expect_file(wrong/everything/expected.status "3\n")
expect_file(wrong/everything/expected/a.json "{\"t\": 1.5}")
expect_file(numbers/format/expected.out "0.3\n")
expect_no_file(wrong/nothing_more/expected.out)
expect_no_file(wrong/nothing_more/expected.status)
