# What holds where a recipe says nothing. tests/real/README.md explains the words.
package=
version=
archives=
also=
needs=
program=
machines=
format=exit
least=1
excused=
quick=
seed=
limit_configure=900
limit_build=1200
limit_check=1800
limit_bench=300
limit_seed=300

prepare() { :; }
configure() { ./configure $quiet_configure; }
build() { make; }
check() { make check; }
bench() { return 1; }

# Options that configure scripts of autoconf and automake know.
quiet_configure="--disable-shared --disable-nls --disable-dependency-tracking --disable-silent-rules"

# plain_make WORDS…: for makefiles that are not made by configure.
plain_make() {
    make CC="$CC" AR="$AR" RANLIB="$RANLIB" CFLAGS="$CFLAGS" LDFLAGS="$LDFLAGS" "$@"
}

# one NAME COMMAND…: a test of format `one`, for suites that are a handful of programs.
one() {
    name=$1
    shift
    if "$@"; then verdict=PASS; else verdict=FAIL; fi
    # What the program has written may lack an end of line.
    printf "\nverdict %s %s\n" "$verdict" "$name"
}

# other_archive NAME: the folder of an archive that is not the first.
other_archive() { ls -d "$WORK/other-archives/$1"*; }

# build_ncurses: a static libncurses.a and its headers in $WORK/usr, from the other archive; CPPFLAGS and LDFLAGS that find them.
build_ncurses() {
    (
        cd "$(other_archive ncurses)" || exit
        ./configure --without-shared --without-cxx --without-cxx-binding --without-ada --without-progs --without-tests \
            --without-manpages --without-debug --disable-widec --with-default-terminfo-dir=/usr/share/terminfo \
            --with-terminfo-dirs=/etc/terminfo:/lib/terminfo:/usr/share/terminfo >/dev/null &&
            make -C include >/dev/null && make -C ncurses >/dev/null || exit
        mkdir -p "$WORK/usr/include" "$WORK/usr/lib"
        # Not its config.h, which others would take for theirs.
        cp include/curses.h include/ncurses_dll.h include/term.h include/termcap.h include/unctrl.h "$WORK/usr/include/"
        cp include/curses.h "$WORK/usr/include/ncurses.h"
        cp lib/libncurses.a "$WORK/usr/lib/"
    ) || exit
    cp "$WORK/usr/lib/libncurses.a" "$WORK/usr/lib/libtinfo.a"
}

# results: reads the log of the tests; prints PASS, FAIL or SKIP and a name for each test.
results() {
    case $format in
        exit) [ "$status" -eq 0 ] && echo "PASS $REAL_NAME" || echo "FAIL $REAL_NAME" ;;
        one) sed -n 's/^verdict //p' "$LOG" ;;
        automake) sed -n 's/^\(PASS\|FAIL\|SKIP\): \([^ ].*\)$/\1 \2/p; s/^XFAIL: /PASS /p; s/^\(XPASS\|ERROR\): /FAIL /p' "$LOG" ;;
        tap)
            awk '/^ok / || /^not ok / {
                    verdict = $1 == "ok" ? "PASS" : "FAIL"
                    # A directive of TAP: skipped, or not expected to pass.
                    if (tolower($0) ~ /# *(skip|todo)/) verdict = "SKIP"
                    sub(/^(not )?ok /, "")
                    print verdict, $0
                }' "$LOG"
            ;;
        ctest) sed -n 's/^ *[0-9]*\/[0-9]* Test *#[0-9]*: \([^ ]*\) \.* *\(Passed\).*/PASS \1/p; s/^ *[0-9]*\/[0-9]* Test *#[0-9]*: \([^ ]*\) \.*\*\*\*.*/FAIL \1/p' "$LOG" ;;
        *) echo "FAIL format $format is not known" ;;
    esac
}
