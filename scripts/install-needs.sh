#!/bin/sh
# Installs the packages that building and testing need, apart from Swift itself (Debian and its relatives).
# Without root it prints the command to run. `install-needs.sh fuzz` adds what only `make fuzz` needs, `real` what only
# `make real` needs, `ddc` the compilers that are witnesses of `make ddc`, `linux` what `make test-linux-programs` runs, `debug` gdb, `media` what `make iso`, `make efi` and the test of the PC's screen need.
set -u

# make         the Makefile
# qemu-user    programs of the other machines in the test suites
# qemu-system… the machines that the seed kernel runs on
# mescc-tools  M1 and hex2, which assemble the listings of --emit=m1
# gcc, libc6-dev  what the random programs of suite cli print
# bzip2        tcc's source archive (scripts/fetch-tcc.sh)
# ccache, distcc, autoconf, cmake, ninja-build, meson, libtool, bear, pkg-config   suite cli: they call minicc as they call other
#              compilers; automake has the files that libtoolize copies
needs="make qemu-user qemu-system-x86 qemu-system-arm qemu-system-misc mescc-tools gcc libc6-dev bzip2 ccache distcc autoconf automake cmake
    ninja-build meson libtool bear pkg-config"
# make real: what the build systems and tests of the programs call, and gcc, with which they are compared
[ "${1-}" = real ] && needs="$needs gcc libc6-dev binutils xz-utils cmake ninja-build tcl expect dejagnu perl python3 bison flex m4 procps
    autopoint bsdextrautils bsdutils ed gettext gperf rake ruby texinfo"
# gdb for all machines
[ "${1-}" = debug ] && needs="$needs gdb-multiarch"
# the other compilers that make tcc0, and gcc for the other machines
[ "${1-}" = ddc ] && needs="$needs gcc-11 gcc-12 clang-14 clang-16 tcc pcc gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-riscv64-linux-gnu
    libc6-dev-riscv64-cross"
# other compilers and libraries, and programs that were not built by minicc; gosu is written in Go
[ "${1-}" = linux ] && needs="$needs gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-riscv64-linux-gnu libc6-dev-riscv64-cross musl-tools
    busybox-static bash-static gosu python3.11-minimal"
# csmith and its headers make random programs
[ "${1-}" = fuzz ] && needs="$needs csmith libcsmith-dev"
# the kernel's boot media: GRUB's two kinds, what packs an ISO, and UEFI for qemu
[ "${1-}" = media ] && needs="$needs grub-common grub-pc-bin grub-efi-amd64-bin xorriso mtools qemu-system-x86 ovmf"

missing=
for package in $needs; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "missing packages; install them with"
    echo "    sudo apt-get install --no-install-recommends$missing"
    exit 1
fi
# $missing is a list of words.
# shellcheck disable=SC2086
apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
