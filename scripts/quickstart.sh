#!/bin/sh
# From a fresh clone to the tables of a study: installs what is needed, builds, analyses the sample study.
set -eu
cd "$(dirname "$0")/.."

scripts/install_dependencies.sh
# Build messages go to stderr, so that stdout holds the tables alone.
cmake --preset release >&2
cmake --build --preset release --target ecpr_cli >&2

build/release/ecpr analyze data/samples/study.toml
cat >&2 <<'TEXT'

These are the tables of the made-up study in data/samples. The program is build/release/ecpr; next:

  build/release/ecpr analyze --help                     all options, with examples
  README.md, "Your own data"                            commands for your own files, to copy and change
TEXT
