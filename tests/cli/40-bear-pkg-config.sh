# bear writes down how minicc was called, and pkg-config --static gives all words that a static program needs.
unset MAKEFLAGS MFLAGS MAKELEVEL
echo 'int main(void) { return 0; }' > main.c
printf 'main.o: main.c\n\t$(CC) -DX=1 -Iinclude -c main.c -o $@\n' > Makefile
# bear knows compilers by their names.
bear -- make -s CC="$(minicc -print-prog-name=cc)" || echo "bear: exit $?"
sed "s|\"/.*/|\"|" compile_commands.json

echo "== pkg-config"
mkdir lib include
cat > lib/outer.pc <<'END'
libdir=${pcfiledir}
Name: outer
Description: needs inner
Version: 1.0
Requires.private: inner
Libs: -L${libdir} -louter
Libs.private: -lm -pthread
Cflags: -I${pcfiledir}/../include -DOUTER
END
cat > lib/inner.pc <<'END'
libdir=${pcfiledir}
Name: inner
Description: a part of outer
Version: 1.0
Libs: -L${libdir} -linner
END
echo 'int outer(void);' > include/outer.h
echo '#include <math.h>
double inner(double x) { return sqrt(x); }' > inner.c
echo 'double inner(double); int outer(void) { return inner(1764); }' > outer.c
minicc -c inner.c outer.c
minicc ar rcs lib/libinner.a inner.o
minicc ar rcs lib/libouter.a outer.o
cat > main.c <<'END'
#include <outer.h>
#include <stdio.h>
#ifndef OUTER
#error no flags
#endif
int main(void) { return !printf("%d\n", outer()); }
END
export PKG_CONFIG_PATH="$PWD/lib"
# Words, not one word.
# shellcheck disable=SC2046
minicc $(pkg-config --cflags outer) main.c $(pkg-config --static --libs outer) -o program && ./program
