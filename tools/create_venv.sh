#!/bin/sh
# Creates .venv. Debian and Ubuntu ship the venv module apart from Python itself: fetch it when that is possible.
set -eu
python=${1:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 eller nyere trengs; «$python» er $("$python" --version 2>&1)." >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q && apt-get install -y -q "$package"
    else
        echo "Python mangler modulen venv. Installer den først: sudo apt-get install $package" >&2
        exit 1
    fi
fi
"$python" -m venv .venv
