# Servers and clients of busybox that talk to each other on 127.0.0.1 and by AF_UNIX. $1 is an empty folder; what is printed here and in the kernel is the same.
b=/bin/busybox
cd "$1" || exit 1
$b mkdir www
echo hello >www/index.html
$b seq 1 30000 >www/numbers

# until COMMAND…: tries until it works, five seconds at most
until_works() {
    n=0
    until "$@" >/dev/null 2>&1 || [ $n = 50 ]; do n=$((n + 1)); $b sleep 0.1; done
}

echo == httpd and wget
$b httpd -f -p 127.0.0.1:18080 -h www 2>/dev/null &
server=$!
until_works $b wget -q -O - http://127.0.0.1:18080/
$b wget -q -O - http://127.0.0.1:18080/
$b wget -q -O - http://127.0.0.1:18080/numbers | $b md5sum
for k in 1 2 3 4 5 6 7 8; do $b wget -q -O got$k http://127.0.0.1:18080/numbers & pids="$pids $!"; done
wait $pids
$b cat got? | $b md5sum
$b wget -q -O - http://127.0.0.1:18080/nothing 2>&1
echo status $?
{ kill $server; wait $server; } 2>/dev/null
$b wget -q -O - http://127.0.0.1:18080/ 2>&1
echo status $?

echo == nc
$b nc -l -p 17001 >got &
listener=$!
until_works $b grep -q ':4269 ' /proc/net/tcp /proc/net/tcp6
echo through nc | $b nc 127.0.0.1 17001
wait $listener
$b cat got
$b nc -l -p 17002 -e $b sort -rn &
listener=$!
until_works $b grep -q ':426A ' /proc/net/tcp /proc/net/tcp6
$b netstat -ltn | $b grep -c 17002
$b seq 1 2000 >numbers
# The end of what is sent is the end of what sort reads: the file, then both directions.
$b nc 127.0.0.1 17002 <numbers | $b md5sum
wait $listener

echo == interfaces
$b ifconfig lo | $b sed -n 's/.*inet addr:\([0-9.]*\).*/\1/p; s/.*MTU:\([0-9]*\).*/\1/p'
