#!/bin/sh
# plan.sh ARCH PART…: prints the commands of the tcc chain for one machine as a plan, which chain/driver.c carries out
# (there the form of a line is described). All paths begin at the repository's folder. The parts:
#
#   boot2      minicc compiles tcc and the library: build/ARCH/tcc-boot2/tcc-boot2, which is tcc0
#   archives   tcc0 compiles the library for itself: build/ARCH/sysroot
#   stages     tcc0 makes tcc1, tcc1 makes tcc2, tcc2 makes tcc3; everything must be the same
#   memory     tcc0 and tcc3 compile programs to memory and run them there
#   kernel     tcc3 compiles and links the seed kernel
#   ddc        tcc0 made by other compilers and at other levels must make the same tcc1
set -eu
arch=$1
shift
LC_ALL=C
export LC_ALL

. chain/machine.sh

# How flat-image makes what a machine boots: on amd64 an ELF file with a note, loaded at this address.
flat_form=
[ "$arch" != amd64 ] || flat_form="--pvh=$(sed -n 's/^kernel_link_.* --phys=\(0x[0-9a-f]*\).*/\1/p' kernel/arch/amd64/arch.mk) "

boot2=$root/tcc-boot2
sysroot=$root/sysroot
minicc=build/bin/minicc

# tcc as one unit. The quotes belong to the values.
settings="-DONE_SOURCE=1 -DTCC_TARGET_$target -DCONFIG_TCC_STATIC -DCONFIG_TCCBOOT -DTCC_VERSION=\"0.9.27\""
settings="$settings -DCONFIG_TCCDIR=\"$sysroot\" -DCONFIG_TCC_SYSINCLUDEPATHS=\"{B}/include\""
settings="$settings -DCONFIG_TCC_CRTPREFIX=\"{B}/lib\" -DCONFIG_TCC_LIBPATHS=\"{B}/lib\" -DTCC_LIBTCC1=\"lib/libtcc1.a\""

# For programs of the chain: no other headers than the library's.
headers="-nostdinc -ISources/libc/include"

# The library for minicc is everything outside arch/; for tcc also arch/, whose files take the place of others
# with the same name.
common=$(find Sources/libc -name arch -prune -o -name '*.c' -print | sort)
own=$(find Sources/libc/arch -maxdepth 1 -name '*.c' -print | sort)
own="$own $(find "Sources/libc/arch/$arch" -name '*.c' ! -name start.c -print | sort)"
library=
for file in $common; do
    case $own in
    */"${file##*/}"*) ;;
    *) library="$library $file" ;;
    esac
done
library="$library $own"
twice=$(for file in $helpers $library; do echo "${file##*/}" | sed 's/\..*//'; done | sort | uniq -d)
if [ -n "$twice" ]; then
    echo "plan.sh: several sources make $twice" >&2
    exit 1
fi

# tcc0: tcc and the library become P1pp text, each once; the texts are put together and linked. The text of the
# library is the same for all machines, the text of tcc is not: tcc compiles for the machine it runs on.
boot2() {
    echo "folder $boot2"
    echo "stage minicc compiles tcc and the library: tcc0"
    echo "host $minicc --lib=libc__ -I. $boot2/libc.c -o $boot2/libc.P1pp"
    echo "host $minicc -w --lib=tcc__ $macros $settings -I$tree $tree/tcc.c -o $boot2/tcc.P1pp"
    echo "host $minicc catm $boot2/combined.P1pp P1/entry-libc.P1pp $boot2/tcc.P1pp $boot2/libc.P1pp P1/elf-end.P1pp"
    echo "host $minicc --target=$arch -nostdlib $boot2/combined.P1pp -o $boot2/tcc-boot2"
    echo "product libc.P1pp $boot2/libc.P1pp"
    echo "product tcc.P1pp $boot2/tcc.P1pp"
    echo "product tcc0 $boot2/tcc-boot2"
}

# archives TCC OBJECTS LIB: crt1.o, libc.a and libtcc1.a in LIB, compiled by TCC. libc.a holds libtcc1's members as
# well, because each of the two needs the other and tcc looks through an archive once.
archives() {
    echo "folder $2"
    echo "folder $3"
    # shellcheck disable=SC2086
    compile "$1" "$2" "$headers" $helpers $library
    # tcc wants these two; constructors are run from tables, so there is nothing in them.
    for file in crti crtn; do
        echo "empty $2/$file.c"
        echo "job $1 -c $2/$file.c -o $3/$file.o"
    done
    echo "job $1 $headers -c Sources/libc/arch/$arch/start.c -o $3/crt1.o"
    # shellcheck disable=SC2086
    echo "run $1 -ar rcs $3/libtcc1.a$(objects "$2" $helpers)"
    # shellcheck disable=SC2086
    echo "run $1 -ar rcs $3/libc.a$(objects "$2" $helpers $library)"
}

# compiled TCC FOLDER: tcc.o, the archives and the linked tcc in FOLDER, all made by TCC.
compiled() {
    archives "$1" "$2/objects" "$2/lib"
    echo "run $1 $headers $settings -I$tree -c $tree/tcc.c -o $2/tcc.o"
    echo "run $1 -B$2 $2/tcc.o -o $2/tcc"
}

products() {
    for file in lib/crt1.o lib/libc.a lib/libtcc1.a tcc.o tcc; do
        echo "product $1/$file $2/$file"
    done
}

stages() {
    tcc=$boot2/tcc-boot2
    for stage in 1 2 3; do
        folder=$root/chain/$stage
        echo "stage tcc$((stage - 1)) compiles the library and tcc: tcc$stage"
        compiled "$tcc" "$folder"
        products stage$stage "$folder"
        tcc=$folder/tcc
    done
    echo "stage the fixed point"
    for stage in 2 3; do
        for file in lib/crt1.o lib/libc.a lib/libtcc1.a tcc.o tcc; do
            echo "same $root/chain/1/$file $root/chain/$stage/$file"
        done
    done
}

# The stages' own archives and headers, programs of the suite tcc, and what these have to print.
memory() {
    for tcc in "$boot2/tcc-boot2" "$root/chain/3/tcc"; do
        echo "stage ${tcc##*/} -run"
        for program in 300-hello 301-longlong 303-floating-point 305-varargs 306-struct-returns; do
            output=$root/chain/$program.output
            echo "to $output $tcc -B$root/chain/3 $headers -run tests/tcc/$program.c"
            echo "same tests/tcc/$program.expected $output"
        done
    done
}

# The kernel's machine code is in machine.c already, as words; minicc wrote them (scripts/machine-code-for-tcc.sh). A file of
# the kernel may be named as one of the library's headers, so its folders come first.
kernel() {
    stage=$root/chain/3
    folder=$root/chain/kernel
    base=$(sed -n 's/^kernel_link_.*--base=\(0x[0-9a-f]*\).*/\1/p' "kernel/arch/$arch/arch.mk")
    sources=$(ls kernel/*/*.c "kernel/arch/$arch"/*.c | tr '\n' ' ')
    echo "folder $folder"
    echo "stage tcc3 compiles the seed kernel"
    echo "run $stage/tcc -nostdlib -static -Wl,-Ttext=$base -nostdinc -Ikernel/include -Ikernel/arch/$arch" \
        "-ISources/libc/include $root/chain/machine.c $sources$stage/lib/libc.a -o $folder/kernel.elf"
    echo "run $stage/tcc -B$stage $headers kernel/user/tools/flat-image.c -o $folder/flat-image"
    echo "run $folder/flat-image $flat_form$folder/kernel.elf $folder/Image"
    echo "product kernel/kernel.elf $folder/kernel.elf"
    echo "product kernel/Image $folder/Image"
}

# The witnesses: whoever makes tcc0, it must make the same tcc1 as stage 1. A host is a compiler at a level.
witness=$root/ddc

# other NAME: tcc0 for the chain's machine, made by something else, makes its tcc1.
other() {
    compiled "$witness/$1/tcc0" "$witness/$1"
    echo "same $root/chain/1/tcc $witness/$1/tcc"
}

# across NAME: tcc0 runs here and compiles for the chain's machine, where another one is. The tcc that it makes is not tcc1, since tcc
# does not fold constants of type long double when it compiles for another machine; but it runs on the chain's machine, and makes tcc1. All
# of this kind must be the same as the first, so that only the first need go on under the emulator.
first_across=
across() {
    echo "programs host"
    compiled "$witness/$1/tcc0" "$witness/$1/across"
    echo "programs chain"
    if [ "$first_across" ]; then
        echo "same $witness/$first_across/across/tcc $witness/$1/across/tcc"
        return
    fi
    first_across=$1
    compiled "$witness/$1/across/tcc" "$witness/$1"
    echo "same $root/chain/1/tcc $witness/$1/tcc"
}

# host NAME ROAD TEXT COMMAND…: tcc0 by this command, which goes the given road to tcc1.
host() {
    name=$1 goes=$2
    echo "folder $witness/$name"
    echo "stage tcc0 by $3, and its tcc1"
    shift 3
    echo "host $* $settings -I$tree $tree/tcc.c -o $witness/$name/tcc0"
    "$goes" "$name"
}

ddc() {
    for level in -O0 -O1 -O2; do
        host "minicc$level" other "minicc $level" "$minicc" -w $level --target="$arch"
        host "minicc-base$level" other "minicc --p1=base $level" "$minicc" -w --p1=base $level --target="$arch"
    done
    case $arch-$(uname -m) in
    amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) road=other ;;
    *)
        road=across
        ! command -v "$cross" >/dev/null || host gcc other "$cross $("$cross" -dumpfullversion) -O1" "$cross" -w -O1 -fsigned-char -static
        ;;
    esac
    # What Debian has of compilers, as far as they are installed (scripts/install-needs.sh ddc).
    for compiler in gcc-9 gcc-10 gcc-11 gcc-12 gcc-13 gcc-14 clang-13 clang-14 clang-15 clang-16 clang-17 clang-18 clang-19 tcc pcc; do
        command -v "$compiler" >/dev/null || continue
        case $compiler in
        gcc*) levels="-O0 -O1 -O2 -O3 -Os" version=$("$compiler" -dumpfullversion) words="-w -fsigned-char -static" ;;
        clang*) levels="-O0 -O1 -O2 -Os" version=$("$compiler" -dumpversion) words="-w -fsigned-char -static" ;;
        tcc) levels=- version=$("$compiler" -v | sed 's/tcc version \([0-9.]*\).*/\1/') words=-w ;;
        pcc) levels="-O0 -O" version=$("$compiler" --version | sed -n 's/.*Compiler \([0-9][^ ]*\).*/\1/p') words=-w ;;
        esac
        for level in $levels; do
            [ "$level" != - ] || level=
            # $words and $level are words or nothing.
            # shellcheck disable=SC2086
            host "$compiler$level" $road "$compiler $version${level:+ $level}" "$compiler" $words $level
        done
    done
}

for part; do
    case $part in
    boot2) boot2 ;;
    archives)
        echo "stage tcc0 compiles the library and libtcc1: $sysroot"
        archives "$boot2/tcc-boot2" "$root/chain/0/objects" "$sysroot/lib"
        for file in crt1.o libc.a libtcc1.a; do
            echo "product $file $sysroot/lib/$file"
        done
        ;;
    stages) stages ;;
    memory) memory ;;
    kernel) kernel ;;
    ddc) ddc ;;
    *)
        echo "plan.sh: unknown part '$part'" >&2
        exit 1
        ;;
    esac
done
