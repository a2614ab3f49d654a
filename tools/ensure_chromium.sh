#!/bin/sh
# Makes sure that the browser tests find a Chromium: the system's own, else Debian's package when root on Debian,
# else the download of Playwright.
set -eu
bin=$1

if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && [ "$(. /etc/os-release && echo "$ID")" = debian ]; then
    apt-get update -q && apt-get install -y -q chromium fonts-dejavu
else
    "$bin/playwright" install chromium
fi
