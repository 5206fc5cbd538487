#!/bin/sh
# check-kernel-calls.sh: the kernel's table of system calls (kernel/include/calls.h) has Linux's numbers, and docs/kernel.md lists
# truly which of Linux 6.1's calls are not in it. Linux's list is the library's <asm/unistd.h>. tests/kernel/b7-absent-calls.c
# makes each of those calls.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# NAME AMD64 GENERIC, 9999 where a machine has none. Calls of one machine are machine-specific code's.
sed -n 's/^#define __NR_\([a-z0-9_]*\) __SYSTEM_CALL(\([0-9]*\), \([0-9]*\)).*/\1 \2 \3/p
        /^#if defined(__x86_64__)$/,/^#elif/ s/^#define __NR_\([a-z0-9_]*\) \([0-9][0-9]*\)$/\1 \2 9999/p' Sources/libc/include/asm/unistd.h | sort >"$work/linux"
grep -o 'X([a-z0-9_]*, [0-9]*, [0-9]*' kernel/include/calls.h | sed 's/X(//; s/,//g' | sort >"$work/kernel"
# getrlimit, setrlimit and renameat are numbers of the generic list that the library has in its machines' parts.
awk 'NR == FNR { linux[$1] = $2 " " $3; amd64[$1] = $2; next }
     !($1 in linux) { print "Linux has no call " $1; next }
     linux[$1] == $2 " " $3 || (amd64[$1] == $2 && $1 ~ /^([gs]etrlimit|renameat)$/) { next }
     { print $1 " has numbers " $2 " " $3 ", and on Linux " linux[$1] }' "$work/linux" "$work/kernel" >"$work/wrong"
if [ -s "$work/wrong" ]; then
    cat "$work/wrong"
    failed=1
fi

cut -d ' ' -f 1 "$work/kernel" >"$work/there"
echo arch_prctl >>"$work/there"
sort -o "$work/there" "$work/there"
cut -d ' ' -f 1 "$work/linux" | comm -23 - "$work/there" >"$work/absent"
sed -n '/^### Calls of Linux 6.1 that are not there/,/^### Calls that are there/p' docs/kernel.md | sed -n '/^|/p' | sed 's/^|[^|]*|//' | grep -o '`[a-z0-9_]*`' | tr -d '`' | sort >"$work/listed"
diff "$work/listed" "$work/absent" >"$work/diff" || {
    echo "docs/kernel.md lists other absent calls than there are (< listed, > absent):"
    grep '^[<>]' "$work/diff"
    failed=1
}
grep -v '^#' tests/kernel/b7-absent-calls.c | grep -o 'ABSENT([a-z0-9_]*)' | sed 's/ABSENT(//; s/)//' | sort >"$work/tried"
diff "$work/tried" "$work/absent" >"$work/diff" || {
    echo "tests/kernel/b7-absent-calls.c tries other calls than those that are absent (< tried, > absent):"
    grep '^[<>]' "$work/diff"
    failed=1
}
[ "$failed" = 0 ] && echo "1 passed, 0 failed" || echo "0 passed, 1 failed"
exit "$failed"
