# Options of gcc's that makefiles use.
unset CPATH C_INCLUDE_PATH LIBRARY_PATH
mkdir -p one two lib
echo '#define ONE 1' > one/one.h
echo '#define TWO 2' > two/two.h
echo 'int main(void) { return 0; }' > main.c
echo "== -imacros"
echo '#define MACRO 7
int not_this;' > macros.h
echo 'MACRO' | minicc -imacros macros.h -DX -E -P -
echo "== -H"
printf '#include "one/one.h"\n#include "nested.h"\nint x;\n' > a.c
echo '#include "two/two.h"' > nested.h
minicc -H -c a.c 2>&1
echo "== -C"
printf '/* first */\n#define X 1 /* not this */\nint x; /* second */ // third\n#if 0\n/* nor this */\n#endif\nint y = X;\n' | minicc -C -E -P -
echo "== -MG"
printf '#include "generated.h"\n#include "one/one.h"\nint y;\n' > g.c
minicc -M -MG g.c
minicc -M g.c
echo "== folders of the environment"
echo '#include <one.h>
#include <two.h>
int x = ONE + TWO;' > paths.c
CPATH=one C_INCLUDE_PATH=two minicc -c paths.c && echo found
(cd one && CPATH=:../two minicc -c ../paths.c && echo "this folder")
echo 'int f(void) { return 9; }' > f.c && minicc -c f.c && minicc ar rc lib/libf.a f.o
echo 'int f(void); int main(void) { return f(); }' > u.c
LIBRARY_PATH=lib minicc u.c -lf; ./a.out; echo "exit $?"
echo "== -save-temps"
mkdir steps && cd steps
echo 'int main(void) { return 0; }' > s.c
minicc -save-temps s.c -o s && ls
mkdir out && minicc -save-temps=obj -c s.c -o out/s.o && ls out
cd ..
echo "== local variables that begin with a value"
cat > init.c <<'END'
__attribute__((noinline)) static void dirty(void) { volatile char area[512]; for (int i = 0; i < 512; i++) area[i] = 85; }
__attribute__((noinline)) static int read_back(void) { volatile int word; volatile char bytes[100]; return word == bytes[3] && word == 0 ? 1 : bytes[50] == (char)0xFE && word == (int)0xFEFEFEFE ? 2 : 3; }
int main(void) { dirty(); return read_back(); }
END
for level in -O0 -O2; do
    for kind in zero pattern; do minicc $level -w -ftrivial-auto-var-init=$kind init.c; ./a.out; echo "exit $?"; done
done
echo "== functions of one's own"
echo 'int printf(const char *f) { return 3; } int main(void) { return printf("x"); }' > own.c
minicc -fno-builtin-printf own.c && { ./a.out; echo "exit $?"; }
echo "== overflow that wraps"
printf '#include <limits.h>\nint up(int x) { return x + 1 > x; }\nint main(void) { volatile int x = INT_MAX; return up(x); }\n' > wrap.c
minicc -O2 -fno-strict-overflow wrap.c; ./a.out; echo "exit $?"
echo "== warnings of other compilers"
minicc -Werror -W -Wall -Wno-error=cast-align -Wlogical-op -Wduplicated-cond -Wjump-misses-init -Wthread-safety -Wdocumentation \
    -Wanalyzer-malloc-leak -Wformat=2 -Wimplicit-fallthrough=5 -Wstrict-overflow=2 -Wno-stringop-truncation -Werror=vla-larger-than=4096 \
    -Wframe-larger-than=2048 -c main.c && echo silent
minicc -Werror -Wno-such-thing -Wsuch-thing -c main.c && echo "only a warning"
minicc -Werror=unknown-warning-option -Wsuch-thing -c main.c
echo "exit $?"
echo "== without effect"
minicc -pthread -fexcess-precision=standard -fstrict-flex-arrays=3 -fstrict-flex-arrays -fdiagnostics-color=auto -flto=auto \
    -fcf-protection=full -fzero-call-used-regs=used-gpr -fanalyzer -ffloat-store -fno-short-enums -fdiagnostics-show-option -c main.c && echo accepted
echo "== refused"
for option in -ftrapv -fshort-enums -fpack-struct; do minicc $option -c main.c -o none; done
test ! -e none
