#!/usr/bin/env bash
# Installs what is needed, builds everything and runs all tests.
# usage: scripts/test.sh [--sanitize] [--werror]
#   --sanitize  with the address and undefined behaviour sanitizers (preset asan) instead of the release build
#   --werror    warnings of the compiler are errors
set -euo pipefail
cd "$(dirname "$0")/.."

preset=release
options=()
for argument in "$@"; do
  case $argument in
    --sanitize) preset=asan ;;
    --werror) options+=(-D ECPR_WERROR=ON) ;;
    *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
  esac
done

scripts/install_dependencies.sh

# The layout is that of clang-format 14; other versions break lines elsewhere.
if clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
  unformatted=$(find include src tests \( -name '*.hpp' -o -name '*.cpp' \) -exec clang-format --dry-run {} + 2>&1 |
    grep -o '^[^:]*\.[hc]pp:' | sort -u | tr -d ':' || true)
  if [ -n "$unformatted" ]; then
    printf 'test.sh: not laid out by clang-format:\n%s\n' "$unformatted" >&2
    exit 1
  fi
else
  echo "test.sh: clang-format 14 not found, the layout of the sources is not checked" >&2
fi

cmake --preset "$preset" "${options[@]}"
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel "$(getconf _NPROCESSORS_ONLN)"
