# config.site: static libraries and our tools without being told; and its answers for cross compilers are those that a native
# configure finds by running programs.
unset MAKEFLAGS MFLAGS CFLAGS LDFLAGS AR NM RANLIB STRIP
cat > configure.ac <<'END'
AC_INIT([sample], [1])
AC_CONFIG_AUX_DIR([aux])
AC_PROG_CC
AC_CHECK_TOOL([AR], [ar])
AC_PROG_RANLIB
AC_CHECK_TOOL([STRIP], [strip])
AC_FUNC_MALLOC
AC_FUNC_REALLOC
AC_FUNC_MEMCMP
AC_FUNC_STRNLEN
AC_FUNC_STRTOD
AC_FUNC_STRCOLL
AC_FUNC_MKTIME
AC_FUNC_STAT
AC_FUNC_LSTAT
AC_FUNC_LSTAT_FOLLOWS_SLASHED_SYMLINK
AC_FUNC_CHOWN
AC_FUNC_GETGROUPS
AC_FUNC_FORK
AC_FUNC_MMAP
AC_FUNC_CLOSEDIR_VOID
AC_FUNC_UTIME_NULL
AC_TYPE_GETGROUPS
AC_MSG_NOTICE([shared: $enable_shared, $AR $RANLIB $STRIP])
AC_OUTPUT
END
mkdir aux && cp "$(automake --print-libdir)"/config.guess "$(automake --print-libdir)"/config.sub "$(automake --print-libdir)"/install-sh aux
autoconf 2> autoconf.log || cat autoconf.log
site=$(minicc -print-file-name=config.site)
./configure -q CC=minicc -C --cache-file=native > configure.log 2>&1 || tail configure.log
CONFIG_SITE=$site ./configure --host=riscv64-linux CC="minicc --target=riscv64" --cache-file=cross > configure.log 2>&1 || tail configure.log
grep 'shared:' configure.log | sed 's|/[^ ]*/tools/||g'
# Those of gnulib are no tests that autoconf has.
names=$(grep -o 'ac_cv_[a-z0-9_]*' "$site" | sort -u)
for name in $names; do
    a=$(grep "^$name=" native)
    b=$(grep "^$name=" cross)
    [ -n "$a" ] || echo "$name: no native answer"
    [ "$a" = "$b" ] || echo "native: $a, config.site: $b"
done
CONFIG_SITE=$site ./configure CC=gcc > configure.log 2>&1 || true
grep 'shared:' configure.log | sed 's|/[^ ]*/tools/||g'
