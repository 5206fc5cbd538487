#!/bin/sh
# fuzz-kernel.sh [ARCH…]: sequences of related system calls (tests/calls) in the seed kernel, as an unprivileged user. Those from number
# SEED on, N of them, must give what they give on the Linux that runs here (as root; amd64). Then CALLS calls by several processes at
# once, with threads, signals and terminals: the machine goes on, memory comes back, root's shell and its programs run.
#   N=1000 SEED=1 CALLS=100000 BUILD=build/checked APPEND=refuse=7 sh scripts/fuzz-kernel.sh riscv64
# The last line is `N passed, N failed`: each sequence counts, and each machine's end.
cd "$(dirname "$0")/.." || exit 1
count=${N:-1000}
first=${SEED:-1}
calls=${CALLS:-100000}
build=${BUILD:-build}
[ $# -gt 0 ] || set -- amd64 aarch64 riscv64
work=build/fuzz/calls
mkdir -p "$work"
here=$(uname -m | sed 's/x86_64/amd64/')
passed=0
failed=0

for arch in "$here" "$@"; do
    build/bin/minicc --target="$arch" -O1 tests/calls/*.c -o "$work/sequences-$arch" || exit 1
done

# What Linux says. A tree in memory, as the kernel's is.
rm -f "$work/linux"
if [ "$(id -u)" = 0 ] && [ "$count" -gt 0 ]; then
    folder=$(mktemp -d /dev/shm/sequences.XXXXXX)
    program=$PWD/$work/sequences-$here
    chmod 755 "$folder"
    (cd "$folder" && "$program" log "$first" "$count") >"$work/linux"
    rm -rf "$folder"
else
    [ "$count" -eq 0 ] || echo "not root: nothing to compare with, the sequences are left out"
    count=0
fi

for arch; do
    root=$work/root-$arch
    rm -rf "$root" "$work/results-$arch"
    mkdir -p "$root/results" "$root/play"
    cp -R "build/$arch/root/." "$root"
    cp "$work/sequences-$arch" "$root/bin/sequences"
    cat >"$root/run" <<END
cd /play
sequences log $first $count >/results/log
sequences live $calls $first >/results/live
ls /bin | wc -l >/results/programs
grep Name /proc/1/status >/results/names
ps >/results/ps
echo well | cat >/results/end
END
    build/bin/seed pack "$root" "$work/$arch.cpio"
    image=$build/$arch/$([ "$arch" = aarch64 ] && echo Image || echo kernel.elf)
    timeout "${LIMIT:-3600}" build/bin/seed boot --arch="$arch" --kernel="$image" --initramfs="$work/$arch.cpio" --results="$work/results-$arch" \
        --append="loglevel=3 $APPEND" -- /bin/sh /run </dev/null >"$work/console-$arch" 2>&1
    results=$work/results-$arch
    [ -d "$results/results" ] && results=$results/results
    differ=0
    [ "$count" -eq 0 ] || differ=$(diff "$work/linux" "$results/log" | grep -c '^<')
    if [ "$differ" -gt 0 ]; then
        echo "$arch: $differ sequences differ from Linux, the first ones:"
        diff "$work/linux" "$results/log" | sed -n 's/^< \([0-9]*\) .*/    sequences show \1/p' | head -n 5
    fi
    passed=$((passed + count - differ))
    failed=$((failed + differ))
    # With memory refused processes may fail to start; the machine may not.
    if [ "$(cat "$results/end" 2>/dev/null)" = well ] && ! grep -aq panic "$work/console-$arch" \
        && { [ "$APPEND" ] || grep -q 'memory came back' "$results/live"; }; then
        passed=$((passed + 1))
        echo "$arch: $(tail -n 1 "$results/live")"
    else
        failed=$((failed + 1))
        echo "FAIL $arch: $(tail -n 1 "$results/live" 2>/dev/null)"
        grep -a 'panic\|called from' "$work/console-$arch" | head -n 14
        tail -n 3 "$work/console-$arch"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
