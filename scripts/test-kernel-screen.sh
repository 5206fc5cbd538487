#!/bin/sh
# test-kernel-screen.sh: the kernel on a PC's screen and keyboard. An ISO image under a BIOS and a program under UEFI boot in qemu, keys come
# from qemu's monitor, and the picture of the screen, read back with the kernel's own letters, must be tests/kernel/screen/NAME.expected.
# Expects the kernel, its programs, and build/bin/minicc. KEEP=FOLDER keeps the pictures.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
passed=0
failed=0
qemu=
trap '[ -z "$qemu" ] || kill "$qemu" 2>/dev/null; rm -rf "$work"' EXIT

# start MEDIA: qemu with its monitor at descriptor 3.
start() {
    rm -f "$work/monitor" && mkfifo "$work/monitor"
    timeout 300 sh scripts/boot-media.sh "$1" -vga std -monitor stdio -serial "file:$work/serial" < "$work/monitor" > /dev/null 2> "$work/qemu" &
    qemu=$!
    exec 3> "$work/monitor"
}

keys() { # KEY…: by qemu's names
    for key; do
        echo "sendkey $key 20" >&3
        sleep 0.06
    done
}

# shows NAME: the screen has to become this one, some time; machines may be slow.
shows() {
    tries=0
    until [ "$tries" -ge 400 ]; do
        echo "screendump $work/picture.ppm" >&3
        sleep 0.2
        build/amd64/read-screen "$work/picture.ppm" > "$work/text" 2>&1 && cmp -s "$work/text" "tests/kernel/screen/$1.expected" && break
        kill -0 "$qemu" 2>/dev/null || break
        tries=$((tries + 1))
    done
    [ -z "${KEEP-}" ] || cp "$work/picture.ppm" "$KEEP/$1.ppm"
    [ -z "${KEEP-}" ] || cp "$work/text" "$KEEP/$1.text"
    result "$1" cmp -s "$work/text" "tests/kernel/screen/$1.expected"
}

result() { # NAME COMMAND…
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    echo "FAIL screen $name"
    [ ! -f "tests/kernel/screen/$name.expected" ] || diff "tests/kernel/screen/$name.expected" "$work/text"
    tail -n 3 "$work/qemu"
}

ends() { # NAME: the machine comes to its end, with init's status 0
    exec 3>&-
    wait "$qemu"
    status=$?
    qemu=
    result "$1" [ "$status" -eq 0 ]
}

sh scripts/install-needs.sh media || exit 1
build/bin/minicc -Ikernel/include tests/kernel/screen/read-screen.c kernel/screen/font.c -o build/amd64/read-screen || exit 1

# What escape sequences do, and what keys send.
mkdir "$work/root"
build/bin/minicc --target=amd64 tests/kernel/init/screen.c -o "$work/root/init" || exit 1
build/bin/seed pack "$work/root" "$work/sequences.cpio" || exit 1
sh scripts/make-boot-media.sh iso build/amd64/kernel.elf "$work/sequences.cpio" serial=off "$work/sequences.iso" || exit 1
start "$work/sequences.iso"
shows sequences
keys a shift-a caps_lock b shift-b caps_lock 1 shift-1 ctrl-c ctrl-spc alt-x ret tab backspace esc up down left right home end pgup pgdn insert delete \
    f1 f5 f6 f12 kp_enter kp_7 num_lock kp_7 num_lock backslash shift-apostrophe ctrl-bracket_right
shows keys
keys q
shows nonsense
keys q
ends sequences-end
result serial-off [ "$(grep -ac 'rows, 128 columns' "$work/serial")" -eq 0 ]

# The shell, and that what it prints is on the serial line as well.
build/bin/seed pack build/amd64/root "$work/shell.cpio" || exit 1
sh scripts/make-boot-media.sh efi build/amd64/kernel.elf "$work/shell.cpio" "" "$work/shell.efi" || exit 1
start "$work/shell.efi"
shows prompt
keys s e q spc 1 0 0 ret e c h o spc shift-apostrophe shift-h e l l o comma spc s c r e e n shift-1 shift-apostrophe ret
shows shell
result serial grep -q 'Hello, screen!' "$work/serial"
keys p o w e r o f f ret
ends shell-end

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
