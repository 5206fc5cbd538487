#!/bin/sh
# chain.sh TASK [ARCH…]: the tcc chain for the given machines, or for all. The tasks are those of the Makefile:
# tcc-boot2, tcc-archives, chain, ddc.
set -eu
cd "$(dirname "$0")/.."
task=$1
shift
[ $# -gt 0 ] || set -- amd64 aarch64 riscv64

sh chain/prepare-tcc.sh
mkdir -p build/chain
build/bin/minicc -O2 chain/driver.c chain/compare.c chain/sha256.c -o build/chain/driver

for arch; do
    case $task in
    tcc-boot2) parts=boot2 ;;
    tcc-archives) parts="boot2 archives" ;;
    chain) parts="boot2 stages" ;;
    ddc) parts="boot2 stages ddc" ;;
    *)
        echo "chain.sh: unknown task '$task'" >&2
        exit 1
        ;;
    esac
    case $arch-$(uname -m) in
    amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) prefix= ;;
    amd64-*) prefix=qemu-x86_64 ;;
    *) prefix=qemu-$arch ;;
    esac
    echo "$task for $arch"
    mkdir -p "build/$arch/tcc-boot2" "build/$arch/sysroot" "build/$arch/chain"
    # The whole library as one unit.
    find Sources/libc -name arch -prune -o -name '*.c' -print | LC_ALL=C sort | sed 's/.*/#include "&"/' \
        >"build/$arch/tcc-boot2/libc.c"
    # Where tcc-boot2 looks for headers.
    rm -rf "build/$arch/sysroot/include"
    cp -r Sources/libc/include "build/$arch/sysroot/include"
    # $parts is a list of words.
    # shellcheck disable=SC2086
    sh chain/plan.sh "$arch" $parts >"build/$arch/chain/plan"
    build/chain/driver --prefix=$prefix --jobs="$(nproc)" --manifest="build/$arch/chain/manifest" "build/$arch/chain/plan"
done
