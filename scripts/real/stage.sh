# One stage of a recipe: stage.sh NAME STAGE. The current folder is the source's; recipe.sh has set the environment.

# Root's linkers and compilers remove an output that they are to make anew: `gcc -lrt -o /dev/null`, as busybox's makefiles ask, leaves
# an ordinary file there. What is mounted cannot be removed.
if [ -z "${NULL_IS_SAFE:-}" ] && [ "$(id -u)" = 0 ] && unshare -m mount --bind /dev/null /dev/null 2>/dev/null; then
    NULL_IS_SAFE=1 exec unshare -m sh -c 'mount --bind /dev/null /dev/null && exec sh "$@"' sh "$0" "$@"
fi

. "$ROOT/scripts/real/defaults.sh"
. "$ROOT/tests/real/$1"
case $2 in
    # The numbers are the processor time of the program and what it has started, in hundredths of a second.
    bench)
        bench || exit
        times >"$WORK/bench.times"
        awk -F '[ms ]' 'END { printf "%d\n", ($1 * 60 + $2 + $4 * 60 + $5) * 100 + 0.5 }' "$WORK/bench.times" >"$WORK/bench.time"
        ;;
    results) results ;;
    *)
        set -e
        $2
        ;;
esac
