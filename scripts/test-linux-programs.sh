#!/bin/sh
# Linux programs that minicc has nothing to do with, in the seed kernel: the fixtures of linux and kernel built with gcc and
# glibc for each machine and with musl-gcc, tests/threads with both, Debian's busybox with servers and clients, redis, gosu, a program in Go,
# dynamic bash and coreutils of Debian for amd64 and aarch64, Python, our shell and tools with glibc, and tests/dynamic with glibc and musl. What is not installed (scripts/install-needs.sh linux) is left
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

# What busybox shows of the kernel's machine, and does with keys at terminals (tests/terminals/keys.c): as it is written down.
busybox_machine() {
    [ -x /bin/busybox ] && [ "$(uname -m)" = x86_64 ] || return
    echo "== amd64: busybox and the machine"
    folder=build/amd64/busybox-machine
    rm -rf "$folder"
    mkdir -p "$folder/root/bin"
    cp /bin/busybox "$folder/root/bin/busybox"
    cp scripts/busybox-machine.sh "$folder/root/session"
    build/bin/minicc --target=amd64 tests/terminals/keys.c -o "$folder/root/bin/keys" || return
    boot amd64 "$folder" /bin/busybox sh /session >"$folder/out"
    if diff scripts/busybox-machine.expected "$folder/out"; then
        echo "busybox and the machine: $(wc -l <"$folder/out") equal lines"
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
        "$@" "tests/threads/$name.c" -o "$folder/root/bin/$name" -lm && boot "$machine" "$folder" "/bin/$name" >"$folder/out"
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
    same "dynamic programs" "$folder" 20
}

# same NAME FOLDER LINES: what both printed is equal, and as much as that.
same() {
    if [ "$(wc -l <"$2/linux.out")" -gt "$3" ] && diff "$2/linux.out" "$2/seed.out"; then
        echo "$1: $(wc -l <"$2/linux.out") equal lines"
        add "1 passed, 0 failed"
    else
        add "0 passed, 1 failed"
    fi
}

# Debian's Python with the modules that its smallest package has.
python() {
    command -v python3.11 >/dev/null && dpkg -L libpython3.11-minimal >/dev/null 2>&1 || { echo "== amd64: no python3.11"; return; }
    echo "== amd64: python3.11"
    folder=build/amd64/python
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/root/usr/bin" "$folder/here"
    cp -L /usr/bin/python3.11 "$folder/root/usr/bin/python3.11"
    cp -L /bin/cat "$folder/root/bin/cat"
    { dpkg -L libpython3.11-minimal; ls /usr/lib/python3.11/lib-dynload/mmap.*.so 2>/dev/null; } | while read -r file; do
        case $file in /usr/lib/python3.11/*) [ -f "$file" ] && mkdir -p "$folder/root/$(dirname "$file")" && cp "$file" "$folder/root/$file" ;; esac
    done
    libraries "$folder/root" "$folder/root/usr/bin/python3.11" "$folder/root/bin/cat"
    cp tests/dynamic/session.py "$folder/root/session.py"
    environment=PATH=/bin
    boot amd64 "$folder" /usr/bin/python3.11 -I -S -B /session.py /work >"$folder/seed.out"
    environment=
    env -i PATH=/bin /usr/bin/python3.11 -I -S -B tests/dynamic/session.py "$folder/here" >"$folder/linux.out" 2>&1
    same python "$folder" 15
}

# Debian's packages of another machine, fetched into build/ by an apt of their own. What is there is not fetched again.
foreign_packages() {
    machine=$1
    debian=$2
    folder=$PWD/build/$machine/debian
    shift 2
    if ! [ -e "$folder/root/usr" ]; then
        rm -rf "$folder"
        mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/packages" "$folder/root"
        : >"$folder/status"
        set -- "$@" -- -qq -o Dir::State="$folder" -o Dir::Cache="$folder/cache" -o Dir::State::status="$folder/status" -o APT::Architecture="$debian" \
            -o APT::Architectures="$debian" -o Acquire::Languages=none -o APT::Sandbox::User=root
        names=
        while [ "$1" != -- ]; do names="$names $1"; shift; done
        shift
        apt-get "$@" update >/dev/null 2>&1 && (cd "$folder/packages" && apt-get "$@" download $names >/dev/null 2>&1) || return 1
        for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/root" || return 1; done
    fi
}

# Debian's own bash and coreutils for aarch64: the session prints what those of this machine print.
debian_aarch64() {
    if ! foreign_packages aarch64 arm64 bash coreutils libc6 libtinfo6 libselinux1 libpcre2-8-0 libacl1 libattr1 libgmp10; then
        echo "== aarch64: Debian's packages cannot be fetched"
        return
    fi
    echo "== aarch64: Debian's bash, ls and others"
    folder=build/aarch64/dynamic
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/here" "$folder/bin"
    packages=build/aarch64/debian/root
    for name in bash ls cat sort tac tr seq wc head tee cp mv cut mkdir rm; do
        ln -s "$(command -v "$name")" "$folder/bin/$name"
        cp -L "$packages"/bin/$name "$folder/root/bin/" 2>/dev/null || cp -L "$packages"/usr/bin/$name "$folder/root/bin/"
    done
    mkdir -p "$folder/root/lib/aarch64-linux-gnu"
    for library in "$packages"/lib/aarch64-linux-gnu/*.so* "$packages"/usr/lib/aarch64-linux-gnu/*.so*; do cp -L "$library" "$folder/root/lib/aarch64-linux-gnu/"; done
    cp -L "$packages"/lib/ld-linux-aarch64.so.1 "$folder/root/lib/"
    cp tests/dynamic/session.sh "$folder/root/session"
    boot aarch64 "$folder" /bin/bash /session /work >"$folder/seed.out"
    env -i PATH="$PWD/$folder/bin" /bin/bash tests/dynamic/session.sh "$folder/here" >"$folder/linux.out" 2>&1
    same "dynamic programs" "$folder" 20
}

# Servers and clients of busybox on 127.0.0.1: a session here and in the kernel must print the same.
servers() {
    [ -x /bin/busybox ] && [ "$(uname -m)" = x86_64 ] || return
    echo "== amd64: servers of busybox"
    folder=build/amd64/servers
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/here"
    cp /bin/busybox "$folder/root/bin/busybox"
    cp tests/sockets/session.sh "$folder/root/session"
    boot amd64 "$folder" /bin/busybox sh /session /work >"$folder/seed.out"
    env -i PATH=/bin /bin/busybox sh tests/sockets/session.sh "$folder/here" >"$folder/linux.out" 2>&1
    same servers "$folder" 12
}

# Debian's redis, fetched as the packages of other machines are.
redis() {
    [ -x /bin/busybox ] && [ "$(uname -m)" = x86_64 ] || return
    if ! foreign_packages amd64 amd64 redis-server redis-tools libjemalloc2 liblzf1 libatomic1 libssl3 libsystemd0 libcap2 libgcrypt20 libgpg-error0 liblzma5 libzstd1 liblz4-1 libstdc++6 libgcc-s1; then
        echo "== amd64: redis cannot be fetched"
        return
    fi
    echo "== amd64: redis"
    folder=build/amd64/redis
    packages=$PWD/build/amd64/debian/root
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/root/lib64" "$folder/root/lib/x86_64-linux-gnu" "$folder/here"
    cp /bin/busybox "$folder/root/bin/busybox"
    for name in redis-server redis-cli; do cp -L "$packages/usr/bin/$name" "$folder/root/bin/$name"; done
    for library in "$packages"/lib/x86_64-linux-gnu/*.so.* "$packages"/usr/lib/x86_64-linux-gnu/*.so.*; do
        cp -L "$library" "$folder/root/lib/x86_64-linux-gnu/"
    done
    for library in libc libm; do cp -L /lib/x86_64-linux-gnu/$library.so.6 "$folder/root/lib/x86_64-linux-gnu/"; done
    cp -L /lib64/ld-linux-x86-64.so.2 "$folder/root/lib64/"
    cp tests/sockets/redis.sh "$folder/root/session"
    environment=PATH=/bin
    boot amd64 "$folder" /bin/busybox sh /session /work >"$folder/seed.out"
    environment=
    env -i PATH="$PWD/$folder/root/bin:/bin" LD_LIBRARY_PATH="$packages/lib/x86_64-linux-gnu:$packages/usr/lib/x86_64-linux-gnu" \
        /bin/busybox sh tests/sockets/redis.sh "$folder/here" >"$folder/linux.out" 2>&1
    same redis "$folder" 18
}

# Our shell and tools as dynamic programs of glibc: a session in the kernel prints what those of this machine print here.
own_programs() {
    machine=$1
    compiler=$2
    libraries=$3
    command -v "$compiler" >/dev/null && [ -e "$libraries/lib/libc.so.6" ] || { echo "== $machine: no dynamic glibc"; return; }
    echo "== $machine: shell and tools with glibc"
    folder=build/$machine/dynamic-own
    rm -rf "$folder"
    mkdir -p "$folder/root/bin" "$folder/root/work" "$folder/root/lib" "$folder/here"
    cp -L "$libraries"/lib/ld-linux-*.so.1 "$libraries/lib/libc.so.6" "$folder/root/lib/"
    "$compiler" -O1 -w -D_GNU_SOURCE kernel/user/sh/*.c -o "$folder/root/bin/sh"
    for tool in kernel/user/tools/*.c; do "$compiler" -O1 -w -D_GNU_SOURCE "$tool" -o "$folder/root/bin/$(basename "$tool" .c)"; done
    cp tests/dynamic/session-own.sh "$folder/root/session"
    environment=PATH=/bin
    boot "$machine" "$folder" /bin/sh /session /work >"$folder/seed.out"
    environment=
    env -i PATH="$PWD/build/amd64/root/bin" build/amd64/root/bin/sh tests/dynamic/session-own.sh "$PWD/$folder/here" >"$folder/linux.out" 2>&1
    same "shell and tools" "$folder" 10
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
    busybox_machine
    job_control
    gosu
    servers
    redis
    dynamic_debian
    python
    dynamic amd64 glibc x86_64-linux-gnu-gcc /lib64/ld-linux-x86-64.so.2 /lib/x86_64-linux-gnu/libc.so.6 /lib64
    dynamic amd64 musl musl-gcc /lib/ld-musl-x86_64.so.1 "" /lib
esac
for machine in aarch64 riscv64; do
    case $machines in *"$machine"*)
        suites "$machine" linux,kernel "$machine-linux-gnu-gcc" -static -O1 -fno-builtin -w -D_GNU_SOURCE -lm
        threads "$machine" "$machine-linux-gnu-gcc" -static -O1 -pthread
        loader=$(echo /usr/"$machine"-linux-gnu/lib/ld-linux-*.so.1)
        dynamic "$machine" glibc "$machine-linux-gnu-gcc" "$loader" "/usr/$machine-linux-gnu/lib/libc.so.6" /lib
        own_programs "$machine" "$machine-linux-gnu-gcc" "/usr/$machine-linux-gnu"
        [ "$machine" != aarch64 ] || debian_aarch64
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
