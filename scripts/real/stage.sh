# One stage of a recipe: stage.sh NAME STAGE. The current folder is the source's; recipe.sh has set the environment.
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
