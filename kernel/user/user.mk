# The programs of our own that run inside the kernel, built by minicc with its library.
#
#   make user ARCH=aarch64           build/ARCH/root: what the system begins with; build/ARCH/user/fixtures: /init for suites
#   make run ARCH=aarch64            that system at this terminal; COMMAND='ls -l /bin' runs one command instead of a shell
#   make debug ARCH=aarch64          that system in gdb
#
# A tool is a file in tools/, the shell is all files in sh/.

user_build = build/$(kernel_arch)/user
user_root = build/$(kernel_arch)/root
user_tools := $(sort $(basename $(notdir $(wildcard kernel/user/tools/*.c))))
user_cc = $(MINICC) --target=$(kernel_arch) -O1 -Wall -Wextra
user_needs = $(MINICC) build/lib/libc.a kernel/user/user.mk

COMMAND ?=
APPEND ?=

.PHONY: user run debug
user: $(user_root)/init $(user_tools:%=$(user_root)/bin/%) $(user_root)/bin/[ $(user_root)/bin/sh $(user_build)/fixtures

$(user_root)/bin/%: kernel/user/tools/%.c $(user_needs)
	@mkdir -p $(@D)
	@$(user_cc) $< -o $@

$(user_root)/bin/[: $(user_root)/bin/test
	@ln -sf test '$@'

$(user_root)/bin/sh: $(wildcard kernel/user/sh/*.[ch]) $(user_needs)
	@mkdir -p $(@D)
	@$(user_cc) $(filter %.c,$^) -o $@

$(user_root)/init: $(wildcard kernel/user/init/*.c) $(user_needs)
	@mkdir -p $(@D)
	@$(user_cc) $(filter %.c,$^) -o $@

$(user_build)/fixtures: $(wildcard kernel/user/fixtures/*.c) $(user_needs)
	@mkdir -p $(@D)
	@$(user_cc) $(filter %.c,$^) -o $@

build/$(kernel_arch)/initramfs.cpio: user
	@build/bin/seed pack $(user_root) $@

# The kernel in gdb (make debug ARCH=riscv64 GDB='-ex "hbreak trap_fault"'). Its console goes to build/ARCH/console.log.
debug: build kernel build/$(kernel_arch)/initramfs.cpio
	@sh scripts/debug-kernel.sh $(kernel_arch) '$(APPEND)' $(GDB)

run: build kernel build/$(kernel_arch)/initramfs.cpio
	@build/bin/seed boot --arch=$(kernel_arch) --append='$(APPEND)' $(if $(COMMAND),-- $(COMMAND))
