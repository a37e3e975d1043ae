# The libraries that ecpr is built on. All are Debian packages; whatever is missing is named in one message.
set(ecpr_missing "")

macro(ecpr_find debian_package package)
  find_package(${package} ${ARGN} QUIET)
  if(NOT ${package}_FOUND)
    list(APPEND ecpr_missing ${debian_package})
  endif()
endmacro()

macro(ecpr_find_by_pkg_config debian_package prefix module)
  if(PkgConfig_FOUND)
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${module})
  endif()
  if(NOT ${prefix}_FOUND)
    list(APPEND ecpr_missing ${debian_package})
  endif()
endmacro()

ecpr_find(libc6-dev Threads)
ecpr_find(libc6-dev Iconv)
ecpr_find(libeigen3-dev Eigen3 CONFIG)
ecpr_find(libboost-math-dev Boost 1.74 CONFIG)
ecpr_find(libcli11-dev CLI11 2.1 CONFIG)
ecpr_find(libfmt-dev fmt 9 CONFIG)
ecpr_find(rapidjson-dev RapidJSON CONFIG)
ecpr_find(libssl-dev OpenSSL COMPONENTS Crypto)
ecpr_find(zlib1g-dev ZLIB)
ecpr_find(pkg-config PkgConfig)
ecpr_find_by_pkg_config(libutf8proc-dev utf8proc libutf8proc)
ecpr_find_by_pkg_config(libtomlplusplus-dev tomlplusplus tomlplusplus)
ecpr_find_by_pkg_config(libzip-dev libzip libzip)
ecpr_find_by_pkg_config(libpng-dev libpng libpng)
ecpr_find_by_pkg_config(libcairo2-dev cairo cairo-ft)
ecpr_find_by_pkg_config(libfreetype-dev freetype freetype2)
ecpr_find_by_pkg_config(libfontconfig-dev fontconfig fontconfig)
if(ECPR_BUILD_TESTS)
  ecpr_find(doctest-dev doctest CONFIG)
endif()

# Debian puts the header of fast-cpp-csv-parser into libfccp/; elsewhere it lies in another folder or bare.
find_path(FCCP_INCLUDE_DIR NAMES libfccp/csv.h fast-cpp-csv-parser/csv.h
          DOC "Folder that holds libfccp/csv.h or fast-cpp-csv-parser/csv.h")
if(NOT FCCP_INCLUDE_DIR)
  list(APPEND ecpr_missing libfccp-dev)
elseif(NOT EXISTS ${FCCP_INCLUDE_DIR}/libfccp/csv.h)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/libfccp/csv.h
       CONTENT "#include <fast-cpp-csv-parser/csv.h>\n")
endif()

if(ecpr_missing)
  list(REMOVE_DUPLICATES ecpr_missing)
  list(JOIN ecpr_missing " " names)
  message(FATAL_ERROR "Not found, by their Debian package names: ${names}. "
                      "Run scripts/install_dependencies.sh; on other systems it says what to install.")
endif()

# Header-only libraries without a CMake target of their own.
add_library(ecpr_rapidjson INTERFACE)
target_include_directories(ecpr_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS} ${RapidJSON_INCLUDE_DIRS})
add_library(ecpr_fccp INTERFACE)
target_include_directories(ecpr_fccp SYSTEM INTERFACE ${FCCP_INCLUDE_DIR} ${PROJECT_BINARY_DIR}/generated)

# Public: what the headers of ecpr include. Private: the rest; of that, an installed library needs only what is linked.
add_library(ecpr_tomlplusplus INTERFACE)
target_include_directories(ecpr_tomlplusplus SYSTEM INTERFACE ${tomlplusplus_INCLUDE_DIRS})

set(ECPR_PUBLIC_LIBRARIES Eigen3::Eigen)
set(ECPR_PRIVATE_LIBRARIES
  Threads::Threads Iconv::Iconv fmt::fmt OpenSSL::Crypto ZLIB::ZLIB PkgConfig::utf8proc
  PkgConfig::libzip PkgConfig::libpng PkgConfig::cairo PkgConfig::freetype PkgConfig::fontconfig)
foreach(header_only IN ITEMS CLI11::CLI11 Boost::headers ecpr_tomlplusplus ecpr_rapidjson ecpr_fccp)
  list(APPEND ECPR_PRIVATE_LIBRARIES $<BUILD_INTERFACE:${header_only}>)
endforeach()
