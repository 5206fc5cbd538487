# distcc minicc: sources are preprocessed here and compiled by a server; here it is on this machine.
# The server gives up root, so its minicc lies where everybody may read.
folder=$(mktemp -d)
chmod 755 "$folder"
make -s --no-print-directory -C "$ROOT" install PREFIX="$folder/box" DESTDIR= > install.log 2>&1 || cat install.log
mkdir -m 777 "$folder/tmp"
user=$(id -un)
[ "$user" != root ] || user=nobody
PATH=$folder/box/bin:$PATH
export PATH

# Some port is free.
server=
port=13000
while [ -z "$server" ] && [ $port -lt 13100 ]; do
    port=$((port + 1))
    TMPDIR=$folder/tmp distccd --no-detach --daemon --no-fork --user "$user" --listen 127.0.0.1 --allow 127.0.0.1 --port $port \
        --enable-tcp-insecure --log-stderr --log-level info 2> server.log &
    server=$!
    tries=0
    until grep -q 'listening on\|failed\|CRITICAL' server.log || [ $tries -gt 50 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    if ! grep -q 'listening on' server.log; then
        kill $server 2> /dev/null
        wait $server 2> /dev/null
        server=
    fi
done
[ -n "$server" ] || { echo "no server"; cat server.log; }
trap 'kill $server 2> /dev/null; wait $server 2> /dev/null; rm -rf "$folder"' EXIT

# Nothing is compiled here if the server fails.
export DISTCC_DIR="$PWD/distcc" DISTCC_FALLBACK=0 DISTCC_HOSTS=127.0.0.1:$port
mkdir -p distcc
cat > one.c <<'END'
#include <stdio.h>
#include "shared.h"
static int own(int x) { return x * FACTOR; }
int one(void) { return printf("one %d %s:%d\n", own(2), __FILE__, __LINE__); }
END
echo '#define FACTOR 21' > shared.h
echo 'static int own(int x) { return x; } int one(void); int main(void) { return own(one()) < 0; }' > main.c
for name in one main; do distcc minicc -O2 -Wall -MMD -c $name.c -o $name.o || echo "not compiled: $?"; done
# The server writes its log after the answer.
tries=0
until [ "$(grep -c COMPILE_OK server.log)" = 2 ] || [ $tries -gt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
grep -c COMPILE_OK server.log
cat one.d
distcc minicc one.o main.o -o program && ./program
echo "== the same bytes each time"
cp one.o first.o
distcc minicc -O2 -Wall -MMD -c one.c -o one.o && cmp one.o first.o && echo same
echo "== with ccache in front"
export CCACHE_DIR="$PWD/cache" CCACHE_CONFIGPATH="$PWD/no-configuration" CCACHE_PREFIX=distcc
ccache minicc -O2 -c one.c -o one.o && ccache minicc -O2 -c one.c -o one.o
ccache --print-stats | awk '$1 == "direct_cache_hit" || $1 == "cache_miss"'
echo "== an error keeps its place"
echo 'int wrong(void) { return nothing; }' > wrong.c
distcc minicc -c wrong.c 2>&1 | grep error:
