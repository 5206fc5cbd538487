#!/bin/sh
# test-kernel-machines.sh: the kernel on machines that the suites do not use: much memory, memory above 4 GiB, two processors,
# PCs that ACPI switches off.
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
# shellcheck disable=SC2086
for board in q35 microvm,acpi=off,pit=off,pic=off,rtc=off,x-option-roms=off; do
    start "$board, 8 GiB, two processors" qemu-system-x86_64 -M $board -m 8G -smp 2 $amd64
    says '^81[67][0-9] MiB' 1
done
# shellcheck disable=SC2086
start "q35, half of the memory above 4 GiB" qemu-system-x86_64 -M q35,max-ram-below-4g=128M -m 256 $amd64 -append "-- 160"
says '^24[0-9] MiB' 1
# shellcheck disable=SC2086
start "aarch64, 8 GiB, two processors" qemu-system-aarch64 -M virt -m 8G -smp 2 $aarch64
says '^81[67][0-9] MiB' 0
# shellcheck disable=SC2086
start "riscv64, 8 GiB, two processors" qemu-system-riscv64 -M virt -bios none -m 8G -smp 2 -kernel build/riscv64/kernel.elf $riscv64
says '^81[67][0-9] MiB' 0
# shellcheck disable=SC2086
start "riscv64 with OpenSBI, 8 GiB, two processors" qemu-system-riscv64 -M virt -m 8G -smp 2 -kernel build/riscv64/Image $riscv64
says '^81[67][0-9] MiB' 0

# ---- A PC is switched off by ACPI, where qemu has no other way to end ------------------------------
amd64="-cpu max -kernel build/amd64/kernel.elf -initrd $work/amd64.cpio"
for board in q35 pc microvm,acpi=on,pit=on; do
    # shellcheck disable=SC2086
    start "$board, switched off by ACPI" qemu-system-x86_64 -M $board -m 256 -smp 3 $amd64 -append loglevel=6
    says 'processors: 3' 0
    says 'init ended with status 0' 0
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
