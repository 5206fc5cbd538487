# The seed kernel: compiled, assembled and linked by minicc alone.
#
#   make kernel ARCH=aarch64         build/aarch64/kernel.elf, on aarch64 also Image
#   make check-kernel ARCH=aarch64   whether loaders can start it
#
# arch/MACHINE/arch.mk says how the machine's kernel is linked: kernel_link_MACHINE.

kernel_arch := $(if $(ARCH),$(ARCH),amd64)

include $(wildcard kernel/arch/*/arch.mk)

MINICC ?= build/bin/minicc

kernel_sources = $(sort $(wildcard kernel/*/*.c)) $(sort $(wildcard kernel/arch/$(kernel_arch)/*.c))
# Macros come before their uses.
kernel_macros = $(addprefix kernel/arch/$(kernel_arch)/,instructions.P1pp calls.P1pp)
kernel_code = $(kernel_macros) $(filter-out $(kernel_macros),$(sort $(wildcard kernel/arch/$(kernel_arch)/*.P1pp)))
kernel_headers = $(wildcard kernel/include/*.h) $(wildcard kernel/arch/$(kernel_arch)/*.h) kernel/kernel.mk $(wildcard kernel/arch/$(kernel_arch)/arch.mk)
kernel_flags = --target=$(kernel_arch) -O1 -Wall -ffreestanding -nostdlib -Ikernel/include -Ikernel/arch/$(kernel_arch)

.PHONY: kernel check-kernel test-kernel-ends
kernel: build/$(kernel_arch)/kernel.elf $(kernel_also_$(kernel_arch))

build/$(kernel_arch)/kernel.elf: $(kernel_sources) $(kernel_code) $(kernel_headers)
	@mkdir -p $(@D)
	@$(MINICC) $(kernel_flags) $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) --map=$(@D)/kernel.map -o $@

# The same at the same addresses, without the headers.
build/$(kernel_arch)/Image: build/$(kernel_arch)/kernel.elf
	@$(MINICC) $(kernel_flags) $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) --emit=bin -o $@

# What would make a loader refuse it, or start it wrongly.
check-kernel: kernel
	@build/bin/seed check build/$(kernel_arch)/kernel.elf $(kernel_also_$(kernel_arch))

# How it ends: statuses, panics, bad archives.
test-kernel-ends: build
	@for arch in amd64 aarch64 riscv64; do $(MAKE) -s kernel ARCH=$$arch || exit 1; done
	@sh scripts/test-kernel-ends.sh amd64 aarch64 riscv64
