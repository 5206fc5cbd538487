# One recipe from its archive to its result: recipe.sh NAME. Works in build/real/NAME:
#   work         the source, built; gcc-O0, gcc-O1 the same with gcc, where it is needed for a comparison
#   *.log        what the stages said; results-MACHINE the tests' verdicts
#   result       what the table is made of, one `word=value` a line
#   report       what `make real` prints of it
REAL_NAME=$1
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
export REAL_NAME ROOT
. "$ROOT/scripts/real/defaults.sh"
. "$ROOT/tests/real/$REAL_NAME"
folder=$ROOT/$REAL_FOLDER/$REAL_NAME
gcc_path=$PATH
ours_path=$ROOT/build/real/bin:$PATH
export MINICC="${MINICC:-$ROOT/build/bin/minicc}" DATA="$ROOT/build/real/data" REAL_STAMP="$folder/stamp"

# note WORD VALUE: for the table.
note() {
    echo "$1=$2" >>"$folder/result"
}

# fail STAGE REASON: the recipe ends here; its report is the reason and the end of the stage's log.
fail() {
    note status failed
    note reason "$1: $2"
    {
        echo "FAIL $REAL_NAME: $1: $2"
        [ -f "$folder/$1.log" ] && tail -n 25 "$folder/$1.log" | sed 's/^/    /'
    } >"$folder/report"
    exit 1
}

# stage STAGE FUNCTION SECONDS: runs a function of the recipe in the current folder, with a time limit, and ends what it has
# left running. The log is STAGE.log.
stage() {
    export LOG="$folder/$1.log"
    setsid timeout -k 10 "$3" sh "$ROOT/scripts/real/stage.sh" "$REAL_NAME" "$2" >"$LOG" 2>&1 </dev/null &
    running=$!
    wait $running
    status=$?
    kill -KILL -- -$running 2>/dev/null
    [ $status -ne 124 ] || echo "no end after $3 seconds" >>"$LOG"
    return $status
}

# unpack FOLDER: the archives' contents; the first one is the source itself.
unpack() {
    rm -rf "$1" "$1.new"
    mkdir -p "$1.new"
    for archive in $(echo "$archives" | awk '{ print $2 }'); do
        case $archive in
            *.gz | *.bz2 | *.xz | *.tgz) tar -xf "$ROOT/build/real/archives/$archive" -C "$1.new" --no-same-owner || return 1 ;;
        esac
        [ -d "$1" ] && continue
        # Most archives have one folder at the top, some none.
        if [ "$(ls "$1.new" | wc -l)" -eq 1 ]; then
            mv "$1.new/"* "$1"
        else
            mv "$1.new" "$1"
        fi
        mkdir -p "$1.new"
    done
    rmdir "$1.new" 2>/dev/null || { mkdir -p "$1/other-archives" && mv "$1.new/"* "$1/other-archives/" && rmdir "$1.new"; }
}

# use minicc, use gcc LEVEL: the tools of the following stages.
use() {
    if [ "$1" = minicc ]; then
        export PATH="$ours_path" CC=minicc AR="minicc ar" RANLIB="minicc ranlib" CFLAGS="${OPTIONS:--O2}" LDFLAGS=
        # gnulib takes a compiler without names for the machine for one of i386, and defines __i386__.
        export gl_cv_host_cpu_c_abi=portable gl_cv_host_cpu_c_abi_32bit=no
    else
        unset gl_cv_host_cpu_c_abi gl_cv_host_cpu_c_abi_32bit
        export PATH="$gcc_path" CC=gcc AR=ar RANLIB=ranlib CFLAGS="$2 -fcommon" LDFLAGS=
    fi
}

# make_program FOLDER PREFIX: configures and builds there; PREFIX stands before the names of the logs.
make_program() {
    unpack "$1" || fail "${2}unpack" "the archives cannot be unpacked"
    cd "$1" || exit
    export WORK="$1"
    [ "$2" ] || note lines "$(find . -path ./other-archives -prune -o \( -name '*.c' -o -name '*.h' \) -type f -exec cat {} + | wc -l)"
    for step in prepare configure build; do
        limit=$limit_configure
        [ $step = build ] && limit=$limit_build && export REAL_LINKS="$links"
        stage "$2$step" $step "$limit" || fail "$2$step" "exit status $status"
    done
    unset REAL_LINKS
}

# with_gcc LEVEL: the program built by gcc, once.
with_gcc() {
    [ -f "$folder/gcc$1.built" ] && return
    (
        use gcc "$1"
        links=
        make_program "$folder/gcc$1" "gcc$1-"
    ) || exit 1
    touch "$folder/gcc$1.built"
}

# run_tests RESULTS: the recipe's tests in the current folder, and their verdicts; $1 is also the name of the stage.
run_tests() {
    stage "$1" check "$limit_check"
    export status
    sh "$ROOT/scripts/real/stage.sh" "$REAL_NAME" results >"$folder/$1.results"
}

# Tests that fail, do not count as failures when the recipe excuses them (a line of $excused: a pattern and the reason), or when
# they fail in the same way with gcc.
# unexcused RESULTS MACHINE: the failures that remain; the others go to the file `excused`.
unexcused() {
    sed -n 's/^FAIL //p' "$folder/$1.results" | while IFS= read -r test; do
        reason=$(echo "$excused" | while read -r pattern why; do
            case $test in $pattern) echo "${why:-no reason}" && break ;; esac
            case $2/$test in $pattern) echo "${why:-no reason}" && break ;; esac
        done)
        if [ "$reason" ]; then
            echo "$2 $test: $reason" >>"$folder/excused"
        elif [ -f "$folder/check-gcc.results" ] && grep -qxF "FAIL $test" "$folder/check-gcc.results"; then
            echo "$2 $test: fails when gcc compiles it, too" >>"$folder/excused"
        else
            echo "$test"
        fi
    done
}

# judge MACHINE: the tests for it.
judge() {
    export MACHINE="$1"
    run_tests "check-$1"
    check_status=$status
    [ "$check_status" -lt 124 ] || [ "$check_status" -gt 124 ] || fail "check-$1" "no end after $limit_check seconds"
    cp "$folder/excused" "$folder/excused.before"
    left=$(unexcused "check-$1" "$1")
    if [ "$left" ] && [ ! -f "$folder/check-gcc.results" ]; then
        (
            with_gcc -O1 || exit
            use gcc -O1
            cd "$folder/gcc-O1" && export WORK="$folder/gcc-O1" && unset REAL_MACHINE && run_tests check-gcc
        )
        cp "$folder/excused.before" "$folder/excused"
        left=$(unexcused "check-$1" "$1")
    fi
    rm "$folder/excused.before"
    passed=$(grep -c '^PASS ' "$folder/check-$1.results")
    total=$(grep -c '^\(PASS\|FAIL\) ' "$folder/check-$1.results")
    note "tests-$1" "$passed/$total"
    if [ "$left" ]; then
        fail "check-$1" "$(echo "$left" | wc -l) of $total tests: $(echo "$left" | head -n 8 | paste -s -d ' ')"
    fi
    [ "$passed" -ge "$least" ] || fail "check-$1" "$passed tests passed, $least expected (exit status $check_status)"
    # A suite that ends badly without a test that failed has not come to its end.
    if [ "$check_status" -ne 0 ] && ! grep -q '^FAIL ' "$folder/check-$1.results"; then
        fail "check-$1" "exit status $check_status"
    fi
}

# measure FOLDER NAME: the least of three times of the bench; its output goes to NAME.output.
measure() {
    export WORK="$1"
    best=
    cd "$1" || exit
    for _ in 1 2 3; do
        stage "bench-$2" bench "$limit_bench" || fail "bench-$2" "exit status $status"
        time=$(cat "$WORK/bench.time")
        [ "$best" ] && [ "$best" -le "$time" ] || best=$time
    done
    [ "$best" -gt 0 ] || best=1
    cp "$folder/bench-$2.log" "$folder/bench-$2.output"
}

# loaded PROGRAM: how many bytes of it are loaded.
loaded() {
    readelf -lW "$1" 2>/dev/null | awk '
        function hex(text,   i, n) {
            for (i = 3; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
            return n
        }
        $1 == "LOAD" { sum += hex($5) }
        END { print int((sum + 512) / 1024) }'
}

bench_all() {
    grep -q "^bench()" "$ROOT/tests/real/$REAL_NAME" || return 0
    measure "$folder/work" minicc
    ours=$best
    for level in -O0 -O1; do
        (
            with_gcc $level || exit 1
            use gcc $level
            measure "$folder/gcc$level" "gcc$level"
            cmp -s "$folder/bench-minicc.output" "$folder/bench-gcc$level.output" ||
                fail bench-minicc "prints something else than with gcc $level"
            note "time$level" "$(awk "BEGIN { printf \"%.2f\", $ours / $best }")"
            [ "$program" ] && note "size$level" "$(loaded "$folder/gcc$level/$program")"
        ) || exit 1
    done
}

# run_seed MACHINE: the session of the recipe in the seed kernel.
run_seed() {
    root=$folder/seed-$1
    expected=$ROOT/tests/real/$REAL_NAME.session-expected
    rm -rf "$root"
    mkdir -p "$root/bin"
    cp -r "$ROOT/build/$1/root/." "$root/" || fail seed "the seed kernel for $1 is not built"
    for file in $seed; do
        for made in "$folder/work/$file.$1" "$folder/work/$file"; do
            [ -f "$made" ] && break
        done
        cp "$made" "$root/bin/$(basename "$file")" || fail "seed" "$file is not there for $1"
    done
    cp "$ROOT/tests/real/$REAL_NAME.session" "$root/session"
    "$ROOT/build/bin/seed" pack "$root" "$folder/seed-$1.cpio"
    (cd "$ROOT" && timeout "$limit_seed" build/bin/seed boot --arch="$1" --initramfs="$folder/seed-$1.cpio" -- /bin/sh /session </dev/null 2>&1) |
        tr -d '\r' | grep -v '^kernel: ' >"$folder/seed-$1.output"
    rm -rf "$root" "$folder/seed-$1.cpio"
    diff -u "$expected" "$folder/seed-$1.output" >"$folder/seed-$1.log" || fail "seed-$1" "the session prints something else"
}

# A stage is a session of its own, which an interrupt does not reach.
running=
trap '[ "$running" ] && kill -KILL -- "-$running" 2>/dev/null; fail interrupted "ended by a signal"' INT TERM HUP
rm -rf "$folder"
mkdir -p "$folder"
: >"$folder/result"
: >"$folder/excused"
note version "$version"
for tool in $needs; do
    command -v "$tool" >/dev/null || fail needs "$tool is not installed"
done
echo "$archives" | sed 's/^ *//; /^$/d; s/  */  /' >"$folder/sums"
printf '%s\n' "$package $version" "$also" | while read -r name number; do
    [ "$name" ] || continue
    grep " ${name}_" "$folder/sums" | sh "$ROOT/scripts/fetch-source.sh" "$name" "$number" "$ROOT/build/real/archives" || exit
done 2>"$folder/fetch.log" || {
    reason=$(tail -n 1 "$folder/fetch.log")
    rm "$folder/fetch.log"
    fail fetch "$reason"
}

links=$folder/links
: >"$links"
use minicc
note builds no
make_program "$folder/work" ""
[ -z "$program" ] || [ -x "$program" ] || fail build "there is no $program"
sed -i 's/^builds=no/builds=yes/' "$folder/result"
note warnings "$(grep -c 'warning: ' "$folder/build.log")"
[ "$program" ] && note size "$(loaded "$program")"
cd "$folder" || exit
[ "$REAL_QUICK" ] && machines=
[ "$machines" ] && cp -a work built
[ "$REAL_QUICK" ] || [ "$BENCH" = no ] || bench_all || exit 1
cd "$folder/work" && export WORK="$folder/work"
use minicc
judge amd64
[ "$seed" ] && [ -z "$REAL_QUICK" ] && run_seed amd64
for machine in $machines; do
    rm -rf "$folder/work"
    cp -a "$folder/built" "$folder/work"
    cd "$folder/work" || exit
    sh "$ROOT/scripts/real/relink.sh" "$machine" "$links" >"$folder/link-$machine.log" 2>&1 || fail "link-$machine" "a link failed"
    export REAL_MACHINE="$machine"
    judge "$machine"
    unset REAL_MACHINE
    [ "$seed" ] && run_seed "$machine"
done
rm -rf "$folder/built"
note machines "amd64${machines:+ $machines}${seed:+ seed}"
note status passed
echo "PASS $REAL_NAME: $(sed -n 's,^tests-\(.*\)=\(.*\)/\(.*\),\1 \2 of \3,p' "$folder/result" | paste -s -d ';' | sed 's/;/; /g')" >"$folder/report"
