# Every task a person types.
#
#   make                             installs what is missing, builds, and shows examples/hello.c here and in the seed kernel
#   make help                        this list
#   make build                       the compiler, build/bin/minicc
#   make libc.P1pp                   build/libc.P1pp and build/libc.base.P1pp: the C library as text, for a link with catm
#   make test                        all suites on all machines
#   make test SUITE=cc ARCH=aarch64 NAMES='05-printf-int 06'
#   make test SUITE=cc ARCH=aarch64 -- 05-printf-int
#   make test-all                    and C at every optimisation level and through P1pp text, real programs,
#                                    tcc's tests, all of the chain
#   make check                       the machines against a model of P1, with random instructions
#   make unit                        Swift unit tests
#   make test-package                a package that depends on this one by a version
#   make chain                       tcc, compiled by minicc, compiles itself to a fixed point (docs/chain.md)
#   make tcc-boot2 tcc-archives tcc-smoke ddc boot6 boot7    parts of it, and more of it
#   make boot5                       that tcc compiles musl, and fixtures run with it, here and in the seed kernel
#   make fuzz N=1000                 random programs of csmith: minicc at all levels against gcc
#   make fuzz N=1000 KIND=people     the same with programs that look like what people write
#   make fuzz N=1000 KIND=kernel     related system calls in the seed kernel against Linux, then CALLS=1000000 at once
#   make compare-libc N=100000       random cases: families of the C library against the system's
#   make mutate N=10000              minicc with damaged fixtures: no crash, no hang
#   make test-tcc-tests              tcc's own test programs; NAMES=101_cleanup for some
#   make real                        programs that people wrote, and their own tests; NAMES='zlib lua' for some
#   make bench                       measures, beside the tools that people know; ROWS='assembler code' for some
#   make install PREFIX=/usr/local  what make build made; DESTDIR is put in front
#   make uninstall
#   make run ARCH=amd64              the seed kernel with a shell at this terminal
#   make count                       lines of code, room by room
#   make clean
#
# ARCH, SUITE, DRIVER, JOBS and OPTIONS (for the compiler) narrow a test run down. SEED gives other random cases.

SWIFT ?= swift
SWIFTFLAGS ?= -c release --static-swift-stdlib

ARCH ?=
SUITE ?=
DRIVER ?=
NAMES ?=
OPTIONS ?=
JOBS ?=
ROWS ?=
BENCH ?=
PREFIX ?= /usr/local
DESTDIR ?=
N ?=
SEED ?=
KIND ?= csmith
CALLS ?=

# `make test … -- 05-printf-int`: words that begin with a digit are fixtures, not goals.
fixtures := $(filter 0% 1% 2% 3% 4% 5% 6% 7% 8% 9%,$(MAKECMDGOALS))

selection = $(if $(ARCH),--arch='$(ARCH)') $(if $(DRIVER),--driver='$(DRIVER)') $(if $(COMPILE),--compile='$(COMPILE)') $(if $(JOBS),--jobs=$(JOBS)) \
	$(NAMES) $(fixtures)

# For the tools that make cases at random.
random = $(if $(N),--count=$(N)) $(if $(SEED),--seed=$(SEED)) $(if $(JOBS),--jobs=$(JOBS))

comma := ,

# The name of the machine this is: that of uname, or amd64.
this_machine = $(patsubst x86_64,amd64,$(shell uname -m))

.DEFAULT_GOAL := hello

.PHONY: hello help count test-package swift needs build kernels compiler library libc.P1pp test test-all check unit fuzz mutate compare-libc \
	test-tcc-tests test-linux-programs test-busybox real bench \
	tcc-boot2 tcc-archives tcc-smoke chain ddc boot5 boot6 boot7 chain-manifest install uninstall clean $(fixtures)

# What minicc is when it is called by these names.
tools = ar cc ld nm ranlib strip

# What a newcomer sees first.
hello: swift needs
	@$(MAKE) --no-print-directory build
	@MAKE='$(MAKE)' sh scripts/hello.sh

help:
	@sed -n '3,/^$$/s/^# \{0,1\}//p' Makefile

build: compiler library

# Before anything that takes minutes: is there a Swift that can build this?
swift:
	@sh scripts/check-swift.sh $(SWIFT)

compiler: swift
	MINICC_COMMAND_BUILD=1 $(SWIFT) build $(SWIFTFLAGS)
	@mkdir -p build/bin
	@for tool in minicc runner p1check fuzz bench seed; do ln -sf ../../.build/release/$$tool build/bin/; done
	@mkdir -p build/bin/tools; for tool in $(tools); do ln -sf ../minicc build/bin/tools/$$tool; done

# The C library as portable objects, one archive for all machines, and as P1pp text, ext and base.
library libc.P1pp: compiler
	@sh scripts/build-libc.sh build/bin/minicc build/lib

test: needs build kernels $(if $(filter-out tcc,$(SUITE)),,tcc-archives)
ifeq ($(SUITE)$(ARCH)$(NAMES)$(fixtures)$(DRIVER),)
	@sh scripts/install-needs.sh real
	@sh scripts/run-tests.sh
else
	@build/bin/runner $(if $(SUITE),--suite='$(SUITE)') --options='$(OPTIONS)' $(selection)
endif

# Programs of other compilers in the seed kernel, where those compilers are installed.
test-linux-programs: build kernels
	@sh scripts/test-linux-programs.sh $(ARCH)

# The seed kernel and what runs in it, for the suites that run there.
kernels: build
	@for machine in $(or $(subst $(comma), ,$(ARCH)),$(kernel_machines)); do \
		$(MAKE) --no-print-directory kernel user ARCH=$$machine || exit 1; \
	done

# busybox's own tests, in the seed kernel and here.
test-busybox: build
	@$(MAKE) --no-print-directory kernels ARCH=amd64
	@sh scripts/test-busybox.sh $(NAMES)

needs:
	@sh scripts/install-needs.sh

# Every level and the text road in turn; all of them run, and each says how it went.
test-all: test
	@status=0; \
	for options in -O0 -O1 -O2; do \
		echo "C with $$options"; \
		build/bin/runner --suite=cc,cc-libc --options="$$options --verify-ir" $(selection) || status=1; \
	done; \
	echo "C through P1pp text"; \
	build/bin/runner --suite=cc,cc-libc --through-text $(selection) || status=1; \
	echo "C through base P1pp text"; \
	build/bin/runner --suite=cc,cc-libc --through-text --options=--p1=base --time-limit=120 $(selection) || status=1; \
	echo "the library beside the system's; real programs; tcc: its tests, the chain from other compilers, musl compiled by it, the kernel compiled by it inside the kernel"; \
	for goal in test-kernel-checks test-package compare-libc real test-tcc-tests ddc boot5 boot6 test-linux-programs test-busybox; do $(MAKE) $$goal ARCH='$(ARCH)' || status=1; done; \
	echo "the suites in the kernel that watches itself, and random calls in it with memory refused"; \
	for machine in $(or $(machines),amd64 aarch64 riscv64); do $(MAKE) --no-print-directory checked-kernel ARCH=$$machine || status=1; done; \
	build/bin/runner --suite=kernel,cc-libc --driver=seed --build=build/checked $(selection) || status=1; \
	BUILD=build/checked APPEND=refuse=7 N=0 sh scripts/fuzz-kernel.sh $(machines) || status=1; \
	echo "minicc itself inside the kernel of this machine: the chain from there, the kernel and its programs, the suites"; \
	$(MAKE) chain ARCH=$(this_machine) DRIVER=seed FROM=minicc || status=1; \
	$(MAKE) boot7 ARCH=$(this_machine) || status=1; \
	build/bin/runner --suite=cc,cc-libc --driver=seed --compile=seed || status=1; \
	exit $$status

# Random instructions on each machine against a model of P1.
check: build
	@build/bin/p1check

unit:
	$(SWIFT) test

count:
	@sh scripts/count.sh

# Another package that depends on this one by a version compiles and runs C.
test-package: needs build
	@SWIFT='$(SWIFT)' sh scripts/test-package.sh

# Random programs of csmith or, with KIND=people, of our own; ARCH='aarch64 riscv64' runs them under qemu-user.
# KIND=kernel: sequences of system calls in the seed kernel, compared with the Linux that is here; then CALLS of them at once.
# KIND=archives: damaged archives as initramfs.
fuzz: build $(if $(filter kernel archives,$(KIND)),kernels)
ifeq ($(KIND),kernel)
	@N='$(N)' SEED='$(SEED)' CALLS='$(CALLS)' sh scripts/fuzz-kernel.sh $(machines)
else ifeq ($(KIND),archives)
	@N='$(N)' SEED='$(SEED)' JOBS='$(JOBS)' sh scripts/fuzz-archives.sh $(machines)
else
	@sh scripts/install-needs.sh $(if $(filter csmith,$(KIND)),fuzz)
	@build/bin/fuzz $(KIND) $(random) $(if $(ARCH),--arch='$(ARCH)')
endif

compare-libc: build
	@sh scripts/compare-libc.sh build/bin/minicc $(or $(N),20000) $(or $(SEED),1) $(NAMES)

mutate: build
	@build/bin/fuzz mutants $(if $(N),,--count=10000) $(random)

# Compiled at the default level; OPTIONS=-O2 for another.
test-tcc-tests: needs build
	@sh scripts/test-tcc-tests.sh --arch='$(ARCH)' --options='$(OPTIONS)' $(NAMES) $(fixtures)

# The tcc chain: docs/chain.md. tcc-smoke is the suite tcc.
machines = $(subst $(comma), ,$(ARCH))

tcc-boot2 tcc-archives chain ddc boot5 boot6 boot7 chain-manifest: needs build
	@[ $@ != ddc ] || sh scripts/install-needs.sh ddc
	@DRIVER='$(DRIVER)' FROM='$(FROM)' sh chain/chain.sh $@ $(machines)

tcc-smoke: tcc-archives
	@build/bin/runner --suite=tcc $(selection)

# Real programs, built and tested with minicc (tests/real/README.md).
real: build
	@sh scripts/install-needs.sh real
	@$(MAKE) --no-print-directory kernels ARCH='$(ARCH)'
	@BENCH='$(BENCH)' sh scripts/real/real.sh $(if $(JOBS),--jobs=$(JOBS)) $(NAMES)

# The row `waits` has a script of its own: it boots Linux, too.
bench: build kernels
	@$(if $(filter-out waits,$(or $(ROWS),all)),build/bin/bench $(filter-out waits,$(ROWS)))
	@$(if $(filter waits,$(or $(ROWS),waits)),sh scripts/bench-waits.sh)

# The command finds the rest by its own place, so PREFIX may be moved afterwards. Nothing is built where something is
# built already: who installs may be another than who builds.
home = $(DESTDIR)$(PREFIX)/lib/minicc

install: $(if $(wildcard build/lib/libc.stamp),,build)
	rm -rf '$(home)'
	mkdir -p '$(DESTDIR)$(PREFIX)/bin' '$(home)/P1' '$(home)/lib' '$(home)/bin'
	install -m 755 build/bin/minicc '$(DESTDIR)$(PREFIX)/bin/minicc'
	install -m 644 P1/*.P1pp '$(home)/P1'
	install -m 644 build/lib/libc.a '$(home)/lib'
	cp -R Sources/libc/include '$(home)/include'
	cp -R share '$(home)/share'
	for tool in $(tools); do ln -sf ../../../bin/minicc '$(home)/bin/'$$tool; done
	chmod -R u=rwX,go=rX '$(home)'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/minicc'
	rm -rf '$(home)'

include kernel/kernel.mk
include kernel/media.mk
include kernel/user/user.mk

clean:
	rm -rf build .build

$(fixtures):
	@:
