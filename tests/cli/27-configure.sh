# A configure script of autoconf's takes minicc for a C compiler that works, finds what is there and what is not, and its
# makefile builds the program.
cat > configure.ac <<'END'
AC_INIT([sample], [1.2])
AC_CONFIG_SRCDIR([main.c])
AC_CONFIG_HEADERS([config.h])
AC_PROG_CC
AC_USE_SYSTEM_EXTENSIONS
AC_PROG_RANLIB
AC_CHECK_TOOL([AR], [ar])
AC_C_CONST
AC_C_INLINE
AC_C_VOLATILE
AC_C_BIGENDIAN
AC_C_FLEXIBLE_ARRAY_MEMBER
AC_CHECK_HEADERS([fcntl.h stdlib.h string.h strings.h sys/time.h unistd.h wchar.h stdio_ext.h windows.h])
AC_TYPE_SIZE_T
AC_TYPE_PID_T
AC_TYPE_UINT64_T
AC_CHECK_TYPES([ptrdiff_t, __int256_t])
AC_CHECK_SIZEOF([int])
AC_CHECK_SIZEOF([long])
AC_CHECK_SIZEOF([void *])
AC_CHECK_MEMBERS([struct stat.st_mtime, struct stat.st_none])
AC_CHECK_DECLS([getopt, strlcpy, no_such_thing])
AC_FUNC_STRTOD
AC_FUNC_MKTIME
AC_FUNC_FSEEKO
AC_FUNC_ALLOCA
AC_SEARCH_LIBS([sqrt], [m])
AC_CHECK_LIB([nonesuch], [nonesuch])
AC_CHECK_FUNCS([memmove strerror strtoul gettimeofday vsnprintf no_such_function])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
END
cat > Makefile.in <<'END'
CC = @CC@
AR = @AR@
RANLIB = @RANLIB@
sample: main.o libpart.a
	$(CC) @CFLAGS@ @LDFLAGS@ -o $@ main.o libpart.a @LIBS@
libpart.a: part.o
	$(AR) cr $@ part.o
	$(RANLIB) $@
.c.o:
	$(CC) @DEFS@ @CPPFLAGS@ @CFLAGS@ -c $<
END
cat > main.c <<'END'
#include "config.h"
#include <stdio.h>
int part(void);
int main(void) { printf("%s %d %d\n", PACKAGE_STRING, SIZEOF_LONG, part()); return 0; }
END
cat > part.c <<'END'
#include "config.h"
int part(void) { return SIZEOF_INT + SIZEOF_VOID_P; }
END
unset MAKEFLAGS MFLAGS MAKELEVEL
autoconf 2> autoconf.log && autoheader 2>> autoconf.log || cat autoconf.log
./configure CC=minicc AR="minicc ar" RANLIB="minicc ranlib" > configure.log 2>&1 || tail configure.log
grep -E 'checking (whether the C compiler|whether we are cross|for suffix|whether the compiler supports|whether minicc|whether byte)' configure.log
grep -E "^#define (HAVE|SIZEOF|PACKAGE_STRING|STDC|FLEX)|HAVE_.*(NONE|NO_SUCH|WINDOWS|INT256)" config.h | LC_ALL=C sort
make -s > make.log 2>&1 || cat make.log
./sample
echo "== for another machine"
make -s clean > make.log 2>&1
rm -f ./*.o ./*.a sample
./configure --host=riscv64-linux-gnu CC="minicc --target=riscv64" AR="minicc ar" RANLIB="minicc ranlib" > configure.log 2>&1 || tail configure.log
grep -E "checking whether (the C compiler|we are cross|byte)" configure.log
make -s > make.log 2>&1 || cat make.log
case $(uname -m) in
    riscv64) ./sample ;;
    *) qemu-riscv64 ./sample ;;
esac
