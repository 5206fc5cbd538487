# Base text is run by something that is not the Swift backend: tests/reference/amd64.P1pp, P1 as naive macros. Each fixture of
# cc-libc is compiled with --p1=base, joined by catm with these macros, libp1pp and the library's base text, expanded by m1pp,
# assembled by hex2, and must do what it does elsewhere.
case $(uname -m) in
    x86_64) run= ;;
    *) run=qemu-x86_64 ;;
esac
tests=$ROOT/tests/cc-libc
minicc catm library.P1pp "$ROOT/tests/reference/amd64.P1pp" "$ROOT/P1/P1pp.P1pp" "$ROOT/P1/sys-base.P1pp" \
    "$ROOT/P1/entry-libc.P1pp" "$ROOT/build/libc.base.P1pp"

# Each is a text of a megabyte to expand and assemble: those with numbers up to 99 here, the others by 83.
for source in "$tests"/${NUMBERS:-[0-9][0-9]}-*.c; do
    name=$(basename "$source" .c)
    case $name in
        48-own-names | 115-own-names | 157-own-zone-names) continue ;;    # defines what the library has: in one text without weak labels a label defined twice
    esac
    of() { cat "$tests/$name.amd64.$1" 2>/dev/null || cat "$tests/$name.$1" 2>/dev/null; }
    [ "$(of driver)" != seed ] || continue
    # $(of …) are words.
    minicc --target=amd64 --lib=app__ --p1=base $(of options) "$source" -o client.P1pp || { echo "$name: not compiled"; continue; }
    minicc catm all.P1pp library.P1pp client.P1pp "$ROOT/P1/elf-end.P1pp" &&
        minicc m1pp --target=amd64 all.P1pp all.hex2 && minicc hex2 all.hex2 program || { echo "$name: not assembled"; continue; }
    input=/dev/null
    [ ! -f "$tests/$name.stdin" ] || input=$tests/$name.stdin
    mkdir -p folder
    (cd folder && $run ../program $(of args) <"$input" >../output 2>../errors)
    status=$?
    rm -rf folder
    expected=$(of expected-exit)
    [ $status = "${expected:-0}" ] || { echo "$name: ends with $status, not ${expected:-0}"; tail -n 3 errors; }
    of expected | diff - output >difference || { echo "$name: prints something else:"; head -n 6 difference; }
    count=$((count + 1))
done
[ $count -gt ${LEAST:-60} ] && echo "done"
