#!/bin/sh
# Real programs, built by their own build systems with minicc and put through their own tests (tests/real/README.md):
#   real.sh [--quick] [--jobs=N] [NAME…]
# --quick: the recipes that say so, only natively and without measuring. JOBS recipes at a time. When every recipe has a
# result, docs/real-programs.md is written. The last line is `N passed, N failed`.
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C TZ=UTC
unset MAKEFLAGS MAKELEVEL MFLAGS
jobs=$(nproc)
names=
quick=
for word; do
    case $word in
        --quick) quick=yes ;;
        --jobs=*) jobs=${word#*=} ;;
        *) names="$names $word" ;;
    esac
done
all=$(ls tests/real | grep -v '[.]')
export REAL_FOLDER=build/real
if [ "$quick" ]; then
    # Apart from the others: the table is not made of these results.
    export REAL_QUICK=yes REAL_FOLDER=build/real/quick
    names=$(grep -l '^quick=yes' $(echo "$all" | sed 's,^,tests/real/,') | sed 's,.*/,,')
fi
passed=0
failed=0
for name in ${names:=$all}; do
    [ -f "tests/real/$name" ] && continue
    echo "FAIL $name: there is no such recipe"
    exit 1
done
mkdir -p build/real/bin
ln -sf ../../../scripts/real/minicc build/real/bin/minicc
sh scripts/real/data.sh build/real

for name in $names; do
    rm -f "$REAL_FOLDER/$name/report"
done
echo $names | tr ' ' '\n' | xargs -P "$jobs" -n 1 sh scripts/real/recipe.sh &
recipes=$!
for name in $names; do
    report=$REAL_FOLDER/$name/report
    while ! [ -f "$report" ] && kill -0 "$recipes" 2>/dev/null; do
        sleep 1
    done
    [ -f "$report" ] || { mkdir -p "$REAL_FOLDER/$name" && echo "FAIL $name: it did not come to its end" >"$report"; }
    cat "$report"
    case $(cat "$report") in PASS*) passed=$((passed + 1)) ;; *) failed=$((failed + 1)) ;; esac
done

if [ -z "$quick" ]; then
    missing=
    for name in $all; do
        grep -q '^status=' "build/real/$name/result" 2>/dev/null || missing="$missing $name"
    done
    if [ "$missing" ]; then
        echo "docs/real-programs.md is as it was: no result of$missing"
    else
        sh scripts/real/table.sh $all >docs/real-programs.md
    fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
