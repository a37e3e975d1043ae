#!/bin/sh
# The reports of many sites in one go. Every site is a folder that holds a study.toml.
#
# usage: scripts/batch_report.sh OUTPUT_FOLDER SITE_FOLDER...
#
# Writes report.txt, report.html, results.csv, results.json and messages.txt into OUTPUT_FOLDER/<name of the site's
# folder>/, prints one line per site, goes on after a failure, and ends with the worst exit status:
# 0 all is well, 1 trouble with data or files, 2 wrong use; 3 problems in the data, if you add --strict below.
# The reports of a site appear all at once; after a failure those of an earlier run stay as they were, and the line says
# so. Nothing is ever written into a folder that holds a study.toml, nor into a folder in it.
# The program is the one that the variable ECPR names, else build/release/ecpr, else ecpr.
set -u

# The reports of one site: change formats, tables and options here. What it prints goes to messages.txt.
analyze() {
  "$ECPR" analyze "$1/study.toml" \
    -o "$2/report.txt" -o "$2/report.html" -o "$2/results.csv" -o "$2/results.json"
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
messages=
trap '[ -z "$messages" ] || rm -f "$messages"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
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

  if [ -e "$reports/study.toml" ] || [ -e "$output/study.toml" ] || [ "$output" -ef "$site" ]; then
    echo "$name: left out, its reports would lie among the files of a site; name another output folder than $output"
    [ "$worst" -ge 1 ] || worst=1
    continue
  fi
  if ! mkdir -p "$reports" || ! messages=$(mktemp "$reports/.messages.XXXXXX"); then
    echo "$name: failed, nothing can be written into $reports"
    [ "$worst" -ge 1 ] || worst=1
    continue
  fi
  status=0
  analyze "$site" "$reports" >"$messages" 2>&1 || status=$?
  mv -f "$messages" "$reports/messages.txt"
  messages=

  if [ "$status" -eq 0 ] && [ ! -s "$reports/messages.txt" ]; then
    echo "$name: done, see $reports"
  elif [ "$status" -eq 0 ]; then
    echo "$name: done with notes or warnings, see $reports/messages.txt"
  else
    earlier=
    [ ! -e "$reports/results.json" ] || earlier="; the reports of an earlier run stay"
    echo "$name: failed (exit status $status): $(tail -n 1 "$reports/messages.txt")$earlier"
    [ "$worst" -ge "$status" ] || worst=$status
  fi
done
exit "$worst"
