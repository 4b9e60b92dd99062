#!/usr/bin/env bash
# Pins every dependency with its hashes, for Linux, macOS and Windows and Python 3.11 and later alike.
#
# uv only computes the files; installing them needs nothing but pip. An existing pin is kept as long as it fits
# pyproject.toml; `make lock UPGRADE=1` takes the newest versions.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=build/lock-tool/bin/uv
if [ ! -x "$uv" ]; then
    "${PYTHON:-python3}" -m venv build/lock-tool
    build/lock-tool/bin/pip install --quiet uv
fi

export UV_CUSTOM_COMPILE_COMMAND="make lock"
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        ${UPGRADE:+--upgrade} "$@"
}
compile pyproject.toml --output-file requirements/runtime.lock
compile pyproject.toml --extra dev --constraint requirements/runtime.lock --output-file requirements/dev.lock
compile requirements/build.in --constraint requirements/dev.lock --output-file requirements/build.lock
