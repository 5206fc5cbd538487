#!/bin/sh
# chain.sh TASK [ARCH…]: the tcc chain for the given machines, or for all. The tasks are those of the Makefile:
# tcc-boot2, tcc-archives, chain, ddc, and chain-manifest, which runs the chain and records its sums. With DRIVER=seed in
# the environment the stages of `chain` run inside the seed kernel, in one boot.
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

# here PLAN: carries out a plan on this machine; programs of $arch through $run.
here() {
    build/chain/driver --prefix=$run --jobs="$(nproc)" --keep="$work/user" "$1"
}

# inside PLAN: carries it out in the seed kernel. The driver is /init, sources and tcc0 lie where they lie here, and
# the products come back to $work/seed.
inside() {
    tree=$work/initramfs
    rm -rf "$tree" "$work/seed"
    mkdir -p "$tree/build/tcc/tree" "$tree/build/$arch/tcc-boot2" "$tree/Sources" "$tree/tests" "$work/seed"
    build/bin/minicc --target="$arch" -O2 chain/driver.c chain/compare.c chain/sha256.c -o "$tree/init"
    cp "$1" "$tree/plan"
    cp -r Sources/libc "$tree/Sources/libc"
    cp -r tests/tcc "$tree/tests/tcc"
    cp -r build/tcc/tree/*.[ch] build/tcc/tree/*.def build/tcc/tree/lib "$tree/build/tcc/tree"
    cp "build/$arch/tcc-boot2/tcc-boot2" "$tree/build/$arch/tcc-boot2"
    make -s kernel ARCH="$arch"
    build/bin/seed pack "$tree" "$work/initramfs.cpio"
    build/bin/seed boot --arch="$arch" --memory=512 --initramfs="$work/initramfs.cpio" --results="$work/seed" \
        --append=time="$(date +%s)" -- --keep=/results /plan </dev/null
}

# same_tests: tcc's own tests have the same outputs, warnings and errors included, with tcc0 from minicc and from gcc.
same_tests() {
    gcc=build/$arch/ddc/gcc/tcc0
    [ -x "$gcc" ] || return 0
    for tcc in build/$arch/tcc-boot2/tcc-boot2 $gcc; do
        # $run is nothing or a word.
        # shellcheck disable=SC2086
        ARCH=$arch sh chain/tests2.sh "$PWD/$work/tests2/$(basename "$tcc")" "$run" \
            $run "$PWD/$tcc" "-B$PWD/build/$arch/sysroot" >"$work/tests2.wrong"
    done
    for output in "$work"/tests2/tcc0/*.output; do
        cmp "$output" "$work/tests2/tcc-boot2/${output##*/}" || exit 1
    done
    echo "tcc's own tests: $(ls "$work"/tests2/tcc0/*.output | wc -l) outputs are the same with gcc's tcc0"
}

for arch; do
    work=build/$arch/chain
    # What runs programs of $arch here: nothing, or an emulator.
    case $arch-$(uname -m) in
    amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) run= ;;
    amd64-*) run=qemu-x86_64 ;;
    *) run=qemu-$arch ;;
    esac
    echo "$task for $arch"
    mkdir -p "build/$arch/tcc-boot2" "build/$arch/sysroot" "$work"
    # The whole library as one unit.
    find Sources/libc -name arch -prune -o -name '*.c' -print | LC_ALL=C sort | sed 's/.*/#include "&"/' \
        >"build/$arch/tcc-boot2/libc.c"
    # Where tcc-boot2 looks for headers.
    rm -rf "build/$arch/sysroot/include"
    cp -r Sources/libc/include "build/$arch/sysroot/include"

    case $task in
    tcc-boot2) parts=boot2 ;;
    tcc-archives) parts="boot2 archives" ;;
    chain | chain-manifest) parts="boot2 stages memory" ;;
    ddc) parts="boot2 archives stages ddc" ;;
    *)
        echo "chain.sh: unknown task '$task'" >&2
        exit 1
        ;;
    esac
    # $parts is a list of words.
    # shellcheck disable=SC2086
    sh chain/plan.sh "$arch" $parts >"$work/plan"
    here "$work/plan"
    if [ "$task-${DRIVER:-user}" = chain-seed ]; then
        echo "the same inside the seed kernel"
        sh chain/plan.sh "$arch" stages memory >"$work/plan.stages"
        inside "$work/plan.stages"
        grep ' stage' "$work/user/sums" | diff - "$work/seed/sums" || exit 1
        echo "every product is the same as outside"
    fi
    case $task in
    ddc) same_tests ;;
    chain | chain-manifest)
        inputs | cat - "$work/user/sums" >"$work/manifest"
        if [ "$task" = chain ]; then
            check "$work/manifest" "chain/manifest.$arch"
        else
            cp "$work/manifest" "chain/manifest.$arch"
        fi
        ;;
    esac
done
