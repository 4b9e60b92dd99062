#!/usr/bin/env bash
# Opens the program on a document: the window where there is a screen, otherwise the report and the JSON as files.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/messages.sh

sample=$1
name=$(basename "${sample%.*}")
program=.venv/bin/klausellupe

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$program" "$sample"
fi

mkdir -p build/run
for format in html json; do
    report=build/run/$name.$format
    rm -f "$report"
    status=0
    "$program" analyze "$sample" --format "$format" -o "$report" || status=$?
    # 1 with a report: analysed, but something in the document could not be read; the report says what.
    if [ "$status" -gt 1 ] || [ ! -s "$report" ]; then exit $((status > 0 ? status : 1)); fi
done
say "Kein Bildschirm gefunden: $sample wurde ohne Fenster geprüft." "No display found: analysed without a window."
printf '    %s\n' "Bericht / report: $PWD/build/run/$name.html" "Daten / data:     $PWD/build/run/$name.json"
