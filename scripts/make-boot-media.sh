#!/bin/sh
# make-boot-media.sh iso|efi KERNEL INITRAMFS COMMAND-LINE OUT: the amd64 kernel with GRUB before it, which starts it by
# Multiboot2: as an ISO image for a BIOS and for UEFI, or as a UEFI program that carries all with it.
set -e
kind=$1 kernel=$2 initramfs=$3 line=$4 out=$5
case $out in /*) ;; *) out=$PWD/$out ;; esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/boot/grub"
cp "$kernel" "$folder/boot/kernel.elf"
cp "$initramfs" "$folder/boot/initramfs.cpio"
from=
[ "$kind" = efi ] && from='(memdisk)'
cat > "$folder/boot/grub/grub.cfg" <<END
insmod all_video
serial --unit=0 --speed=115200
terminal_output serial
set timeout=0
set gfxpayload=1024x768x32,auto
menuentry seed {
    multiboot2 $from/boot/kernel.elf $line
    module2 $from/boot/initramfs.cpio
}
END
case $kind in
iso) grub-mkrescue -o "$out" "$folder" > "$folder.log" 2>&1 ;;
efi) cd "$folder"
    grub-mkstandalone -O x86_64-efi --modules="multiboot2 serial normal memdisk tar all_video" -o "$out" \
        boot/grub/grub.cfg boot/kernel.elf boot/initramfs.cpio > "$folder.log" 2>&1
    cd "$OLDPWD" ;;
*) echo "make-boot-media.sh: there is iso and efi, no $kind" >&2; false ;;
esac || { cat "$folder.log" >&2; rm -f "$folder.log"; exit 1; }
rm -f "$folder.log"
