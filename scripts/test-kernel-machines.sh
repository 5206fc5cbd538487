#!/bin/sh
# test-kernel-machines.sh: the kernel on machines that the suites do not use: much memory, memory above 4 GiB, two processors,
# PCs that ACPI switches off, loaders that say strange things, interrupt controllers, processors that are too narrow.
# Expects the three kernels and build/bin/minicc.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# start NAME COMMAND…: qemu with what all machines have in common; the console's output to $work/output.
start() {
    name=$1
    shift
    timeout 60 "$@" -accel tcg -nodefaults -no-user-config -display none -no-reboot -serial stdio < /dev/null > "$work/output" 2>&1
    status=$?
}

says() { # TEXT STATUS: the last machine's console has the text, and qemu ended with that status
    if grep -q "$1" "$work/output" && [ "$status" -eq "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name: expected '$1' and status $2; status $status and"
        tail -n 5 "$work/output"
    fi
}

# /init tells how much memory there is, fills as many MiB as its argument says, and looks whether they stay so.
cat > "$work/init.c" <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>
int main(int argc, char **argv)
{
    size_t pages = argc > 1 ? atoi(argv[1]) * 256UL : 1, k;
    struct sysinfo info;
    char *memory = mmap(NULL, pages * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    sysinfo(&info);
    printf("%lu MiB\n", info.totalram / 1024 * info.mem_unit / 1024);
    if (memory == MAP_FAILED)
        return 1;
    for (k = 0; k < pages; k++)
        *(size_t *)(memory + k * 4096) = k;
    for (k = 0; k < pages; k++)
        if (*(size_t *)(memory + k * 4096) != k)
            return 2;
    return 0;
}
END
for arch in amd64 aarch64 riscv64; do
    mkdir -p "$work/$arch"
    build/bin/minicc --target="$arch" "$work/init.c" -o "$work/$arch/init" || exit 1
    build/bin/seed pack "$work/$arch" "$work/$arch.cpio" || exit 1
done

amd64="-cpu max -device isa-debug-exit,iobase=0xf4,iosize=4 -kernel build/amd64/kernel.elf -initrd $work/amd64.cpio"
aarch64="-cpu cortex-a57 -semihosting-config enable=on,target=native -kernel build/aarch64/Image -initrd $work/aarch64.cpio"
riscv64="-initrd $work/riscv64.cpio"

# ---- Memory and processors. $amd64 and its like are lists of words. ------------------------------
much="-object memory-backend-ram,id=ram,size=8G,reserve=off -machine memory-backend=ram -m 8G -smp 2"
# shellcheck disable=SC2086
for board in q35 microvm,acpi=off,pit=off,pic=off,rtc=off,x-option-roms=off; do
    start "$board, 8 GiB, two processors" qemu-system-x86_64 -M $board $much $amd64
    says '^81[67][0-9] MiB' 1
done
# shellcheck disable=SC2086
start "q35, half of the memory above 4 GiB" qemu-system-x86_64 -M q35,max-ram-below-4g=128M -m 256 $amd64 -append "-- 160"
says '^24[0-9] MiB' 1
# shellcheck disable=SC2086
start "aarch64, 8 GiB, two processors" qemu-system-aarch64 -M virt $much $aarch64
says '^81[67][0-9] MiB' 0
# shellcheck disable=SC2086
start "riscv64, 8 GiB, two processors" qemu-system-riscv64 -M virt -bios none $much -kernel build/riscv64/kernel.elf $riscv64
says '^81[67][0-9] MiB' 0
# shellcheck disable=SC2086
start "riscv64 with OpenSBI, 8 GiB, two processors" qemu-system-riscv64 -M virt $much -kernel build/riscv64/Image $riscv64
says '^81[67][0-9] MiB' 0

# ---- A PC is switched off by ACPI, where qemu has no other way to end ------------------------------
amd64="-cpu max -kernel build/amd64/kernel.elf -initrd $work/amd64.cpio"
for board in q35 pc microvm,acpi=on,pit=on; do
    # shellcheck disable=SC2086
    start "$board, switched off by ACPI" qemu-system-x86_64 -M $board -m 256 -smp 3 $amd64 -append loglevel=6
    says 'processors: 3' 0
    says 'init ended with status 0' 0
done

# ---- A PC knows the time of day --------------------------------------------------------------------
build/bin/minicc --target=amd64 kernel/user/tools/date.c -o "$work/amd64/init" && build/bin/seed pack "$work/amd64" "$work/date.cpio" || exit 1
for time in 2024-02-29T23:59 2026-12-31T00:00 2080-07-04T12:34; do
    start "q35 at $time" qemu-system-x86_64 -M q35 -m 256 -rtc base="$time:00" -cpu max -kernel build/amd64/kernel.elf -initrd "$work/date.cpio" \
        -append "-- +%Y-%m-%dT%H:%M"
    says "^$time" 0
done

# ---- What a loader tells by Multiboot2. A program is qemu's kernel that jumps into ours, which lies where it belongs. ----
entry=$(sed -n 's/^FFFFFF80\([0-9A-F]*\) .* multiboot_entry$/0x\1/p' build/amd64/kernel.map)
tags() { # NAME SIZE TAGS TEXT WORDS…: the size of all, the tags as P1pp, what is to be said, and more words for qemu
    name="Multiboot2: $1"
    text=$4
    cat > "$work/loader.P1pp" <<END
%section(note, 4, keep)
%(4) %(8) %(18) "Xen\\0" %ptr8(&start)
%section(text, 16, keep)
:start
BB &tags
B8 %($entry)
FF E0
.align 8
:tags
%($2) %(0)
$3
END
    build/bin/minicc --target=amd64 -nostdlib --base=0x2000000 --phys=0x2000000 --entry=start "$work/loader.P1pp" -o "$work/loader.elf" || exit 1
    shift 4
    start "$name" qemu-system-x86_64 -M q35,max-ram-below-4g=128M -m 256 -cpu max -device isa-debug-exit,iobase=0xf4,iosize=4 -kernel "$work/loader.elf" \
        -device loader,file=build/amd64/kernel.elf "$@"
    says "$text" 255
}
memory='%(6) %(40) %(24) %(0) $(0x100000) $(0x7f00000) %(1) %(0)'
line='%(1) %(16) "x=Multi\0"'
tags "a good list" 72 "$memory $line %(0) %(8)" 'panic: .*not a cpio archive\|panic: .*no init'
tags "no end" 64 "$memory $line" 'panic: .*not a cpio archive\|panic: .*no init'
tags "a tag of size 0" 72 "$memory %(9) %(0) $line %(0) %(8)" 'panic: .*a tag of 0 bytes'
tags "a tag beyond the end" 64 "$memory %(9) %(1000) %(0) %(8)" 'panic: .*a tag of 1000 bytes'
# A screen above 4 GiB, with so many bits a point: the panic is on it. The file holds RAM without the hole in the addresses.
screen_at_104000000() { # BITS COLOURS
    tags "a screen above 4 GiB, $1 bits a point" 112 \
        "%(8) %(38) \$(0x104000000) %(4096) %(1024) %(768) !($1) !(1) @(0) $2 @(0) $memory $line %(0) %(8)" \
        'panic: .*not a cpio archive\|panic: .*no init' \
        -object "memory-backend-file,id=ram,size=256M,mem-path=$work/ram,share=on" -machine memory-backend=ram
    points=$(tail -c +$((192 * 1024 * 1024 + 1)) "$work/ram" | head -c $((4096 * 768)) | tr -d '\0' | wc -c)
    echo "$points bytes that are not black" > "$work/output"
    status=$((points < 1000))
    says "bytes" 0
}
screen_at_104000000 32 '!(16) !(8) !(8) !(8) !(0) !(8)'
screen_at_104000000 24 '!(16) !(8) !(8) !(8) !(0) !(8)'
screen_at_104000000 16 '!(11) !(5) !(5) !(6) !(0) !(5)'
tags "no memory" 16 '%(0) %(8)' 'panic: .*memory'
tags "memory in entries of no size" 56 '%(6) %(40) %(0) %(0) $(0x100000) $(0x7f00000) %(1) %(0) %(0) %(8)' 'panic: .*entries of 0 bytes'

# ---- Other interrupt controllers, and processors that cannot run it but can say so -----------------
for board in virt,gic-version=3 virt,gic-version=3,virtualization=on virt,gic-version=2,virtualization=on; do
    # shellcheck disable=SC2086
    start "aarch64, $board" qemu-system-aarch64 -M $board -m 256 -smp 2 $aarch64
    says 'init ended with status 0' 0
done
for cpu in qemu32 pentium3 486; do
    # shellcheck disable=SC2086
    start "amd64, $cpu" qemu-system-x86_64 -M q35 -m 256 -device isa-debug-exit,iobase=0xf4,iosize=4 $amd64 -cpu $cpu
    says 'processor of 32 bits' 255
done
# shellcheck disable=SC2086
start "aarch64, 32 bits" qemu-system-aarch64 -M virt -m 256 $aarch64 -cpu cortex-a15
says 'processor of 32 bits' 255
# shellcheck disable=SC2086
start "riscv64, 32 bits" qemu-system-riscv32 -M virt -bios none -m 256 -kernel build/riscv64/Image $riscv64
says 'processor of 32 bits' 255

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
