# The libraries that ecpr is built on; all are Debian packages (scripts/install_dependencies.sh).
find_package(Threads REQUIRED)
find_package(Eigen3 3.3 REQUIRED NO_MODULE)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
find_path(FCCP_INCLUDE_DIR libfccp/csv.h REQUIRED
          DOC "Folder that holds libfccp/csv.h, the header of fast-cpp-csv-parser")

add_library(ecpr_boost_math INTERFACE)
target_include_directories(ecpr_boost_math SYSTEM INTERFACE ${Boost_INCLUDE_DIRS})
add_library(ecpr_rapidjson INTERFACE)
target_include_directories(ecpr_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS} ${RapidJSON_INCLUDE_DIRS})
add_library(ecpr_fccp INTERFACE)
target_include_directories(ecpr_fccp SYSTEM INTERFACE ${FCCP_INCLUDE_DIR})

set(ECPR_PUBLIC_LIBRARIES Eigen3::Eigen)
set(ECPR_PRIVATE_LIBRARIES
  Threads::Threads fmt::fmt OpenSSL::Crypto ZLIB::ZLIB PkgConfig::utf8proc PkgConfig::tomlplusplus
  $<BUILD_INTERFACE:CLI11::CLI11> $<BUILD_INTERFACE:ecpr_boost_math> $<BUILD_INTERFACE:ecpr_rapidjson>
  $<BUILD_INTERFACE:ecpr_fccp>)
