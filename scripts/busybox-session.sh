# What scripts/test-linux-programs.sh has busybox do, in the seed kernel and on Linux; $1 is a folder that is made for it.
# Everything it prints must be the same in both places.
b=${BUSYBOX:-/bin/busybox}
$b mkdir -p "$1" && cd "$1" || exit 1
umask 022
echo "== files"
$b seq 1 500 > numbers
$b wc numbers
$b head -n 3 numbers
$b tail -n 2 numbers
$b cp numbers copy && $b cmp numbers copy && echo same
$b mkdir -p a/b/c && $b touch a/b/c/file && $b find a | $b sort
$b ln -s numbers link && $b readlink link && $b ls -l link | $b cut -c1-10
$b ln copy hard && $b stat -c '%h %s %F' hard
$b mv copy a/moved && $b ls -1 a
$b chmod 640 numbers && $b stat -c '%a' numbers
$b rm -r a && $b ls -1
$b dd if=/dev/zero of=zeros bs=64k count=20 2>/dev/null && $b md5sum zeros
$b truncate -s 100 zeros && $b wc -c < zeros
$b du -a . | $b wc -l
echo "== text"
$b grep -n '4[0-3]9' numbers
$b sed -n 's/^\(1\)\(.\)\2$/\2-\1/p' numbers
$b awk '{ s += $1 } END { print s, NR }' numbers
$b sort -rn numbers | $b head -n 2
$b tr 0-9 a-j < numbers | $b tail -n 1
$b printf '%05.2f|%-5s|%x\n' 3.14159 ab 255
echo "b a c a" | $b xargs -n 1 | $b sort | $b uniq -c | $b sed 's/^ *//'
$b cut -c2- numbers | $b tail -n 1
$b expr 6 \* 7
echo 'some text' | $b sha256sum
echo 'some text' | $b od -c | $b head -n 1
$b diff numbers link && echo "no difference"
echo "== archives"
$b tar cf t.tar numbers zeros && $b tar tf t.tar
$b gzip -c numbers > n.gz && $b gzip -dc n.gz | $b cmp - numbers && echo "gzip: same"
$b bzip2 -c numbers | $b bzip2 -dc | $b md5sum
$b mkdir out && $b tar xf t.tar -C out && $b cmp numbers out/numbers && echo "tar: same"
echo "== shell"
i=0
while [ $i -lt 50 ]; do i=$((i + 1)); done
echo "$i"
f() { echo "function $1"; return 3; }
f x
echo $?
(exit 7); echo $?
$b true && echo yes || echo no
$b false || echo "false: $?"
for w in one two three; do echo "$w"; done | while read -r l; do echo "<$l>"; done
x=$(echo a; echo b); echo "$x"
case abc in a*) echo matched ;; esac
cat << END
here $i
END
trap 'echo trapped' USR1
kill -USR1 $$
$b sleep 0.1 & wait $!
echo "waited $?"
$b sh -c 'kill -9 $$'
echo "killed $?"
$b timeout 1 $b sleep 10
echo "timeout $?"
echo one | $b tee file1 file2 && $b cat file1 file2
$b yes | $b head -n 1000 | $b wc -l
$b env -i A=b $b env
echo "== processes"
$b sleep 100 &
kill -STOP $!
kill -CONT $!
kill $!
wait $!
echo "ended $?"
$b setsid $b echo "another session"
$b top -b -n1 | $b head -n 1 | $b cut -d : -f 1
$b renice -n 3 $$ && echo reniced
$b stty 2>&1 < /dev/null | $b head -n 1
$b taskset -p $$ > /dev/null && echo affinity
echo "== owners"
$b fallocate -l 5000 room && $b stat -c '%s' room
$b chown "$($b id -u):$($b id -g)" room && echo owned
$b mkfifo pipe && $b stat -c '%F' pipe
umask 077 && $b touch private && $b stat -c '%a' private
cd / && pwd
echo "== end"
