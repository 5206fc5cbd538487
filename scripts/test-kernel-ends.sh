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

init() { # FILE: becomes /init of $work/root
    build/bin/minicc --target="$arch" "$1" -o "$work/root/init" || exit 1
}

member() { # INODE MODE LINKS NAME TEXT: a member of a cpio archive
    printf '070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%s\0' "$1" "$2" 0 0 "$3" 0 "${#5}" 0 0 0 0 $((${#4} + 1)) 0 "$4"
    head -c $(((4 - (110 + ${#4} + 1) % 4) % 4)) /dev/zero
    printf %s "$5"
    head -c $(((4 - ${#5} % 4) % 4)) /dev/zero
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
    boot "fault=run"
    panics "the kernel runs nothing of programs" "in the kernel at"
    boot "fault=touch"
    # This machine's processor has no PAN.
    case $arch in
    aarch64) panics "fault=touch" "fault=touch was asked for" ;;
    *) panics "the kernel touches nothing of programs" "in the kernel at" ;;
    esac
    if [ "$arch" = aarch64 ]; then
        timeout 60 qemu-system-aarch64 -M virt -cpu max -m 256 -nodefaults -display none -serial stdio -append fault=touch \
            -semihosting-config enable=on,target=native -kernel build/aarch64/Image -initrd "$initramfs" < /dev/null > "$work/output" 2>&1
        status=$((($? == 255) * 1))
        panics "the kernel touches nothing of programs, where there is PAN" "in the kernel at"
    fi
    boot "memory=2"
    panics "memory below the initramfs" "memory=2 is too little"
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
    # Names that are taken away again while another member has the same inode number; and names with dots.
    build/bin/seed pack "$work/root" "$work/odd.cpio"
    {
        member 9 0100644 2 a one
        member 8 0100644 1 a two
        member 9 0100644 2 b three
        member 7 0100644 1 d/../../e/./f four
        member 0 0 1 'TRAILER!!!' ''
    } >> "$work/odd.cpio"
    initramfs=$work/odd.cpio
    boot ""
    ends "odd members" "init ended with status 41" 41
    init tests/kernel/init/odd-members.c
    build/bin/seed pack "$work/root" "$work/more.cpio"
    tail -c +$(($(stat -c %s "$work/good.cpio") + 1)) "$work/odd.cpio" > "$work/tail.cpio"
    cat "$work/more.cpio" "$work/tail.cpio" > "$work/odd.cpio"
    boot ""
    ends "what odd members became" "init ended with status 42" 42
    init tests/kernel/init/ignores-children.c
    build/bin/seed pack "$work/root" "$work/more.cpio"
    initramfs=$work/more.cpio
    boot ""
    ends "init that ignores its children" "init ended with status 42" 42
    head -c 512 /dev/zero > "$work/zeros.cpio"
    initramfs=$work/zeros.cpio
    boot ""
    panics "an empty archive" "cannot run /init"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
