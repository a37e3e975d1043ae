# Installs the build into a folder of its own; then a project that finds ecpr there is configured, built and run.
# cmake -D BUILD=... -D FOLDER=... -D CONSUMER=... -D VERSION=... and the generator, compiler and configuration of the
# build, -P
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${FOLDER})

if(CROSS_COMPILING)
  message("SKIPPED: programs of another machine cannot be run here")
  return()
elseif(NOT EXISTS ${BUILD}/cmake_install.cmake)
  message("SKIPPED: this build has no install rules")
  return()
endif()

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "status ${status} from ${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect actual expected)
  if(NOT actual STREQUAL expected)
    message(FATAL_ERROR "expected '${expected}', got '${actual}'")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --prefix ${FOLDER}/prefix)
run(${FOLDER}/prefix/bin/ecpr --version)
expect("${output}" "ecpr ${VERSION}\n")

run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${FOLDER}/consumer -G ${GENERATOR}
    -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_BUILD_TYPE=${CONFIG} -D CMAKE_PREFIX_PATH=${FOLDER}/prefix
    -D ECPR_VERSION=${VERSION})
run(${CMAKE_COMMAND} --build ${FOLDER}/consumer --config ${CONFIG})
file(GLOB_RECURSE programs ${FOLDER}/consumer/consumer ${FOLDER}/consumer/consumer.exe)
list(FILTER programs EXCLUDE REGEX "CMakeFiles")
run(${programs})
expect("${output}" "n = 3, mean change = 2, t = 3.4641\n")
