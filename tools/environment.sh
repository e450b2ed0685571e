#!/bin/sh
# Makes the virtual environment .venv from a lock, without root and without anything but Python 3.11 or newer.
#   tools/environment.sh requirements.lock
# Python is $PYTHON if set, else the first suitable one on PATH. Everything installed is checked against a hash.
set -eu
lock=$1
venv=.venv

say() { printf '%s\n' "$*" >&2; }

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3}; do
        if new_enough "$name"; then
            printf '%s' "$name"
            return
        fi
    done
    say "sitegen needs Python 3.11 or newer, and none was found${PYTHON:+ as $PYTHON}."
    say "  on Debian 12 or newer, as root: apt-get install python3 python3-venv"
    say "  a Python that is not on PATH:   make site PYTHON=/path/to/python3.12"
    exit 2
}

make_venv() {
    python=$(find_python)
    if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        say "making .venv with $("$python" --version)"
        "$python" -m venv --clear "$venv"
    elif "$python" -c 'import venv' >/dev/null 2>&1; then
        # Debian keeps ensurepip in a package of its own (python3-venv): do without it.
        say "making .venv with $("$python" --version), and fetching pip for it"
        "$python" -m venv --clear --without-pip "$venv"
        "$venv/bin/python" tools/fetch_pip.py || {
            rm -rf "$venv"
            say "pip could not be fetched; either get the network back, or as root: apt-get install python3-venv"
            exit 2
        }
    else
        say "this Python cannot make virtual environments; as root: apt-get install python3-venv"
        exit 2
    fi
}

install() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@" || {
        say ""
        say "the installation failed: see pip's message above. If it is the network, run the same command again;"
        say "behind a mirror or a proxy, set PIP_INDEX_URL or HTTPS_PROXY first."
        exit 2
    }
}

if ! new_enough "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    make_venv
fi
say "installing from $lock"
# First what builds packages, so that nothing unpinned is fetched to build the rest.
install --require-hashes --no-deps --only-binary :all: -r requirements-build.lock
install --require-hashes --no-deps --no-build-isolation --use-pep517 -r "$lock"
install --no-deps --no-build-isolation --editable .
# pip compiles what it copies; this is read where it lies, and a Python that may write no bytecode would compile it
# anew at every start.
"$venv/bin/python" -m compileall -q sitegen || true
