#!/bin/sh
# debug-kernel.sh ARCH APPEND [GDB-OPTION…]: the seed kernel stops at kernel_main, in gdb. The console's output is in
# build/ARCH/console.log. Further options are for gdb, for instance -batch -ex backtrace.
set -eu
cd "$(dirname "$0")/.."
arch=$1
append=$2
shift 2
command -v gdb-multiarch > /dev/null || {
    echo "gdb-multiarch is not installed; scripts/install-needs.sh debug installs it"
    exit 1
}
log=build/$arch/console.log
build/bin/seed boot --arch="$arch" --append="$append" --debug < /dev/null > "$log" 2>&1 &
seed=$!
# qemu may need a moment before it listens; gdb tries again for so many seconds. Code is not in memory yet: hardware breakpoints.
gdb-multiarch -q -ex 'set confirm off' -ex 'set tcp connect-timeout 10' -ex 'target remote :1234' \
    -ex 'thbreak kernel_main' -ex continue "$@" "build/$arch/kernel.elf" || true
# The machine ends with gdb.
if kill -0 "$seed" 2> /dev/null; then
    gdb-multiarch -q -batch -ex 'set confirm off' -ex 'target remote :1234' -ex kill > /dev/null 2>&1 || true
fi
wait "$seed" || true
