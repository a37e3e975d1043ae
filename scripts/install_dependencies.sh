#!/bin/sh
# Installs what ecpr is built with: on Debian and its relatives by apt; elsewhere says what to install and stops.
set -eu

packages="g++ cmake ninja-build make pkg-config
libeigen3-dev libboost-math-dev libcli11-dev libfccp-dev libfmt-dev libtomlplusplus-dev rapidjson-dev
libutf8proc-dev libzip-dev libssl-dev zlib1g-dev libpng-dev libcairo2-dev libfreetype-dev libfontconfig-dev
doctest-dev"

say_what_to_install() {
  cat >&2 <<'TEXT'
install_dependencies.sh: this system has no apt-get. Please install these, then build with cmake:

  a C++20 compiler (GCC 12 or newer), CMake 3.25 or newer, Ninja, pkg-config,
  Eigen 3, Boost 1.74 or newer (headers), CLI11 2.1 or newer, fmt 9 or newer, toml++, RapidJSON, utf8proc, libzip,
  OpenSSL, zlib, libpng, Cairo (with FreeType and Fontconfig), doctest, and the header csv.h of fast-cpp-csv-parser

Fedora:   dnf install gcc-c++ cmake ninja-build pkgconf-pkg-config eigen3-devel boost-devel cli11-devel \
            fmt-devel tomlplusplus-devel rapidjson-devel utf8proc-devel libzip-devel openssl-devel zlib-devel \
            libpng-devel cairo-devel freetype-devel fontconfig-devel doctest-devel
Arch:     pacman -S gcc cmake ninja pkgconf eigen boost cli11 fmt tomlplusplus rapidjson libutf8proc libzip openssl \
            zlib libpng cairo freetype2 fontconfig doctest
Homebrew: brew install cmake ninja pkgconf eigen boost cli11 fmt tomlplusplus rapidjson utf8proc libzip openssl@3 \
            zlib libpng cairo freetype fontconfig doctest

The tests open a report in Chromium and read its print by pdftotext (Poppler) where they find them.

fast-cpp-csv-parser is one header and may not be packaged there: put its csv.h into a folder named
fast-cpp-csv-parser and give the folder above it to cmake as -D FCCP_INCLUDE_DIR=FOLDER.
TEXT
}

missing_packages() {
  for package in $packages; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  say_what_to_install
  exit 1
fi

missing=$(missing_packages)
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "install_dependencies.sh: not root and no sudo; please run as root: apt-get install $missing" >&2
    exit 1
  fi
  as_root=sudo
fi

echo "Installing $missing" >&2
# shellcheck disable=SC2086  # one word per package; no word where no sudo is needed
if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
         apt-get install -q -y --no-install-recommends $missing; } >&2; then
  echo "install_dependencies.sh: apt-get failed; Debian 12 or newer, or Ubuntu 24.04 or newer, has all packages" >&2
  exit 1
fi
