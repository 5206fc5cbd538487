#!/bin/sh
# Linux programs that minicc has nothing to do with, in the seed kernel: the fixtures of linux and kernel built with gcc and
# glibc for each machine and with musl-gcc, tests/threads with both, Debian's busybox, gosu, a program in Go,
# dynamic bash and coreutils of Debian, and tests/dynamic with glibc and musl. What is not installed (scripts/install-needs.sh linux) is left
# out, and named.
# The last line is the sum: `N passed, N failed`.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
machines=${1:-amd64,aarch64,riscv64}
passed=0
failed=0

# add LINE: counts `N passed, N failed`.
add() {
    case $1 in
        [0-9]*" passed, "[0-9]*" failed") ;;
        *) failed=$((failed + 1)); return ;;
    esac
    passed=$((passed + ${1%% *}))
    rest=${1#*, }
    failed=$((failed + ${rest%% *}))
}

# suites MACHINE SUITES COMPILER…
suites() {
    machine=$1
    names=$2
    shift 2
    if ! command -v "$1" >/dev/null; then
        echo "== $machine: $1 is not installed"
        return
    fi
    echo "== $machine: $*"
    mkdir -p build/ci
    build/bin/runner --suite="$names" --driver=seed --arch="$machine" --compiler="$*" >build/ci/linux-programs.log 2>&1
    grep -v '^PASS' build/ci/linux-programs.log
    add "$(tail -n 1 build/ci/linux-programs.log)"
}

# busybox: a script in the kernel and here must print the same.
busybox() {
    if ! [ -x /bin/busybox ] || ! [ "$(uname -m)" = x86_64 ]; then
        echo "== amd64: busybox-static is not installed"
        return
    fi
    echo "== amd64: busybox"
    folder=build/amd64/busybox
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/here"
    cp /bin/busybox "$folder/root/bin/busybox"
    cp scripts/busybox-session.sh "$folder/root/session"
    cp build/amd64/root/init "$folder/root/init"
    build/bin/seed pack "$folder/root" "$folder/initramfs.cpio"
    build/bin/seed boot --arch=amd64 --initramfs="$folder/initramfs.cpio" -- /bin/busybox sh /session /tmp/work \
        </dev/null 2>&1 | tr -d '\r' | grep -v '^kernel: ' >"$folder/seed.out"
    (cd "$folder/here" && env -i PATH=/bin /bin/busybox sh ../../../../scripts/busybox-session.sh "$PWD/work") >"$folder/linux.out" 2>&1
    lines=$(wc -l <"$folder/linux.out")
    if [ "$lines" -gt 50 ] && diff "$folder/linux.out" "$folder/seed.out"; then
        echo "busybox: $lines equal lines"
        add "1 passed, 0 failed"
    else
        add "0 passed, 1 failed"
    fi
}

# boot MACHINE FOLDER WORDS…: the words in a machine whose tree is FOLDER/root, with the variables of $environment; prints what they print.
environment=
boot() {
    machine=$1
    folder=$2
    shift 2
    cp "build/$machine/root/init" "$folder/root/init"
    build/bin/seed pack "$folder/root" "$folder/initramfs.cpio"
    build/bin/seed boot --arch="$machine" --initramfs="$folder/initramfs.cpio" --append="$environment" -- "$@" </dev/null 2>&1 | tr -d '\r' | grep -v '^kernel: init ended with status 0'
}

# threads MACHINE COMPILER…: the programs of tests/threads
threads() {
    machine=$1
    shift
    command -v "$1" >/dev/null || return
    echo "== $machine: $*"
    folder=build/$machine/threads
    rm -rf "$folder"
    mkdir -p "$folder/root/bin"
    for name in torture vectors; do
        "$@" "tests/threads/$name.c" -o "$folder/root/bin/$name" && boot "$machine" "$folder" "/bin/$name" >"$folder/out"
        # qemu's processors of amd64 have AVX, so programs must have it.
        case $machine in amd64) bits=256 ;; aarch64) bits=128 ;; *) bits=64 ;; esac
        if sed "s/BITS/$bits/" "tests/threads/$name.expected" | diff - "$folder/out"; then
            add "1 passed, 0 failed"
        else
            add "0 passed, 1 failed"
        fi
    done
}

# Debian's bash with job control at a terminal, here and in the kernel: both must show the same.
job_control() {
    if ! [ -x /bin/bash-static ] || ! [ "$(uname -m)" = x86_64 ]; then
        echo "== amd64: bash-static is not installed"
        return
    fi
    echo "== amd64: bash with job control"
    folder=build/amd64/job-control
    rm -rf "$folder"
    mkdir -p "$folder/root/bin"
    cp /bin/bash-static build/amd64/root/bin/sleep "$folder/root/bin"
    build/bin/minicc --target=amd64 tests/terminals/shell.c -o "$folder/root/bin/shell" || return
    boot amd64 "$folder" /bin/shell /bin/bash-static --norc --noprofile --noediting -i >"$folder/seed.out"
    env -i PATH=/bin "$folder/root/bin/shell" /bin/bash-static --norc --noprofile --noediting -i >"$folder/linux.out"
    if grep -q '^status 3' "$folder/linux.out" && diff "$folder/linux.out" "$folder/seed.out"; then
        echo "job control: $(wc -l <"$folder/linux.out") equal lines"
        add "1 passed, 0 failed"
    else
        add "0 passed, 1 failed"
    fi
}

# A program in Go, whose runtime makes threads, looks users up and runs a program as one of them.
gosu() {
    if ! [ -x /usr/sbin/gosu ] || ! [ "$(uname -m)" = x86_64 ]; then
        echo "== amd64: gosu is not installed"
        return
    fi
    echo "== amd64: gosu"
    folder=build/amd64/gosu
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/etc"
    cp /usr/sbin/gosu build/amd64/root/bin/sh build/amd64/root/bin/grep "$folder/root/bin"
    printf 'root:x:0:0::/:/bin/sh\nguest:x:1234:1235::/:/bin/sh\n' >"$folder/root/etc/passwd"
    printf 'root:x:0:\nguests:x:1235:\n' >"$folder/root/etc/group"
    boot amd64 "$folder" /bin/gosu guest grep '^[UG]id' /proc/self/status >"$folder/out"
    if printf 'Uid:\t1234\t1234\t1234\t1234\nGid:\t1235\t1235\t1235\t1235\n' | diff - "$folder/out"; then
        add "1 passed, 0 failed"
    else
        add "0 passed, 1 failed"
    fi
}

# libraries ROOT PROGRAM…: what the host's programs need of libraries, into the same places of the tree.
libraries() {
    root=$1
    shift
    ldd "$@" | grep -o '/lib[^ ]*' | sort -u | while read -r library; do
        mkdir -p "$root/$(dirname "$library")"
        cp -L "$library" "$root/$library"
    done
}

# Debian's dynamic bash and coreutils: a session in the kernel and here must print the same.
dynamic_debian() {
    [ "$(uname -m)" = x86_64 ] && ldd /bin/bash >/dev/null 2>&1 || return
    echo "== amd64: dynamic bash, ls and others"
    folder=build/amd64/dynamic
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/here"
    for name in bash ls cat sort tac tr seq wc head tee cp mv cut mkdir rm; do
        cp -L "$(command -v "$name")" "$folder/root/bin/$name"
    done
    libraries "$folder/root" "$folder"/root/bin/*
    cp tests/dynamic/session.sh "$folder/root/session"
    boot amd64 "$folder" /bin/bash /session /work >"$folder/seed.out"
    env -i PATH="$PWD/$folder/root/bin" /bin/bash tests/dynamic/session.sh "$folder/here" >"$folder/linux.out" 2>&1
    if [ "$(wc -l <"$folder/linux.out")" -gt 20 ] && diff "$folder/linux.out" "$folder/seed.out"; then
        echo "dynamic programs: $(wc -l <"$folder/linux.out") equal lines"
        add "1 passed, 0 failed"
    else
        add "0 passed, 1 failed"
    fi
}

# dynamic MACHINE NAME COMPILER LOADER LIBC FOLDER: tests/dynamic with this loader, which programs expect in FOLDER, and this C library.
dynamic() {
    machine=$1
    compiler=$3
    command -v "$compiler" >/dev/null && [ -e "$4" ] || { echo "== $machine: no dynamic $2"; return; }
    echo "== $machine: dynamic programs with $2"
    folder=build/$machine/dynamic-$2
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/libraries" "$folder/root$6"
    cp -L "$4" "$folder/root$6/$(basename "$4")"
    [ -z "$5" ] || cp -L "$5" "$folder/root/libraries/libc.so.6"
    "$compiler" -O1 -w -fPIC -shared tests/dynamic/library.c -o "$folder/root/libraries/libnumber.so" || add "0 passed, 1 failed"
    cp "$folder/root/libraries/libnumber.so" "$folder/root/opened.so"
    for kind in -pie:lazy -no-pie:lazy -pie:now -no-pie:now; do
        "$compiler" -O1 -w "${kind%:*}" $([ "${kind%:*}" = -pie ] && echo -fPIE) "-Wl,-z,${kind#*:}" tests/dynamic/program.c \
            -L"$folder/root/libraries" -lnumber -o "$folder/root/bin/program" || { add "0 passed, 1 failed"; continue; }
        # Run, and run by itself again.
        environment=LD_LIBRARY_PATH=/libraries
        boot "$machine" "$folder" /bin/program /opened.so again >"$folder/out"
        environment=
        if cat tests/dynamic/expected tests/dynamic/expected | diff - "$folder/out"; then add "1 passed, 0 failed"
        else
            echo "$machine $2 ${kind}"
            add "0 passed, 1 failed"
        fi
    done
}

case $machines in *amd64*)
    suites amd64 linux,kernel x86_64-linux-gnu-gcc -static -O1 -fno-builtin -w -D_GNU_SOURCE -lm
    suites amd64 linux musl-gcc -static -O1 -fno-builtin -w -D_GNU_SOURCE -lm
    threads amd64 x86_64-linux-gnu-gcc -static -O1 -pthread
    threads amd64 musl-gcc -static -O1 -pthread
    busybox
    job_control
    gosu
    dynamic_debian
    dynamic amd64 glibc x86_64-linux-gnu-gcc /lib64/ld-linux-x86-64.so.2 /lib/x86_64-linux-gnu/libc.so.6 /lib64
    dynamic amd64 musl musl-gcc /lib/ld-musl-x86_64.so.1 "" /lib
esac
for machine in aarch64 riscv64; do
    case $machines in *"$machine"*)
        suites "$machine" linux,kernel "$machine-linux-gnu-gcc" -static -O1 -fno-builtin -w -D_GNU_SOURCE -lm
        threads "$machine" "$machine-linux-gnu-gcc" -static -O1 -pthread
        loader=$(echo /usr/"$machine"-linux-gnu/lib/ld-linux-*.so.1)
        dynamic "$machine" glibc "$machine-linux-gnu-gcc" "$loader" "/usr/$machine-linux-gnu/lib/libc.so.6" /lib
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
