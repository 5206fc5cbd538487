# Other ways in on amd64: GRUB from an ISO image (BIOS and UEFI, CD and USB stick), and a UEFI program. Both hold the system of `make run`.
#
#   make iso         build/amd64/seed.iso
#   make efi         build/amd64/seed.efi
#   make run-iso     boots it in qemu; run-efi likewise, under OVMF. BOOT_LINE is the kernel's command line

BOOT_LINE ?= loglevel=6

.PHONY: iso efi run-iso run-efi
iso efi: %: build/amd64/seed.%
run-iso run-efi: run-%: build/amd64/seed.%
	@sh scripts/boot-media.sh $<

build/amd64/seed.%: build/amd64/kernel.elf build/amd64/initramfs.cpio scripts/make-boot-media.sh
	@sh scripts/install-needs.sh media
	@sh scripts/make-boot-media.sh $* build/amd64/kernel.elf build/amd64/initramfs.cpio "$(BOOT_LINE)" $@
