#!/usr/bin/env bash
# Opens the report of the sample study in headless Chromium: at the widths of a phone, a tablet and a desk, in light and
# dark, and as a printed PDF. Fails for whatever measure.js finds, for messages on the console, for words that are cut
# off in print. Without Chromium it is skipped, and says so.
# usage: browser_test.sh SOURCE_FOLDER PROGRAM SCRATCH_FOLDER
set -euo pipefail

source=$(realpath "$1")
program=$(realpath "$2")
mkdir -p "$3"
scratch=$(realpath "$3")
here=$source/tests/browser

skip() {
  echo "SKIPPED: $1"
  exit 0
}

failures=0
fail() {
  printf '%s\n' "$@"
  failures=$((failures + 1))
}

find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [[ -n $name ]] && command -v "$name"; then return; fi
  done
}

# browse OPTION... : Chromium with a profile of its own, its console on stderr.
browse() {
  HOME=$scratch timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$scratch/profile" --enable-logging=stderr --hide-scrollbars "$@"
}

# measure PAGE WIDTH SCHEME: what measure.js finds, in $scratch/findings; what the page says, in $scratch/console.
# The page stands in a frame, since Chromium makes no window as narrow as a phone.
measure() {
  { cat "$1" && printf '<script>\n' && cat "$here/measure.js" && printf '</script>\n'; } >"$scratch/measured.html"
  sed "s/WIDTH/$2/" "$here/frame.html" >"$scratch/frame.html"
  browse --window-size=1400,900 --blink-settings=preferredColorScheme="$3" --dump-dom \
    "file://$scratch/frame.html" >"$scratch/dom.html" 2>"$scratch/messages" || true
  sed -n '/<pre id="measured">/,/<\/pre>/p' "$scratch/dom.html" |
    sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >"$scratch/findings"
  grep 'CONSOLE' "$scratch/messages" >"$scratch/console" || true
}

check_that_faults_are_found() {
  measure "$here/broken.html" 360 1
  grep -q '^width' "$scratch/findings" || skip "$chromium does not run here: $(tail -n 1 "$scratch/messages")"
  for fault in 'pixels wide' '"wide" ends at' 'has no scope' 'leads nowhere' 'without alternative' 'is not shown' \
    '0 nav' 'contrast of 1' 'id twice twice'; do
    grep -q "fault: .*$fault" "$scratch/findings" || fail "On a broken page nothing was said of: $fault"
  done
  [[ $(wc -l <"$scratch/console") -eq 2 ]] || fail "Messages on the console were not seen:" "$(cat "$scratch/messages")"
}

check_on_screen() {
  local width=$1 name=$2 scheme=$3
  measure "$scratch/report.html" "$width" "$scheme"
  grep -qx "width $width" "$scratch/findings" || fail "The window is not $width pixels wide."
  grep -qx "$name" "$scratch/findings" || fail "The page is not $name."
  ! grep '^fault' "$scratch/findings" >"$scratch/faults" ||
    fail "$width pixels, $name: $(wc -l <"$scratch/faults") faults:" "$(head -n 20 "$scratch/faults")"
  [[ ! -s $scratch/console ]] || fail "On the console:" "$(cat "$scratch/console")"
}

# Words of $1 that stand more often there than in $2.
missing_words() {
  awk 'NR == FNR { there[$0]++; next } --there[$0] < 0' "$2" "$1" | sort -u
}

# Without footnote marks, which could not be told from the words that they stand on.
check_in_print() {
  { cat "$scratch/report.html" && echo '<style>sup { display: none }</style>'; } >"$scratch/printed.html"
  browse --no-pdf-header-footer --print-to-pdf="$scratch/report.pdf" "file://$scratch/printed.html" 2>/dev/null ||
    fail "Chromium does not print."
  if ! command -v pdftotext >/dev/null; then
    echo "Not checked, as there is no pdftotext: the words of the printed tables."
    return
  fi
  pdftotext -bbox "$scratch/report.pdf" "$scratch/boxes.html"
  awk -F'"' '/<page /{ width = $2 } /<word /{ if ($2 < 0 || $6 > width) print }' "$scratch/boxes.html" >"$scratch/cut"
  [[ ! -s $scratch/cut ]] || fail "Printed beside the page:" "$(head -n 5 "$scratch/cut")"
  pdftotext -raw "$scratch/report.pdf" - | tr -s '[:space:]' '\n' >"$scratch/printed"
  sed -n 's/^word //p' "$scratch/findings" >"$scratch/words"
  [[ -s $scratch/words ]] || fail "The tables have no words."
  missing_words "$scratch/words" "$scratch/printed" >"$scratch/cut"
  [[ ! -s $scratch/cut ]] || fail "Of the tables these words are not printed:" "$(head -n 20 "$scratch/cut")"
}

chromium=$(find_chromium)
[[ -n $chromium ]] || skip "no Chromium (nor CHROMIUM) to open the report in"
check_that_faults_are_found
"$program" analyze "$source/data/samples/study.toml" -q -o "$scratch/report.html"
for width in 360 768 1280; do check_on_screen "$width" light 1; done
check_on_screen 768 dark 0
check_in_print
"$program" analyze "$source/data/samples/study.toml" -q --adjust holm --style apa -o "$scratch/report.html"
check_on_screen 360 light 1
[[ $failures -eq 0 ]] || exit 1
echo "The report stands in $chromium at 360, 768 and 1280 pixels, in light and dark, and in print."
