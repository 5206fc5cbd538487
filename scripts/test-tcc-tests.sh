#!/bin/sh
# The test programs that come with tcc's sources: each is compiled, run, and its output compared with the .expect file
# beside it. docs/tcc-tests.md names those that are left out; a name there that does not exist is a failure too.
#   test-tcc-tests.sh [--arch=A,B] [--options=WORDS] [NAME…]
set -u
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
root=$PWD
tests=$root/build/tcc/source/tests/tests2
machines=$(build/bin/minicc -print-targets | cut -d " " -f 1)
options=
names=
for word; do
    case $word in
        --arch=) ;;
        --arch=*) machines=$(echo "${word#*=}" | tr , ' ') ;;
        --options=*) options=${word#*=} ;;
        *) names="$names $word" ;;
    esac
done
sh scripts/fetch-tcc.sh || exit 1

left_out=$(sed -n 's/^| `\([0-9][^`]*\)` .*/\1/p' docs/tcc-tests.md)
passed=0
failed=0
fail() {
    failed=$((failed + 1))
    echo "FAIL tests2/$machine $*"
}

# run PROGRAM ARGUMENT…: on the machine, with a time limit.
run() {
    # shellcheck disable=SC2086
    timeout 20 $emulator "$@"
}

# judge NAME: one test on $machine, in a folder of its own.
judge() {
    work=$root/build/$machine/.work/tests2/$1
    rm -rf "$work"
    mkdir -p "$work"
    cd "$tests" || exit 1
    sources=$1.c
    [ -f "$1+.c" ] && sources="$sources $1+.c"
    case $1 in
        104_inline) sources="104_inline.c 104+_inline.c" ;;
        31_args) set -- "$1" arg1 arg2 arg3 arg4 arg5 ;;
        46_grep) set -- "$1" '[^* ]*[:a:d: ]+\:\*-/: $' 46_grep.c ;;
    esac
    name=$1
    shift
    # The compiler's warnings are no part of it: the expectations hold those of another one.
    # $sources and $options are lists of words.
    # shellcheck disable=SC2086
    if ! timeout 60 "$root/build/bin/minicc" -w "--target=$machine" $options $sources -o "$work/program" >"$work/log" 2>&1; then
        fail "$name: not compiled"
        head -n 5 "$work/log"
        cd "$root" && return
    fi
    # The programs that read files want theirs in the current folder; those that write, a folder of their own.
    cp "$tests/$name.c" "$work"
    cd "$work" || exit 1
    run ./program "$@" >output 2>&1
    status=$?
    if [ $status -ge 124 ]; then
        fail "$name: exit status $status"
    elif grep -v '^[^ ]*:[0-9]*: warning: ' "$tests/$name.expect" >expected
        ! diff -bu expected output >difference; then
        fail "$name"
        sed -n '3,20p' difference
    else
        passed=$((passed + 1))
    fi
    cd "$root" || exit 1
}

for machine in $machines; do
    emulator=$("$root/build/bin/minicc" -print-targets | awk -v name="$machine" -v system="$(uname -m)" '$1 == name && $2 != system { print $3 }')
    for name in $left_out; do
        [ -f "$tests/$name.c" ] || fail "$name: left out, but there is no such test"
    done
    for file in "$tests"/*.c; do
        name=$(basename "$file" .c)
        case " $(echo $left_out) " in *" $name "*) continue ;; esac
        case $name in *+_*) continue ;; esac
        case " $names " in "  " | *" $name "*) judge "$name" ;; esac
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
