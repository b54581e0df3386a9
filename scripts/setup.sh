#!/bin/sh
# Makes .venv hold exactly what a lock in requirements/ names; costs nothing when the lock has not changed.
# Usage: scripts/setup.sh python | base | dev      ("python" only looks for a Python that will do)
set -eu
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"

fail() {
    echo "$1" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 ||
    fail "Colophon needs Python 3.11 or newer, but there is no '$python' here; install it (Debian, Ubuntu: apt install python3 python3-venv) and try again."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail "Colophon needs Python 3.11 or newer, but '$python' is $("$python" -V 2>&1); name a newer one, as in: make run PYTHON=python3.13"
[ "$1" != python ] || exit 0

venv_python=.venv/bin/python
if ! "$venv_python" -m pip --version >/dev/null 2>&1; then
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        fail "This Python cannot make virtual environments; install that part (Debian, Ubuntu: apt install python3-venv) and try again."
    echo "Creating .venv"
    "$python" -m venv --clear .venv
fi

lock="requirements/$1.txt"
stamp=".venv/installed-$1.txt"
if ! cmp -s "$lock" "$stamp"; then
    echo "Installing the packages in $lock (about a minute, only when the lock changes)"
    "$venv_python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
        fail "The packages could not be installed; the lines above say why. Nothing else was changed: try again any time."
    cp "$lock" "$stamp"
fi
