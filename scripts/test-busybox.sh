#!/bin/sh
# busybox's own test suite (Debian's source package) with Debian's static busybox: in the seed kernel, and on the Linux that runs here below
# a root folder with the same files (needs root). The verdicts must be the same but for those that tests/busybox/differs names.
# Left out: bc and dc, which only compute, and take most of the time; wget, which wants servers of the world; mount, which wants loop devices.
# test-busybox.sh [APPLET…] runs some. The last line is `N passed, N failed`: verdicts that agree, and those that do not.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
work=build/busybox-suite
sums='faeeb244c35a348a334f4a59e44626ee870fb07b6884d68c10ae8bc19f83a694  busybox_1.35.0.orig.tar.bz2'

leave() {
    echo "$1: the suite of busybox is left out"
    echo "0 passed, ${2:-0} failed"
    exit "${2:-0}"
}
[ "$(uname -m)" = x86_64 ] && [ -x /bin/busybox ] || leave "busybox-static is not installed"
[ "$(id -u)" = 0 ] || leave "not root"
echo "$sums" | sh scripts/fetch-source.sh busybox 1:1.35.0-4+deb12u1 build/real/archives || leave "no source" 1

rm -rf "$work"
mkdir -p "$work/root/bin" "$work/root/tmp" "$work/root/dev" "$work/root/proc" "$work/root/etc" "$work/root/suite"
root=$work/root
chmod 1777 "$root/tmp"
tar -xf build/real/archives/busybox_1.35.0.orig.tar.bz2 -C "$work"
source=$work/busybox-1.35.0
cp -R "$source/testsuite" "$root/suite"
(cd "$root/suite/testsuite" && rm -rf wget bc* dc* mount.*)
cp /bin/busybox "$root/bin/busybox"
cp /bin/busybox "$root/suite/busybox"
for applet in $(/bin/busybox --list); do
    [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"
done
# All that tests ask for: what Debian's has not fails on both sides.
sed -n 's/^[[:space:]]*optional//p' "$source"/testsuite/*.tests | tr -s ' "' '\n\n' | sed -n 's/^[A-Z].*/CONFIG_&=y/p' | sort -u >"$root/suite/.config"
echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
echo 'root:x:0:' >"$root/etc/group"
cat >"$root/test" <<END
export PATH=/bin TZ=UTC0 HOME=/
cd /suite/testsuite
exec busybox sh ./runtest $*
END
cp build/amd64/root/init "$root/init"
build/bin/seed pack "$root" "$work/initramfs.cpio"

build/bin/seed boot --arch=amd64 --initramfs="$work/initramfs.cpio" -- /bin/busybox sh /test </dev/null >"$work/seed.log" 2>&1
unshare -m sh -c 'mount --bind /dev "$1/dev" && mount -t proc proc "$1/proc" && exec chroot "$1" /bin/busybox env -i /bin/busybox sh /test' \
    sh "$root" </dev/null >"$work/linux.log" 2>&1

for side in seed linux; do
    tr -d '\r' <"$work/$side.log" | grep -a '^\(PASS\|FAIL\|UNTESTED\|SKIPPED\): ' | sort >"$work/$side"
done
# Named differences count for neither side.
sed -n '/^[^#]/s/  .*//p' tests/busybox/differs >"$work/named"
for side in seed linux; do
    grep -avxF "$(sed 's/^/PASS: /; p; s/^PASS/FAIL/' "$work/named")" "$work/$side" >"$work/$side.counted"
done
diff "$work/linux.counted" "$work/seed.counted" | grep '^[<>]'
failed=$(diff "$work/linux.counted" "$work/seed.counted" | grep -c '^>')
passed=$(comm -12 "$work/linux.counted" "$work/seed.counted" | wc -l)
grep -aq 'init ended with status' "$work/seed.log" || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && { [ $# -gt 0 ] || [ "$passed" -gt 600 ]; }
