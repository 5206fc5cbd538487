# The seed kernel: compiled, assembled and linked by minicc alone.
#
#   make kernel ARCH=aarch64         build/aarch64/kernel.elf, on aarch64 also Image
#   make checked-kernel              the build that watches itself; make test-kernel-checks runs it
#   make check-kernel ARCH=aarch64   whether loaders can start it
#
# arch/MACHINE/arch.mk says how the machine's kernel is linked: kernel_link_MACHINE.

kernel_arch := $(if $(ARCH),$(ARCH),amd64)

# Those that there are.
kernel_machines := $(notdir $(wildcard kernel/arch/*))

include $(wildcard kernel/arch/*/arch.mk)

MINICC ?= build/bin/minicc

kernel_sources = $(sort $(wildcard kernel/*/*.c)) $(sort $(wildcard kernel/arch/$(kernel_arch)/*.c))
# Macros come before their uses.
kernel_macros = $(addprefix kernel/arch/$(kernel_arch)/,instructions.P1pp calls.P1pp)
kernel_code = $(kernel_macros) $(filter-out $(kernel_macros),$(sort $(wildcard kernel/arch/$(kernel_arch)/*.P1pp)))
kernel_headers = $(wildcard kernel/include/*.h) $(wildcard kernel/arch/$(kernel_arch)/*.h) kernel/kernel.mk $(wildcard kernel/arch/$(kernel_arch)/arch.mk)
kernel_flags = --target=$(kernel_arch) -O1 -Wall -ffreestanding -nostdlib -Ikernel/include -Ikernel/arch/$(kernel_arch)

.PHONY: kernel check-kernel checked-kernel test-kernel-checks test-kernel-ends test-kernel-machines test-kernel-screen
kernel: build/$(kernel_arch)/kernel.elf $(kernel_also_$(kernel_arch))

build/$(kernel_arch)/kernel.elf: $(kernel_sources) $(kernel_code) $(kernel_headers)
	@mkdir -p $(@D)
	@$(MINICC) $(kernel_flags) $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) --map=$(@D)/kernel.map -o $@

# The same at the same addresses, without the headers.
build/$(kernel_arch)/Image: build/$(kernel_arch)/kernel.elf
	@$(MINICC) $(kernel_flags) $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) --emit=bin -o $@

# The build that watches itself (kernel/include/checks.h), in a folder that the runner takes with --build=build/checked.
checked_folder = build/checked/$(kernel_arch)
checked-kernel:
	@mkdir -p $(checked_folder)
	@$(MINICC) $(kernel_flags) -DCHECKS $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) -o $(checked_folder)/kernel.elf
	@$(MINICC) $(kernel_flags) -DCHECKS $(kernel_link_$(kernel_arch)) $(kernel_code) $(kernel_sources) --emit=bin -o $(checked_folder)/Image
	@for part in root user; do rm -f $(checked_folder)/$$part && ln -s ../../$(kernel_arch)/$$part $(checked_folder)/$$part; done

test-kernel-checks: build
	@for arch in $(kernel_machines); do $(MAKE) -s user ARCH=$$arch || exit 1; done
	@sh scripts/check-kernel-calls.sh
	@sh scripts/test-kernel-checks.sh $(kernel_machines)

# What would make a loader refuse it, or start it wrongly.
check-kernel: kernel
	@build/bin/seed check build/$(kernel_arch)/kernel.elf $(kernel_also_$(kernel_arch))

# How it ends: statuses, panics, bad archives.
test-kernel-ends: build
	@for arch in $(kernel_machines); do $(MAKE) -s kernel ARCH=$$arch || exit 1; done
	@sh scripts/test-kernel-ends.sh $(kernel_machines)

# Other machines than those of the suites.
test-kernel-machines: build
	@for arch in $(kernel_machines); do $(MAKE) -s kernel ARCH=$$arch || exit 1; done
	@sh scripts/test-kernel-machines.sh

# The screen and the keyboard of a PC, by an ISO image and by a UEFI program.
test-kernel-screen: build
	@$(MAKE) -s kernel user ARCH=amd64
	@sh scripts/test-kernel-screen.sh
