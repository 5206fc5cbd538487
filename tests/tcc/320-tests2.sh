# tcc's own tests; printed are the names of those whose output is not the expected one. With a tcc that gcc compiled from
# the same sources (make ddc) all outputs must be the same, warnings and errors included.
sh "$ROOT/chain/tests2.sh" "$PWD/minicc" "$RUN" $TCC
echo "$(ls minicc/*.output | wc -l) tests"
other=$ROOT/build/$ARCH/ddc/gcc/tcc0
if [ -x "$other" ]; then
    sh "$ROOT/chain/tests2.sh" "$PWD/gcc" "$RUN" $RUN "$other" "-B$ROOT/build/$ARCH/sysroot" >/dev/null
    for output in minicc/*.output; do
        cmp "$output" "gcc/${output#*/}"
    done
fi
