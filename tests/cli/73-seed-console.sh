# The seed kernel with its shell on the console: what is typed is done, pipes work, files come back, and the shell's status
# ends the machine. (make test has built the kernel.)
root=$ROOT/build/amd64
seed pack "$root/root" system.cpio
cat >typed <<'END'
mkdir /results; cd /results
echo one two | wc -w > words
ls /bin | grep '^l[ns]$' > names; cat names names | sort -r > twice
for i in 1 2; do echo $i; done | tail -n 1 > last
sleep 100 &
kill -9 $!; wait $!; echo $? > killed
exit 42
END
seed boot --arch=amd64 --kernel="$root/kernel.elf" --initramfs=system.cpio --results=back <typed >console 2>&1
echo "status $?"
for name in words names twice last killed; do
    echo "$name:"
    cat "back/$name"
done
seed boot --arch=amd64 --kernel="$root/kernel.elf" --initramfs=system.cpio -- false </dev/null >/dev/null 2>&1
echo "status $?"
