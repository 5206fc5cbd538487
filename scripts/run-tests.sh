#!/bin/sh
# Every suite on every machine, the check against the model of P1, six real programs, and the unit tests, after `make build`.
# The last line is the sum over all parts: `N passed, N failed`.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
logs=build/ci
mkdir -p "$logs"
passed=0
failed=0

# add NAME: counts what build/ci/NAME.log says in its last line.
add() {
    line=$(tail -n 1 "$logs/$1.log")
    case $line in
        [0-9]*" passed, "[0-9]*" failed")
            passed=$((passed + ${line%% *}))
            line=${line#*, }
            failed=$((failed + ${line%% *}))
            ;;
        *)
            echo "$1 did not come to its end"
            failed=$((failed + 1))
            ;;
    esac
}

# run NAME COMMAND…: shows the command's output and counts it.
run() {
    name=$1
    shift
    echo "== $name"
    "$@" >"$logs/$name.log" 2>&1
    cat "$logs/$name.log"
    add "$name"
}

# unit: Swift's own tests, counted from the report they write.
unit() {
    rm -f "$logs"/unit*.xml
    swift test --xunit-output "$logs/unit.xml"
    cat "$logs"/unit*.xml | tr ' ' '\n' | awk -F '"' '
        /^<testsuite$/ { inSuite = 1 }
        inSuite && /^tests=/ { tests += $2 }
        inSuite && /^(failures|errors)=/ { failed += $2 }
        />/ { inSuite = 0 }
        END { if (!tests) failed++; print tests - failed " passed, " failed + 0 " failed" }'
}

run suites build/bin/runner
run p1check build/bin/p1check
run kernel-ends sh scripts/test-kernel-ends.sh $(ls kernel/arch)
run kernel-machines sh scripts/test-kernel-machines.sh
run kernel-screen sh scripts/test-kernel-screen.sh
run kernel-sleep sh scripts/check-kernel-sleep.sh
run kernel-table sh scripts/check-kernel-calls.sh
run kernel-checks sh scripts/test-kernel-checks.sh amd64
run kernel-calls env N=200 CALLS=20000 sh scripts/fuzz-kernel.sh $(ls kernel/arch)
run kernel-archives env N=20 sh scripts/fuzz-archives.sh $(ls kernel/arch)
run real sh scripts/real/real.sh --quick
run unit unit

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
