#!/bin/sh
# The reports of many sites in one go. Every site is a folder that holds a study.toml.
#
# usage: scripts/batch_report.sh OUTPUT_FOLDER SITE_FOLDER...
#
# Writes report.txt, report.html, results.csv, results.json and messages.txt into OUTPUT_FOLDER/<name of the site's
# folder>/, prints one line per site, goes on after a failure, and ends with the worst exit status:
# 0 all is well, 1 trouble with data or files, 2 wrong use; 3 problems in the data, if you add --strict below.
# The program is the one that the variable ECPR names, else build/release/ecpr, else ecpr.
set -u

# The reports of one site: change formats, tables and options here.
analyze() {
  "$ECPR" analyze "$1/study.toml" \
    -o "$2/report.txt" -o "$2/report.html" -o "$2/results.csv" -o "$2/results.json" \
    >"$2/messages.txt" 2>&1
}

if [ $# -lt 2 ]; then
  echo "usage: $0 OUTPUT_FOLDER SITE_FOLDER..." >&2
  exit 2
fi
if [ -z "${ECPR:-}" ]; then
  ECPR=$(dirname "$0")/../build/release/ecpr
  [ -x "$ECPR" ] || ECPR=ecpr
fi
if ! command -v "$ECPR" >/dev/null; then
  echo "$0: there is no program '$ECPR'; build it, or name it in the variable ECPR" >&2
  exit 2
fi

output=$1
shift
worst=0
names=/
for site in "$@"; do
  site=${site%/}
  if [ ! -d "$site" ]; then
    echo "$site: failed, there is no such folder"
    [ "$worst" -ge 1 ] || worst=1
    continue
  fi
  name=$(basename "$(cd "$site" && pwd)")
  reports=$output/$name
  case $names in
    */"$name"/*)
      echo "$name: left out, another site's folder has the same name: $site"
      [ "$worst" -ge 1 ] || worst=1
      continue ;;
  esac
  names=$names$name/

  mkdir -p "$reports" || exit 1
  rm -f "$reports/report.txt" "$reports/report.html" "$reports/results.csv" "$reports/results.json"
  status=0
  analyze "$site" "$reports" || status=$?

  if [ "$status" -eq 0 ] && [ ! -s "$reports/messages.txt" ]; then
    echo "$name: done, see $reports"
  elif [ "$status" -eq 0 ]; then
    echo "$name: done with notes or warnings, see $reports/messages.txt"
  else
    echo "$name: failed (exit status $status): $(tail -n 1 "$reports/messages.txt")"
    [ "$worst" -ge "$status" ] || worst=$status
  fi
done
exit "$worst"
