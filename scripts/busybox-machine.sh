# What busybox shows of the seed kernel's machine, and does at its terminals: scripts/test-linux-programs.sh compares it with
# scripts/busybox-machine.expected. Numbers that differ from run to run are taken out.
b=/bin/busybox
for name in $($b --list); do $b ln -s busybox /bin/$name 2>/dev/null; done
mkdir -p /etc /home/guest /work && cd /work || exit 1
printf 'root:x:0:0:root:/:/bin/sh\nguest:x:1000:1001:guest:/home/guest:/bin/sh\n' > /etc/passwd
printf 'root:x:0:\nguests:x:1001:\n' > /etc/group
printf '/bin/sh\n' > /etc/shells
chown guest:guests /home/guest
echo "== the system"
uname -srm
hostname
nproc
mount
mount -t tmpfs tmpfs /mnt
mkdir /mnt && mount -t tmpfs tmpfs /mnt
df /proc /mnt | tr -s ' ' | cut -d ' ' -f 1,6
df /mnt | awk 'NR == 2 { print ($2 > 100000 && $3 > 0 && $2 >= $3 + $4 ? "df: sums" : "df: " $0) }'
umount /mnt
free | awk '/^Mem/ { print ($2 > 100000 && $3 > 0 && $4 > 0 && $2 >= $3 + $4 ? "free: sums" : $0) } /^Swap/ { print }'
uptime | sed 's/[0-9][0-9]*/N/g'
dmesg | sed -n 's/.*\(\/init starts\).*/\1/p'
sysctl kernel.ostype kernel.pid_max fs.inotify.max_user_watches
sed 's/[0-9][0-9]*/N/g' /proc/loadavg
cat /proc/filesystems
date -u -d @86400 '+%F %T'
mdev -s
ls /dev
tty
stty -a | head -n 1
stty size
echo "== processes"
sleep 100 &
child=$!
until grep -q sleep /proc/$child/comm; do usleep 10000; done
ps -o args | grep '[s]leep 100'
top -b -n 1 | sed -n 's/^\([A-Za-z]*\).*/\1/p' | sort -u
pidof sleep | grep -c "$child"
renice -n 5 "$child" && ps -o nice,args | grep '[s]leep 100'
kill -STOP "$child" && sed -n 's/^State:.//p' "/proc/$child/status"
killall sleep
kill -CONT "$child"
wait "$child"
echo "ended $?"
setsid sh -c 'ps -o pid,sid -p $$ > /dev/null 2>&1; echo "session of its own: $(($$ == $(cut -d " " -f 6 /proc/self/stat)))"' | cat
sh -c 'watch -t -n 100 echo watched > shown & while ! [ -s shown ]; do usleep 20000; done; kill $!; wait' 2>/dev/null
od -c shown | sed -n 1p && rm shown
nice=$(cut -d ' ' -f 19 /proc/self/stat); echo "nice $nice"
time -p true 2>&1 | cut -d ' ' -f 1
ionice -c 3 sh -c 'ionice'
chroot / sh -c 'cd /work && pwd'
echo "== files"
mkdir -p deep/er && echo text > deep/er/file && cp -r deep copy
find . -type f | sort | xargs grep -c text
tar cf - deep | tar tf -
find copy -type f -exec rm {} \; && find copy -depth -exec rmdir {} \; && ls
mkfifo pipe; (echo through > pipe &) ; cat pipe
mknod null c 1 3 && echo gone > null && stat -c '%F %t,%T' null
truncate -s 1M large && du large && stat -f -c '%T %l' . /proc
sync
mount -t tmpfs -o mode=700 tmpfs deep && mount | grep -c /work/deep && touch deep/new && umount deep && ls deep
echo "== keys"
keys 'ihello\eyypA world\e:wq\n' /bin/vi new > /dev/null; cat new
keys 'dd:s/hello/bye/\nZZ' /bin/vi new > /dev/null; cat new
seq 1 30 > many
keys ' /25\nq' /bin/less many | tr -d '\n' | grep -o '1234567\|25' | sort -u
keys 'echo $((6 * 7)) > answer\nexit\n' /bin/sh > /dev/null; cat answer
keys 'id\nexit\n' /bin/login -f guest | grep -o 'uid=.*'
echo "== users"
su guest -c 'id; touch /work/mine; touch ~/mine && ls -l ~ | cut -c 1-10,15-32 | tail -n 1; kill -9 1; cat /proc/1/environ'
su - guest -c 'pwd; echo $USER $HOME'
whoami
setpriv --nnp su guest -c id
echo "== end"
