#!/bin/sh
# chain.sh TASK [ARCH…]: the tcc chain for the given machines, or for all. The tasks are those of the Makefile:
# tcc-boot2, tcc-archives, chain, ddc, and chain-manifest, which runs the chain and records its sums. With DRIVER=seed in
# the environment the stages of `chain` run inside the seed kernel, in one boot; with FROM=minicc as well minicc goes in, and all begins with it there.
# boot5 goes on with musl, outside and inside. boot6 goes on with a kernel that tcc3 compiled there, boot7 is the kernel that minicc compiles there.
set -eu
cd "$(dirname "$0")/.."
task=$1
shift
[ $# -gt 0 ] || set -- amd64 aarch64 riscv64

sh chain/prepare-tcc.sh
[ "$task" != boot5 ] || sh chain/prepare-musl.sh
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

# inside KERNEL RESULTS PLAN PATH…: carries a plan out in a seed kernel. The driver is /init, the library's sources and the
# paths lie where they lie here, $tools is /bin, and the products come back to the folder RESULTS.
inside() {
    kernel=$1 results=$2 plan=$3
    shift 3
    tree=$work/initramfs
    rm -rf "$tree" "$results"
    mkdir -p "$tree/tests" "$results"
    build/bin/minicc --target="$arch" -O2 chain/driver.c chain/compare.c chain/sha256.c -o "$tree/init"
    cp "$plan" "$tree/plan"
    [ -z "$tools" ] || cp -r "$tools" "$tree/bin"
    for path in Sources/libc "$@"; do
        mkdir -p "$tree/$(dirname "$path")"
        cp -rL "$path" "$tree/$path"
    done
    build/bin/seed pack "$tree" "$work/initramfs.cpio"
    build/bin/seed boot --arch="$arch" --memory="$memory" --kernel="$kernel" --initramfs="$work/initramfs.cpio" \
        --results="$results" --append=time="$(date +%s)" -- --keep=/results /plan </dev/null
}

# What minicc needs where it runs inside: itself, the pieces of a link, and the library.
minicc_paths="build/bin/minicc build/lib P1"

# chain_inside PART…: tcc0 goes in, or minicc and what it makes tcc0 from, and everything must come out as it does here.
chain_inside() {
    echo "the same inside the seed kernel"
    make -s kernel ARCH="$arch" >"$work/make.log" || { cat "$work/make.log"; exit 1; }
    first=build/$arch/tcc-boot2/tcc-boot2 which=' stage'
    if [ "${FROM:-tcc0}" = minicc ]; then
        set -- boot2 "$@"
        first="$minicc_paths build/$arch/tcc-boot2/libc.c" which=
    fi
    sh chain/plan.sh "$arch" "$@" >"$work/plan.inside"
    # The tests of tcc are half of its tree, and nothing of them is needed.
    # shellcheck disable=SC2046,SC2086
    inside "$(kernel_image "build/$arch")" "$work/seed" "$work/plan.inside" $first \
        $(ls build/tcc/tree/*.[ch] build/tcc/tree/*.def) build/tcc/tree/lib tests/tcc $kernel_paths
    grep "$which" "$work/user/sums" >"$work/sums.here"
    grep "$which" "$work/seed/sums" | diff "$work/sums.here" - || exit 1
    echo "every product is the same as outside"
}

# The kernel that runs and its programs, compiled by minicc inside: what make says it runs is the plan.
boot7() {
    make -s kernel user ARCH="$arch" >"$work/make.log" || { cat "$work/make.log"; exit 1; }
    products=$(cd "build/$arch" && find kernel.elf root/init root/bin user/fixtures -type f | LC_ALL=C sort)
    {
        echo "stage minicc compiles the kernel and its programs"
        make -n -B kernel user ARCH="$arch" | sed -n -e 's/^mkdir -p /folder /p' -e 's/^build\/bin\/minicc /host &/p'
        echo "stage what came out"
        for file in $products; do
            echo "product $file build/$arch/$file"
        done
    } >"$work/plan.boot7"
    # shellcheck disable=SC2086
    inside "$(kernel_image "build/$arch")" "$work/boot7" "$work/plan.boot7" $minicc_paths kernel
    for file in $products; do
        cmp "build/$arch/$file" "$work/boot7/$file" || exit 1
    done
    echo "the kernel that runs and its $(echo "$products" | tail -n +2 | wc -l) programs come out as themselves"
}

# kernel_image FOLDER: what the machine boots of a kernel there.
kernel_image() {
    case $arch in
    aarch64) echo "$1/Image" ;;
    *) echo "$1/kernel.elf" ;;
    esac
}

# The kernel that tcc3 compiled inside the kernel: it boots, compiles itself to the same bytes, and runs the suites.
boot6() {
    kernel_paths="kernel $work/machine.c"
    sh scripts/machine-code-for-tcc.sh "$PWD/build/bin/minicc" "$arch" "$PWD/$work/machine.c"
    chain_inside stages memory kernel

    echo "the kernel that tcc3 compiled compiles itself"
    mkdir -p "$work/3/lib"
    sh chain/plan.sh "$arch" kernel >"$work/plan.kernel"
    inside "$work/seed/kernel/Image" "$work/again" "$work/plan.kernel" "$work/3/tcc" "$work/3/lib" $kernel_paths
    for file in Image kernel.elf; do
        cmp "$work/seed/kernel/$file" "$work/again/kernel/$file" || exit 1
    done
    echo "it comes out as itself"

    echo "the suites cc-libc and kernel inside it"
    make -s user ARCH="$arch" >"$work/make.log" || { cat "$work/make.log"; exit 1; }
    folder=$work/boot6/$arch
    mkdir -p "$folder"
    cp "$work/seed/kernel/Image" "$(kernel_image "$folder")"
    for part in root user; do
        rm -f "$folder/$part"
        ln -s "$PWD/build/$arch/$part" "$folder/$part"
    done
    # The library as text, for the suite's second road.
    for text in libc.P1pp libc.base.P1pp; do
        rm -f "$work/boot6/$text"
        ln -s "$PWD/build/$text" "$work/boot6/$text"
    done
    status=0
    build/bin/runner --suite=cc-libc,kernel --driver=seed --arch="$arch" --build="$work/boot6" >"$work/suites.log" || status=1
    grep -v ^PASS "$work/suites.log"
    [ $status = 0 ] || exit 1
}

# musl_headers FOLDER: the headers that programs see; those for the machine go before the general ones.
musl_headers() {
    rm -rf "$1"
    cp -r build/musl/tree/include "$1"
    mkdir -p "$1/bits"
    cp build/musl/tree/arch/generic/bits/*.h "$1/bits"
    cp "build/musl/tree/arch/$musl_name/bits"/*.h "$1/bits"
}

# tcc3 compiles musl and, with it, the fixtures; the same again inside the kernel, where every product must be the same.
boot5() {
    case $arch in amd64) musl_name=x86_64 ;; *) musl_name=$arch ;; esac
    musl=build/$arch/musl
    rm -rf "$musl"
    mkdir -p "$musl"
    musl_headers "$musl/include"
    sh chain/plan-musl.sh "$arch" user >"$work/plan.musl"
    build/chain/driver --prefix=$run --jobs="$(nproc)" --keep="$work/musl-user" "$work/plan.musl"

    echo "the same inside the seed kernel"
    make -s kernel user ARCH="$arch" >"$work/make.log" || { cat "$work/make.log"; exit 1; }
    # The shell, for fixtures that call system.
    tools=build/$arch/root/bin
    sh chain/plan-musl.sh "$arch" seed >"$work/plan.musl-inside"
    # shellcheck disable=SC2046
    inside "$(kernel_image "build/$arch")" "$work/musl-seed" "$work/plan.musl-inside" "$work/3/tcc" "$musl/include" \
        chain/boot5 build/musl/tree tests/musl tests/tcc tests/cc tests/cc-libc \
        $(ls build/tcc/tree/*.[ch] build/tcc/tree/*.def) build/tcc/tree/lib
    grep ' musl/' "$work/musl-user/sums" >"$work/sums.here"
    grep ' musl/' "$work/musl-seed/sums" | diff "$work/sums.here" - || exit 1
    echo "every product is the same as outside"
    boot5_row | tee -a build/chain/boot5
}

# A row of the table in docs/chain.md.
boot5_row() {
    for kind in lines ours generic out; do
        eval "$kind=$(grep -c "^\\($musl_name\\|all\\) $kind " build/musl/changes)"
    done
    passed='s/ tests passed$//p'
    # The plan that ran names the fixtures.
    left=$(($(ls tests/musl tests/tcc tests/cc tests/cc-libc | grep -c '^[^.]*\.c$') - $(grep -c '^test ' "$work/plan.musl")))
    # shellcheck disable=SC2154
    echo "| $arch | $(find "$musl/objects" "$musl/lib" -name '*.o' | wc -l) | $lines | $ours | $generic | $out |" \
        "$(sed -n "$passed" "$work/musl-user/sums") | $(sed -n "$passed" "$work/musl-seed/sums") | $left |" \
        "$(wc -c <"$musl/lib/libc.a") | \`$(sha256sum "$musl/lib/libc.a" | cut -c 1-16)\` |"
}

# same_tests: tcc's own tests have the same outputs, warnings and errors included, with tcc0 from minicc and from gcc.
same_tests() {
    gcc=
    for gcc in "build/$arch"/ddc/gcc-*-O1/tcc0 "build/$arch/ddc/gcc/tcc0"; do
        [ ! -x "$gcc" ] || [ -d "${gcc%/*}/across" ] || break
        gcc=
    done
    [ "$gcc" ] || return 0
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

# put_table NAME: build/chain/NAME takes its place in docs/chain.md, between the comments with its name.
put_table() {
    sed -e "/^<!-- $1:/r build/chain/$1" -e "/^<!-- $1:/,/^<!-- end of $1/{/^<!--/!d;}" docs/chain.md >build/chain/page
    mv build/chain/page docs/chain.md
    cat "build/chain/$1"
}

# witnesses_table ARCH…: the hosts that agreed, a compiler a line, in docs/chain.md between the table's comments.
witnesses_table() {
    {
        for arch; do
            sed -n "s/^stage tcc0 by \\(.*\\), and its tcc1$/$arch \\1/p" "build/$arch/chain/plan.ddc"
        done
    } | awk -v machines="$*" '
        {
            arch = $1
            level = $NF ~ /^-/ && NF > 2 ? $NF : "as it is"
            compiler = ""
            for (i = 2; i <= NF - (level != "as it is"); i++)
                compiler = compiler (i > 2 ? " " : "") $i
            if (!(compiler in known)) {
                known[compiler] = 1
                order[++count] = compiler
            }
            levels[compiler, arch] = levels[compiler, arch] " " level
            hosts[arch]++
        }
        END {
            columns = split(machines, names, " ")
            line = "| compiler |"
            rule = "| --- |"
            last = "| hosts |"
            for (i = 1; i <= columns; i++) {
                line = line " " names[i] " |"
                rule = rule " --- |"
                last = last " " hosts[names[i]] " |"
            }
            print line "\n" rule
            for (n = 1; n <= count; n++) {
                line = "| " order[n] " |"
                for (i = 1; i <= columns; i++) {
                    cell = levels[order[n], names[i]]
                    line = line (cell == "" ? " –" : cell) " |"
                }
                print line
            }
            print last
        }' >build/chain/witnesses
    put_table witnesses
}

# Those of minicc itself: it is a program of this machine.
memory=512
if [ "$task" = boot7 ] || [ "${FROM:-tcc0}" = minicc ]; then
    memory=2048
    case $*-$(uname -m) in
    amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) ;;
    *)
        echo "chain.sh: minicc runs inside a kernel of its own machine only; give that one as ARCH" >&2
        exit 1
        ;;
    esac
fi

machines=$*
cat >build/chain/boot5 <<'TABLE'
| | objects | lines | ours | generic | out | fixtures here | inside | left out | `libc.a`, bytes | SHA-256 |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
TABLE
for arch; do
    work=build/$arch/chain
    kernel_paths= tools=
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

    if [ "$task" = boot7 ]; then
        boot7
        continue
    fi
    case $task in
    tcc-boot2) parts=boot2 ;;
    tcc-archives) parts="boot2 archives" ;;
    chain | chain-manifest | boot6) parts="boot2 stages memory" ;;
    boot5) parts="boot2 stages" ;;
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
    case $task in
    ddc)
        same_tests
        cp "$work/plan" "$work/plan.ddc"
        ;;
    boot5) boot5 ;;
    boot6) boot6 ;;
    chain | chain-manifest)
        [ "${DRIVER:-user}" = user ] || chain_inside stages memory
        inputs | cat - "$work/user/sums" >"$work/manifest"
        if [ "$task" = chain ]; then
            check "$work/manifest" "chain/manifest.$arch"
        else
            cp "$work/manifest" "chain/manifest.$arch"
        fi
        ;;
    esac
done

# A table is of all machines or it is not written.
if [ "$machines" = "amd64 aarch64 riscv64" ]; then
    case $task in
    boot5) put_table boot5 ;;
    ddc) witnesses_table amd64 aarch64 riscv64 ;;
    esac
fi
