#!/bin/bash
# Runs a command with DATABASE_URL pointing at a throw-away PostgreSQL, then removes the server.
# Usage: scripts/with_postgresql.sh COMMAND...      Needs Debian's package postgresql; as root the server runs as user postgres.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ]; then
    echo "PostgreSQL is not installed (Debian, Ubuntu: apt install postgresql)." >&2
    exit 1
fi
as_server=()
if [ "$(id -u)" = 0 ]; then
    as_server=(runuser -u postgres --)
fi

folder=$(mktemp -d /tmp/colophon-postgresql.XXXXXX)
[ "$(id -u)" != 0 ] || chown postgres "$folder"
port=$("${PYTHON:-python3}" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

stop() {
    (cd / && "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT

# Nothing here outlives the tests, so nothing has to survive a power cut.
(cd / && "${as_server[@]}" "$bin/initdb" -D "$folder/data" -U colophon -A trust -E UTF8 --locale=C.UTF-8 >/dev/null)
(cd / && "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start \
    -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null) || {
    cat "$folder/log" >&2
    exit 1
}
DATABASE_URL="postgres://colophon@127.0.0.1:$port/postgres" "$@"
