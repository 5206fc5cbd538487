# machine.sh, read by the plans: the settings of the machine $arch, and how tcc is called for many files.

# What tcc calls the machine and what musl does; what compilers define for it (P1pp text is for none); the sources of
# libtcc1.a; and a foreign compiler for the comparison.
case $arch in
amd64)
    target=X86_64 musl_name=x86_64 macros=-D__x86_64__ run_time="libtcc1.c va_list.c alloca86_64.S"
    cross=x86_64-linux-gnu-gcc
    ;;
aarch64) target=ARM64 musl_name=aarch64 macros=-D__aarch64__ run_time=lib-arm64.c cross=aarch64-linux-gnu-gcc ;;
riscv64)
    target=RISCV64 musl_name=riscv64 macros="-D__riscv -D__LP64__" run_time=lib-arm64.c
    cross=riscv64-linux-gnu-gcc
    ;;
*)
    echo "unknown machine '$arch'" >&2
    exit 1
    ;;
esac

root=build/$arch
tree=build/tcc/tree
helpers=
for file in $run_time; do
    helpers="$helpers $tree/lib/$file"
done

# up FOLDER: the way from there to the repository's folder.
up() {
    echo "$1/" | sed 's|[^/]*/|../|g'
}

# compile TCC FOLDER OPTIONS FILE…: each file becomes FOLDER/NAME.o. tcc writes objects where it is called, so it is called in
# FOLDER, and many files go to one call: under an emulator starting tcc costs more than compiling with it.
compile() {
    tcc=$1 objects=$2 up=$(up "$2")
    options=$(echo " $3" | sed "s| -I| -I$up|g")
    shift 3
    while [ $# -gt 0 ]; do
        files=
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32; do
            [ $# -gt 0 ] || break
            files="$files $up$1"
            shift
        done
        echo "in $objects $up$tcc$options -c$files"
    done
}

# objects FOLDER FILE…: the names that compile gives.
objects() {
    folder=$1
    shift
    for file; do
        object=${file##*/}
        printf ' %s' "$folder/${object%.*}.o"
    done
}
