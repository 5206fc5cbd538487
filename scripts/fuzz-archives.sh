#!/bin/sh
# fuzz-archives.sh ARCH…: damaged archives as initramfs (tests/archives/damage.c), N of them from SEED on, two machines at a time. The kernel boots,
# and its init ends; or it panics and says what is wrong with the archive. It does not hang and does not fault.
# The last line is `N passed, N failed`; a failing archive is kept in build/fuzz/archives.
cd "$(dirname "$0")/.." || exit 1
count=${N:-100}
first=${SEED:-1}
work=build/fuzz/archives

# one ARCH NUMBER: boots one, and says whether it failed.
if [ "$1" = one ]; then
    arch=$2
    file=$work/$arch-$3
    "$work/damage" "$3" "$work/$arch.cpio" "$file.cpio" || exit 1
    timeout 120 build/bin/seed boot --arch="$arch" --initramfs="$file.cpio" -- /bin/true </dev/null >"$file.log" 2>&1
    if grep -aq 'init ended with status\|panic: the initramfs\|panic: cannot run\|panic: there is no initramfs' "$file.log" \
        && ! grep -aq 'fault at address' "$file.log"; then
        rm -f "$file.cpio" "$file.log"
    else
        echo "FAIL $arch $3: $(grep -a panic "$file.log" || tail -n 1 "$file.log")"
    fi
    exit 0
fi

[ $# -gt 0 ] || set -- amd64 aarch64 riscv64
rm -rf "$work"
mkdir -p "$work"
build/bin/minicc -O1 tests/archives/damage.c -o "$work/damage" || exit 1
failed=0
for arch; do
    root=$work/root-$arch
    mkdir -p "$root/bin" "$root/folder/inner"
    cp "build/$arch/root/init" "$root/init"
    cp "build/$arch/root/bin/true" "build/$arch/root/bin/cat" "$root/bin"
    ln "$root/bin/true" "$root/folder/second"
    ln "$root/bin/true" "$root/folder/third"
    ln -s ../bin/cat "$root/folder/link"
    ln -s folder "$root/way"
    echo text >"$root/folder/inner/text"
    : >"$root/folder/empty"
    build/bin/seed pack "$root" "$work/$arch.cpio"
    seq "$first" $((first + count - 1)) | xargs -P "${JOBS:-2}" -n 1 sh scripts/fuzz-archives.sh one "$arch" >"$work/$arch.failed"
    cat "$work/$arch.failed"
    failed=$((failed + $(wc -l <"$work/$arch.failed")))
done
echo "$((count * $# - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
