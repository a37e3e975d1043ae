#!/usr/bin/env bash
# How long a whole run takes, from start to exit: reads, scores, tests and prints the sample study many times.
# usage: scripts/measure_startup.sh [STUDY.toml [RUNS]]
# Prints the median, the fastest and the slowest run in milliseconds. The program is the one that the variable ECPR
# names, else build/release/ecpr.
set -euo pipefail
export LC_ALL=C

root=$(dirname "$0")/..
study=${1:-$root/data/samples/study.toml}
runs=${2:-50}
ecpr=${ECPR:-$root/build/release/ecpr}

"$ecpr" analyze "$study" >/dev/null 2>&1 || { echo "$0: '$ecpr analyze $study' fails" >&2; exit 1; }

microseconds=()
for ((run = 0; run < runs; ++run)); do
  start=${EPOCHREALTIME/./}
  "$ecpr" analyze "$study" >/dev/null 2>&1
  microseconds+=($((${EPOCHREALTIME/./} - start)))
done

mapfile -t sorted < <(printf '%s\n' "${microseconds[@]}" | sort -n)
milliseconds() { printf '%d.%d' $((sorted[$1] / 1000)) $((sorted[$1] % 1000 / 100)); }
echo "median $(milliseconds $((runs / 2))) ms, fastest $(milliseconds 0) ms, slowest $(milliseconds $((runs - 1))) ms" \
  "($runs runs of ecpr analyze $study)"
