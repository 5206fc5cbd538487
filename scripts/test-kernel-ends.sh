#!/bin/sh
# test-kernel-ends.sh ARCH…: how the kernel ends: init's status goes to the host, and what cannot go on is a panic with a
# message and a status of its own. Expects the kernels, build/bin/seed and build/bin/minicc.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# boot LINE: the kernel's command line; the output to $work/output, seed's status to $status.
boot() {
    timeout 60 build/bin/seed boot --arch="$arch" --initramfs="$initramfs" --append="$1" < /dev/null > "$work/output" 2>&1
    status=$?
}

ends() { # NAME TEXT STATUS: the last boot's output has the text, and that was its status
    if grep -q "$2" "$work/output" && [ "$status" -eq "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $arch $1: expected '$2' and status $3; status $status and"
        tail -n 5 "$work/output"
    fi
}

panics() { # NAME TEXT
    ends "$1" "panic: .*$2" 1
}

for arch; do
    printf 'int main(int argc, char **argv) { (void)argv; return 40 + argc; }\n' > "$work/init.c"
    mkdir -p "$work/root"
    build/bin/minicc --target="$arch" "$work/init.c" -o "$work/root/init" || exit 1
    build/bin/seed pack "$work/root" "$work/good.cpio" || exit 1
    printf 'no program' > "$work/root/text"
    chmod 755 "$work/root/text"
    build/bin/seed pack "$work/root" "$work/more.cpio" || exit 1
    rm "$work/root/text"
    head -c 1000 "$work/good.cpio" > "$work/cut.cpio"
    gzip -c "$work/good.cpio" > "$work/compressed.cpio"
    printf 'this is no archive at all' > "$work/text.cpio"

    initramfs=$work/good.cpio
    boot ""
    ends "init's status" "init ended with status 41" 41
    boot "-- one two"
    ends "init's arguments" "init ended with status 43" 43
    boot "init=/absent"
    panics "no init" "cannot run /absent"
    for what in read text data stack else; do
        boot "fault=$what"
        panics "fault=$what" ""
        ends "fault=$what: backtrace" "called from" 1
    done
    initramfs=$work/more.cpio
    boot "init=/text"
    panics "init is no program" "cannot run /text"
    initramfs=$work/cut.cpio
    boot ""
    panics "an archive that is cut off" "not a cpio archive.*cut off"
    initramfs=$work/compressed.cpio
    boot ""
    panics "a compressed archive" "compressed"
    initramfs=$work/text.cpio
    boot ""
    panics "no archive" "not a cpio archive"
    head -c 512 /dev/zero > "$work/zeros.cpio"
    initramfs=$work/zeros.cpio
    boot ""
    panics "an empty archive" "cannot run /init"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
