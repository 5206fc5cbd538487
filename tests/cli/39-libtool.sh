# libtool finds out that there are no shared libraries, without being told, and makes static ones, from others, too.
unset MAKEFLAGS MFLAGS CFLAGS LDFLAGS
cat > configure.ac <<'END'
AC_INIT([sample], [1])
AC_CONFIG_AUX_DIR([aux])
AC_PROG_CC
m4_include([/usr/share/aclocal/libtool.m4])
m4_include([/usr/share/aclocal/ltoptions.m4])
m4_include([/usr/share/aclocal/ltsugar.m4])
m4_include([/usr/share/aclocal/ltversion.m4])
m4_include([/usr/share/aclocal/lt~obsolete.m4])
LT_INIT
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
END
cat > Makefile.in <<'END'
top_builddir = .
LIBTOOL = @LIBTOOL@ --silent
sample: main.lo libouter.la
	$(LIBTOOL) --mode=link --tag=CC @CC@ -o $@ main.lo libouter.la
libouter.la: outer.lo libinner.la
	$(LIBTOOL) --mode=link --tag=CC @CC@ -o $@ outer.lo libinner.la -rpath /usr/lib -version-info 3:2:1
libinner.la: inner.lo
	$(LIBTOOL) --mode=link --tag=CC @CC@ -o $@ inner.lo
%.lo: %.c
	$(LIBTOOL) --mode=compile --tag=CC @CC@ @CFLAGS@ -c $<
END
echo 'int inner(void) { return 40; }' > inner.c
echo 'int inner(void); int outer(void) { return inner() + 2; }' > outer.c
printf '#include <stdio.h>\nint outer(void);\nint main(void) { return !printf("%%d\\n", outer()); }\n' > main.c
mkdir aux
touch aux/install-sh aux/config.sub aux/config.guess
libtoolize --copy --install --quiet > libtoolize.log 2>&1 || cat libtoolize.log
autoconf 2> autoconf.log || cat autoconf.log

./configure CC=minicc AR="$(minicc -print-prog-name=ar)" NM="$(minicc -print-prog-name=nm)" > configure.log 2>&1 || tail configure.log
grep -E 'checking (for ld|if the linker|whether .* supports shared|if libtool supports shared|whether to build (shared|static)|command to parse)' configure.log \
    | sed 's|(.*minicc[^)]*)|MINICC|; s|/[^ ]*/tools/||g'
make -s > make.log 2>&1 || cat make.log
./sample
ls .libs | grep "[.]so"
echo "== objects in parts"
./libtool --silent --mode=link --tag=CC minicc -o whole.lo inner.lo outer.lo
minicc main.o whole.o -o parts && ./parts
