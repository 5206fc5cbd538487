# The test runner itself, on fixtures of which most must fail: each failure is reported as its own fixture's,
# with its reason, and the rest still run.
runner --tests="$ROOT/tests/runner" --build="$PWD/build" --minicc="$MINICC" --arch="$ARCH" --jobs=2 --time-limit=2 |
    sed "s,/$ARCH,/ARCH,"
echo
echo "One by name, two by the beginnings of their names, none at all, and a suite that does not exist:"
run() { runner --tests="$ROOT/tests/runner" --build="$PWD/build" --minicc="$MINICC" --arch="$ARCH" "$@"; echo "status $?"; }
run 01-passes | sed "s,/$ARCH,/ARCH,"
run 01 08 | sed "s,/$ARCH,/ARCH,"
run 99
run --suite=nonsense | sed "s,; there are .*,,"
