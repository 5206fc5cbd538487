#!/bin/sh
# compare-libc.sh MINICC [COUNT [SEED]] [NAME…]: every program of tests/compare, compiled by gcc with the system's library and
# by minicc with ours, must print the same. Each makes COUNT random cases of a family of functions. The first lines that differ
# are shown; the status is 1 if any do.
cd "$(dirname "$0")/.." || exit 2
minicc=$1
shift
count=20000
seed=1
case ${1-} in [0-9]*) count=$1; shift ;; esac
case ${1-} in [0-9]*) seed=$1; shift ;; esac
command -v gcc >/dev/null || { echo "compare-libc: there is no gcc"; exit 1; }
work=build/compare
mkdir -p "$work"
failed=0
for name in ${*:-$(cd tests/compare && ls ./*.c)}; do
    name=$(basename "$name" .c)
    if gcc -w -O1 "tests/compare/$name.c" -o "$work/$name.theirs" && "$minicc" -O1 "tests/compare/$name.c" -o "$work/$name.ours"; then
        "$work/$name.theirs" "$count" "$seed" >"$work/$name.expected"
        "$work/$name.ours" "$count" "$seed" >"$work/$name.actual"
        differ=$(diff -a "$work/$name.expected" "$work/$name.actual" | grep -ac '^[<>]')
        echo "$name: $(wc -l <"$work/$name.expected") lines, $differ differ"
        [ "$differ" -eq 0 ] && continue
        diff -a "$work/$name.expected" "$work/$name.actual" | head -n "${LINES_SHOWN:-8}"
    fi
    failed=1
done
exit $failed
