#!/bin/sh
# check-kernel-sleep.sh: the functions of the kernel that may sleep, from the calls in its own machine code, are those that
# kernel/may-sleep lists; and none of them uses a descriptor that it does not hold. With --list the list is printed.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for file in kernel/*/*.c kernel/arch/amd64/*.c; do
    echo "@ $file"
    build/bin/minicc -S -O0 --target=amd64 -ffreestanding -Ikernel/include -Ikernel/arch/amd64 "$file" -o - || exit 1
done > "$work/code"

# Calls through pointers: what file types do to read and write may sleep, and no other pointer leads to a function that may.
awk '
    /^@ / { file = $2; next }
    /^:[a-zA-Z_]/ { name = substr($1, 2); here = file " " name; defined[here] = 1; if (!(name in global)) global[name] = here; next }
    /%call\(&/ {
        match($0, /&[a-zA-Z_0-9]+/)
        callers[++n] = here
        callees[n] = substr($0, RSTART + 1, RLENGTH - 1)
        files[n] = file
    }
    function edge(from, to) { callers[++n] = global[from]; callees[n] = to; files[n] = "" }
    END {
        edge("file_read", "pipe_read"); edge("file_read", "terminal_read"); edge("file_read", "master_read")
        edge("file_write", "pipe_write"); edge("file_write", "terminal_write"); edge("file_write", "master_write")
        edge("transfer_onward", "transfer"); edge("transfer_at", "transfer")
        edge("with_two_files", "copy_file"); edge("with_files", "splice"); edge("with_files", "tee")
        sleeps[global["schedule"]] = 1
        do {
            more = 0
            for (k = 1; k <= n; k++) {
                there = files[k] " " callees[k]
                if (!(there in defined)) there = global[callees[k]]
                if (sleeps[there] && !sleeps[callers[k]]) { sleeps[callers[k]] = 1; more = 1 }
            }
        } while (more)
        for (f in sleeps) if (sleeps[f]) print f
        for (k = 1; k <= n; k++)
            if (sleeps[callers[k]] && callees[k] == "descriptor_file") print callers[k] " may sleep and uses descriptor_file" > "/dev/stderr"
    }' "$work/code" 2> "$work/unheld" | LC_ALL=C sort > "$work/list"

if [ "${1:-}" = --list ]; then
    cat "$work/list"
    exit
fi
failed=0
diff kernel/may-sleep "$work/list" > "$work/diff" || {
    echo "kernel/may-sleep is not what the kernel does (< listed, > found):"
    grep '^[<>]' "$work/diff"
    failed=1
}
if [ -s "$work/unheld" ]; then
    cat "$work/unheld"
    failed=1
fi
[ "$failed" = 0 ] && echo "1 passed, 0 failed" || echo "0 passed, 1 failed"
exit "$failed"
