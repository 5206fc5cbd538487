#!/bin/sh
# plan-musl.sh ARCH DRIVER: prints the commands of boot5 for one machine as a plan for chain/driver.c: tcc3 compiles musl to
# build/ARCH/musl/lib, then the C fixtures with it, and they run. DRIVER is user or seed, where that happens. All paths begin at
# the repository's folder.
set -eu
arch=$1
driver=$2
LC_ALL=C
export LC_ALL
. chain/machine.sh

sources=build/musl/tree
musl=$root/musl
made=$musl/objects
tcc=$root/chain/3/tcc

# As musl's Makefile has it.
internal="-std=c99 -nostdinc -D_XOPEN_SOURCE=700 -I$sources/arch/$musl_name -I$sources/arch/generic -I$sources/src/internal"
# The order counts: src/include has files with the names of those in include.
internal="-w $internal -I$sources/src/include -I$sources/include"

# files FOLDER: the C files in it and those for the machine below it, which go before others of the same name.
files() {
    for file in "$1/$musl_name"/*.[csS]; do
        [ ! -f "$file" ] || echo "$file"
    done
    for file in "$1"/*.c; do
        stem=${file##*/} stem=${stem%.c}
        for own in "$1/$musl_name/$stem".[csS]; do
            [ ! -f "$own" ] || continue 2
        done
        [ ! -f "$file" ] || echo "$file"
    done
}

musl() {
    echo "stage tcc3 compiles musl"
    echo "folder $musl/lib"
    members=
    for folder in "$sources"/src/* "$sources"/src/malloc/mallocng; do
        list=$(files "$folder")
        [ -n "$list" ] || continue
        name=${folder##*/}
        echo "folder $made/$name"
        # The lists are words.
        # shellcheck disable=SC2086
        compile $tcc "$made/$name" "$internal" $list
        # shellcheck disable=SC2086
        members="$members$(objects "$made/$name" $list)"
    done
    echo "folder $made/tcc"
    # shellcheck disable=SC2086
    compile $tcc "$made/tcc" "-nostdinc -I$musl/include" $helpers
    # shellcheck disable=SC2046
    compile $tcc "$musl/lib" "$internal" $(files "$sources/crt" | grep '/crt[1in]\.')
    # As in our own archives: libc.a holds libtcc1's members as well, because each of the two needs the other.
    # shellcheck disable=SC2086
    for archive in "libtcc1.a$(objects "$made/tcc" $helpers)" "libc.a$(objects "$made/tcc" $helpers)$members"; do
        echo "run $tcc -ar rcs $musl/lib/$archive"
    done
    for file in libc.a libtcc1.a crt1.o crti.o crtn.o; do
        echo "product musl/$file $musl/lib/$file"
    done
}

# first FILE…: the first one that is there, or -.
first() {
    for file; do
        if [ -f "$file" ]; then
            echo "$file"
            return
        fi
    done
    echo -
}

# is_left_out SUITE/NAME: chain/boot5/left-out has it for all, for this machine, or for this driver; or the fixture is
# for the other driver only.
is_left_out() {
    grep -q "^$1\( [a-z0-9 ]*\<\($arch\|$driver\)\>[a-z0-9 ]*\)\?:" chain/boot5/left-out ||
        { [ -f "tests/$1.driver" ] && [ "$(cat "tests/$1.driver")" != "$driver" ]; }
}

# compile_fixture SUITE/NAME: tcc is called where the fixture lies, as some include files beside them.
compile_fixture() {
    suite=${1%/*} name=${1#*/}
    way=$(up "tests/$suite")
    options="-std=c11 -fsigned-char"
    [ ! -f "tests/$1.options" ] || options="$options $(cat "tests/$1.options")"
    echo "in tests/$suite $way$tcc -B$way$musl -w $options $name.c $way$musl/sys_write.o -o $way$musl/tests/$1"
}

run_fixture() {
    status=0 words=
    for file in "tests/$1.$arch.expected-exit" "tests/$1.expected-exit"; do
        if [ -f "$file" ]; then
            status=$(cat "$file")
            break
        fi
    done
    [ ! -f "tests/$1.args" ] || words=" $(tr -s ' \n' ' ' <"tests/$1.args")"
    echo "test $musl/tests/$1.run $status $(first "tests/$1.$arch.expected" "tests/$1.expected") $(first "tests/$1.stdin")" \
        "$(up "$musl/tests/$1.run")$musl/tests/$1${words% }"
}

fixtures() {
    names=
    for suite in musl tcc cc cc-libc; do
        for file in tests/$suite/*.c; do
            name=${file##*/} name=$suite/${name%.c}
            # A second dot is a part of another fixture.
            case ${name#*/} in *.*) continue ;; esac
            is_left_out "$name" || names="$names $name"
        done
    done
    echo "stage tcc3 compiles the fixtures with musl"
    echo "run $tcc -B$musl -c chain/boot5/sys_write.c -o $musl/sys_write.o"
    for suite in musl tcc cc cc-libc; do
        echo "folder $musl/tests/$suite"
    done
    for name in $names; do
        compile_fixture "$name"
    done
    echo "stage they run"
    for name in $names; do
        run_fixture "$name"
    done
}

musl
fixtures
