#!/bin/sh
# boot-media.sh FILE.iso|FILE.efi WORDS…: boots it in qemu on a PC with a BIOS, or with OVMF's UEFI; the serial console is
# this terminal, if no other WORDS for qemu are given. The exit status is init's.
file=$1
shift
[ $# -gt 0 ] || set -- -serial stdio
set -- -M q35 -accel tcg -cpu max -m 256 -nodefaults -no-user-config -display none -no-reboot \
    -device isa-debug-exit,iobase=0xf4,iosize=4 "$@"
case $file in
*.iso) qemu-system-x86_64 "$@" -cdrom "$file" ;;
*.efi)
    disk=$(mktemp -d)
    trap 'rm -rf "$disk"' EXIT
    mkdir -p "$disk/EFI/BOOT"
    cp "$file" "$disk/EFI/BOOT/BOOTX64.EFI"
    qemu-system-x86_64 "$@" -drive if=pflash,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE.fd \
        -drive format=raw,file=fat:rw:"$disk" ;;
*) echo "boot-media.sh: $file is neither .iso nor .efi" >&2; exit 2 ;;
esac
# qemu's status is twice init's and one.
status=$?
[ $((status % 2)) -eq 1 ] || { echo "boot-media.sh: qemu ended with $status" >&2; exit 1; }
exit $((status / 2))
