#!/bin/sh
# chain.sh TASK [ARCH…]: the tcc chain for the given machines, or for all. The tasks are those of the Makefile:
# tcc-boot2, tcc-archives, chain, ddc, and chain-manifest, which runs the chain and records its sums.
set -eu
cd "$(dirname "$0")/.."
task=$1
shift
[ $# -gt 0 ] || set -- amd64 aarch64 riscv64

sh chain/prepare-tcc.sh
mkdir -p build/chain
build/bin/minicc -O2 chain/driver.c chain/compare.c chain/sha256.c -o build/chain/driver

# sum PATH…: one sum over all files below the paths.
sum() {
    find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

# What the products are made from. tcc0 depends on all three, the later stages on the first two.
inputs() {
    echo "$(sum build/tcc/tree) tcc's sources"
    echo "$(sum Sources/libc) the library"
    echo "$(sum Sources/MiniCC Sources/P1Backend P1) the compiler"
}

# check MANIFEST COMMITTED: sums must be the committed ones wherever the inputs are.
check() {
    if [ "$(head -n 2 "$1")" != "$(head -n 2 "$2")" ]; then
        echo "$2 is of another tcc or library: sums not compared (make chain-manifest records them)"
        return
    fi
    stages='stage[123]/'
    if [ "$(head -n 3 "$1")" = "$(head -n 3 "$2")" ]; then
        stages=
    else
        echo "$2 is of another compiler: sums of tcc0 not compared"
    fi
    tail -n +4 "$1" | grep " $stages" >build/chain/found
    tail -n +4 "$2" | grep " $stages" >build/chain/expected
    cmp -s build/chain/found build/chain/expected || {
        echo "sums are not those of $2:"
        diff build/chain/expected build/chain/found
        exit 1
    }
    echo "$(wc -l <build/chain/found) sums are those of $2"
}

for arch; do
    case $task in
    tcc-boot2) parts=boot2 ;;
    tcc-archives) parts="boot2 archives" ;;
    chain | chain-manifest) parts="boot2 stages" ;;
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
    build/chain/driver --prefix=$prefix --jobs="$(nproc)" --manifest="build/$arch/chain/products" "build/$arch/chain/plan"
    case $task in
    chain | chain-manifest)
        inputs | cat - "build/$arch/chain/products" >"build/$arch/chain/manifest"
        if [ "$task" = chain ]; then
            check "build/$arch/chain/manifest" "chain/manifest.$arch"
        else
            cp "build/$arch/chain/manifest" "chain/manifest.$arch"
        fi
        ;;
    esac
done
