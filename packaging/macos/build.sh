#!/usr/bin/env bash
# UNGETESTET / UNTRIED: written without a Mac at hand.
# Builds dist/Klausellupe.app and dist/klausellupe-VERSION.dmg. Needs Python 3.11 to 3.13 (python.org or Homebrew).
# The bundle is not signed: the first time it is opened by a click with the control key held down, then "Open".
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ ! -x .venv/bin/python ]; then python3 -m venv .venv; fi
.venv/bin/python -m pip install --quiet --require-hashes -r requirements/dev.lock
mkdir -p build/packaging
.venv/bin/python packaging/icons.py build/packaging
.venv/bin/python -m PyInstaller packaging/klausellupe.spec --noconfirm --log-level ERROR --distpath dist --workpath build/packaging
dist/Klausellupe.app/Contents/MacOS/klausellupe --check-build

version=$(.venv/bin/python -c 'import app; print(app.__version__)')
rm -f "dist/klausellupe-$version.dmg"
hdiutil create -volname Klausellupe -srcfolder dist/Klausellupe.app -format UDZO "dist/klausellupe-$version.dmg"
