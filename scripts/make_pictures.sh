#!/bin/sh
# Makes the pictures of the README anew from the sample study: docs/pictures. The screenshot needs Chromium; without it
# the old one stays.
# usage: make_pictures.sh [PROGRAM]    (build/release/ecpr)
set -eu
cd "$(dirname "$0")/.."

program=${1:-build/release/ecpr}
pictures=docs/pictures
mkdir -p "$pictures"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$program" analyze data/samples/study.toml -q --figures "$scratch" -o "$scratch/report.html"
cp "$scratch/forest_all.svg" "$pictures/forest_plot.svg"
cp "$scratch/paired_change_scsr20.svg" "$pictures/paired_change.svg"
cp "$scratch/distribution_scsr20.svg" "$pictures/distribution.svg"

for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$browser" ] && command -v "$browser" >/dev/null; then
    HOME=$scratch "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/profile" \
      --window-size=900,780 --screenshot="$scratch/report.png" "file://$scratch/report.html" 2>/dev/null
    cp "$scratch/report.png" "$pictures/report.png"
    break
  fi
done
ls -l "$pictures"
