# Debian's redis-server with clients on 127.0.0.1, ::1 and AF_UNIX. $1 is an empty folder, redis-server and redis-cli are in PATH.
b=/bin/busybox
cd "$1" || exit 1

start() {
    redis-server --save '' --port 16379 --bind 127.0.0.1 -::1 --unixsocket "$PWD/socket" --dir "$PWD" --daemonize no >>log 2>&1 &
    server=$!
    n=0
    until redis-cli --raw -p 16379 ping >/dev/null 2>&1 || [ $n = 50 ]; do n=$((n + 1)); $b sleep 0.1; done
}

start
redis-cli --raw -p 16379 ping
redis-cli --raw -p 16379 set name value
redis-cli --raw -p 16379 get name
redis-cli --raw -h ::1 -p 16379 incr counter
redis-cli --raw -s socket incrby counter 41
for k in 1 2 3 4 5; do redis-cli --raw -p 16379 rpush list $k & pids="$pids $!"; done >/dev/null
wait $pids
redis-cli --raw -p 16379 llen list
# A pipe of many commands, and a large value there and back.
$b seq 1 5000 | $b sed 's/.*/SET key:& &/' | redis-cli --raw -s socket --pipe | $b grep -c 'errors: 0, replies: 5000'
redis-cli --raw -s socket dbsize
$b seq 1 40000 | redis-cli --raw -p 16379 -x set large
redis-cli --raw -p 16379 strlen large
redis-cli --raw -p 16379 get large | $b md5sum
# Who waits is told.
redis-cli --raw -p 16379 subscribe news >heard &
listener=$!
n=0
until [ "$(redis-cli --raw -p 16379 publish news hello)" = 1 ] || [ $n = 50 ]; do n=$((n + 1)); $b sleep 0.1; done
$b sleep 0.2
kill $listener
$b tail -n 3 heard
# Another process writes all of it down, and the next server reads it.
redis-cli --raw -p 16379 bgsave
n=0
until [ -s dump.rdb ] || [ $n = 50 ]; do n=$((n + 1)); $b sleep 0.1; done
redis-cli --raw -p 16379 shutdown nosave
wait $server
redis-cli --raw -p 16379 ping 2>&1
start
redis-cli --raw -s socket get key:4321
redis-cli --raw -s socket mget name counter
redis-cli --raw -s socket shutdown nosave
wait $server
echo status $?
