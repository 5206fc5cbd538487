#!/bin/sh
# tests2.sh FOLDER RUN TCC…: tcc's own tests with the tcc that the words behind RUN call; RUN runs programs of its machine
# (an emulator, or empty). What each test prints goes to FOLDER/NAME.output, and the names of those whose output is
# not the .expect file beside them to standard output. How a test is called is what tests2/Makefile says.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$1 run=$2
shift 2
tests=$root/build/tcc/source/tests/tests2
mkdir -p "$folder"
cd "$folder" || exit 1

for source in "$tests"/*.c; do
    name=$(basename "$source" .c)
    case $name in
    # The other halves of tests.
    *+*) continue ;;
    # Array assignment is not C; Microsoft's bit-fields; calling conventions and code of i386; threads; and what
    # CONFIG_TCCBOOT leaves out: bounds checking, backtraces, shared libraries.
    34_* | 95_bitfields_ms | 98_* | 99_* | 106_* | 112_* | 113_* | 114_* | 115_* | 116_*) continue ;;
    73_arm64) [ "${ARCH:-amd64}" != amd64 ] || continue ;;
    85_*) [ "${ARCH:-amd64}" = amd64 ] || continue ;;
    esac
    flags= arguments= memory=yes
    case $name in
    42_function_pointer | 108_constructor) memory=no ;;
    76_*) flags=-fdollars-in-identifiers ;;
    60_* | 96_*) flags=-dt ;;
    104_*) flags="$tests/104+_inline.c" ;;
    31_*) arguments='arg1 arg2 arg3 arg4 arg5' ;;
    esac
    rm -rf work
    mkdir work
    cd work || exit 1
    # $flags, $arguments and $run are lists of words.
    # shellcheck disable=SC2086
    {
        if [ "$name" = 46_grep ]; then
            timeout 30 "$@" -run "$source" '[^* ]*[:a:d: ]+\:\*-/: $' "$tests/46_grep.c"
        elif [ $memory = yes ]; then
            timeout 30 "$@" $flags -run "$source" $arguments
        else
            "$@" "$source" -o program && timeout 30 $run ./program
        fi
    } 2>&1 | sed "s,$tests/,,g" >"../$name.output"
    cd ..
    diff -b "$tests/$name.expect" "$name.output" >"$name.difference" 2>&1 || echo "$name"
done
rm -rf work
