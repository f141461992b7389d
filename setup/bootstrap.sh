#!/bin/sh
# Makes sure that Debian's /usr/bin/python3 exists; everything else is done by `python3 -m setup`.
set -eu
[ -x /usr/bin/python3 ] && exit 0

command="apt-get update && apt-get install -y --no-install-recommends python3"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "motcua setup: this needs Debian 12's /usr/bin/python3, and there is no apt-get here (hint: use a Debian 12 machine or container)" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "motcua setup: /usr/bin/python3 is missing and only root can install it (hint: run as root: $command)" >&2
  exit 1
fi
echo "motcua setup: installing Debian's python3 first"
log=$(mktemp)
if DEBIAN_FRONTEND=noninteractive sh -c "$command" >"$log" 2>&1 </dev/null; then
  rm -f "$log"
else
  tail -n 15 "$log" >&2
  echo "motcua setup: python3 could not be installed (hint: the lines above are from apt-get; is the network there?)" >&2
  exit 1
fi
