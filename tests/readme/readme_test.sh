#!/usr/bin/env bash
# Does what README.md says, in the order in which it says it, in a fresh folder with data/ and scripts/.
# usage: readme_test.sh SOURCE_FOLDER PROGRAM SCRATCH_FOLDER
#   ```sh                           is run, and must succeed
#   <!-- file: NAME -->             the block that follows is written to NAME
#   <!-- excerpt of: COMMAND -->    the block that follows is part of what COMMAND prints
#   <!-- same as: PATH -->          the block that follows is the file PATH of the source tree
# Links to files of the source tree must lead somewhere, and the figures must be those that the program draws.
set -euo pipefail

source=$(realpath "$1")
program=$(realpath "$2")
scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
cp -r "$source/data" "$source/scripts" "$scratch"
cd "$scratch"
PATH=$(dirname "$program"):$PATH
export PATH ECPR=$program

failures=0
fail() {
  printf '%s\n' "$@"
  failures=$((failures + 1))
}

use_block() {
  case $marker in
    'file: '*) printf '%s' "$block" >"${marker#file: }" ;;
    'excerpt of: '*)
      [[ $(sh -c "${marker#excerpt of: }" 2>/dev/null) == *"$block"* ]] ||
        fail "This is not what '${marker#excerpt of: }' prints:" "$block" ;;
    'same as: '*)
      diff <(printf '%s' "$block") "$source/${marker#same as: }" || fail "The README shows another '${marker#same as: }'." ;;
    *) [[ $language != sh ]] || run_block ;;
  esac
}

run_block() {
  blocks=$((blocks + 1))
  local status=0
  sh -e -c "$block" >output 2>messages </dev/null || status=$?
  [[ $status -eq 0 ]] || fail "Exit status $status from:" "$block" "$(cat messages)"
}

inside=no marker='' block='' blocks=0
while IFS= read -r line; do
  if [[ $inside == yes && $line == '```' ]]; then
    use_block
    inside=no marker=''
  elif [[ $inside == yes ]]; then
    block+=$line$'\n'
  elif [[ $line == '```'* ]]; then
    inside=yes language=${line#'```'} block=''
  elif [[ $line =~ ^'<!-- '(.*)' -->'$ ]]; then
    marker=${BASH_REMATCH[1]}
  fi
done <"$source/README.md"
[[ $blocks -gt 0 ]] || fail "README.md has no command to run."

while IFS= read -r link; do
  [[ -e $source/$link ]] || fail "README.md links to '$link', which is not there."
done < <(grep -o '](\([^)#:]*\))' "$source/README.md" | sed 's/^](//; s/)$//' | sort -u)

"$program" analyze data/samples/study.toml -q --figures figures-of-readme
for picture in forest_plot=forest_all paired_change=paired_change_scsr20 distribution=distribution_scsr20; do
  cmp -s "$source/docs/pictures/${picture%=*}.svg" "figures-of-readme/${picture#*=}.svg" ||
    fail "docs/pictures/${picture%=*}.svg is not what the program draws; scripts/make_pictures.sh makes it anew."
done

echo "$blocks blocks of commands, $failures failures"
[[ $failures -eq 0 ]]
