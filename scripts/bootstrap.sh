#!/usr/bin/env bash
# Everything the program needs on a bare machine: Python, .venv with the locked dependencies, Qt's system libraries.
#
#   scripts/bootstrap.sh run    to use the program
#   scripts/bootstrap.sh dev    to test and develop it too
#
# Quick when nothing is to be done: a stamp in .venv remembers the lock files that were installed. Whether Qt's
# libraries are there is found out by loading them, not by asking the package manager.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/messages.sh

purpose=${1:-run}
venv_python=.venv/bin/python

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    stop "Python 3.11 oder neuer wurde nicht gefunden. Bitte installieren oder angeben: make PYTHON=/pfad/zu/python3" \
        "Python 3.11 or later was not found. Please install it or name it: make PYTHON=/path/to/python3"
}

make_venv() {
    if [ -x "$venv_python" ] && "$venv_python" -m pip --version >/dev/null 2>&1; then return; fi
    local python
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        local version
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! command -v apt-get >/dev/null; then
            stop "Python $version fehlt das Modul ensurepip (venv)." "Python $version lacks the module ensurepip (venv)."
        fi
        need_packages "Python fehlt das Modul venv." "Python lacks the module venv." "python$version-venv"
    fi
    "$python" -m venv --clear .venv
}

# $1: name of the stamp; the rest: lock files. The project itself goes in as a development install.
install_locked() {
    local stamp=.venv/installed-$1 wanted requirements=() file
    shift
    wanted=$(cksum "$@" pyproject.toml)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return; fi
    for file in "$@"; do requirements+=(--requirement "$file"); done
    say "Installiere die festgeschriebenen Abhängigkeiten nach .venv (nur beim ersten Mal, einige Minuten) …" \
        "Installing the locked dependencies into .venv (only the first time, a few minutes) …"
    local pip=("$venv_python" -m pip --disable-pip-version-check --no-input install --quiet)
    if ! "${pip[@]}" --require-hashes "${requirements[@]}" ||
        ! "${pip[@]}" --no-deps --no-index --no-build-isolation --editable .; then
        stop "pip konnte nicht alles installieren (siehe oben)." "pip could not install everything (see above)."
    fi
    echo "$wanted" >"$stamp"
}

check_qt() {
    local missing packages=(libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core)
    local window=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0)
    if missing=$("$venv_python" scripts/check_qt.py); then return; fi
    if [ -n "${DISPLAY:-}" ]; then packages+=("${window[@]}"); fi
    if ! command -v apt-get >/dev/null; then
        stop "Qt braucht Bibliotheken des Systems, die fehlen: $missing" \
            "Qt needs system libraries that are missing: $missing" \
            "Debian/Ubuntu: ${packages[*]}" "Fedora: mesa-libEGL mesa-libGL libxkbcommon-x11 xcb-util-cursor fontconfig dbus-libs"
    fi
    need_packages "Qt fehlen Bibliotheken des Systems ($missing)." "Qt lacks system libraries ($missing)." "${packages[@]}"
    if ! missing=$("$venv_python" scripts/check_qt.py); then
        stop "Qt lässt sich noch immer nicht laden: $missing" "Qt still cannot be loaded: $missing"
    fi
}

make_venv
case "$purpose" in
    run) install_locked run requirements/runtime.lock requirements/build.lock ;;
    dev) install_locked dev requirements/dev.lock ;;
    *) stop "Unbekannt: $purpose" "Unknown: $purpose" ;;
esac
check_qt
