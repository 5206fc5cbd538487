# What linkers can do beside putting objects together.
run() { ./a.out; echo "exit $?"; }

echo "== names that nothing reaches"
cat > unreached.c <<'END'
int missing(void);
int unused(void) { return missing(); }
int main(void) { return 0; }
END
minicc unreached.c && run
minicc -c unreached.c && minicc unreached.o && run
minicc -Wl,--no-gc-sections unreached.o -o none 2>&1 | grep -c missing

echo "== weak definitions"
echo '__attribute__((weak)) int value(void) { return 1; } int main(void) { return value(); }' > weak.c
echo '__attribute__((weak)) int value(void) { return 2; }' > other.c
echo 'int value(void) { return 3; }' > strong.c
minicc -c weak.c other.c strong.c
minicc weak.o && run
minicc weak.o strong.o && run
minicc strong.o weak.o other.o && run
minicc other.o weak.o && run
minicc strong.c weak.c && run
minicc strong.o strong.c -o none 2>&1 | head -1
minicc -Wl,-z,muldefs weak.o strong.o strong.c && run
# Weak here is not weak there.
echo '__attribute__((weak)) int none(void); int main(void) { return none ? none() : 4; }' > asks.c
echo 'int none(void); int needs(void) { return none(); }' > needs.c
minicc asks.c && run
minicc -Wl,-u,needs asks.c needs.c -o none 2>&1 | grep -c "undefined.* 'none'"
minicc -Wl,--unresolved-symbols=ignore-all,-u,needs asks.c needs.c && run

echo "== --wrap"
cat > wrap.c <<'END'
int length(const char *);
int __real_length(const char *);
int __wrap_length(const char *text) { return 10 + __real_length(text); }
int main(void) { return length("abc"); }
END
echo 'int length(const char *text) { int n = 0; while (text[n]) n++; return n; }' > length.c
minicc -c wrap.c length.c
minicc ar rcs liblength.a length.o
minicc -Wl,--wrap=length wrap.o length.o && run
minicc -Wl,--wrap,length wrap.o liblength.a && run

echo "== --defsym"
cat > defsym.c <<'END'
extern char place[];
int real(void) { return 5; }
int other(void);
extern char table[];
char letters[] = "abcdef";
int main(void) { return ((long)place == 0x1234) * 100 + other() * 10 + (table[0] == 'c'); }
END
minicc -Wl,--defsym=place=0x1234,--defsym,other=real,--defsym=table=letters+2 defsym.c && run

echo "== --whole-archive"
echo '#include <stdio.h>
__attribute__((constructor)) static void begin(void) { puts("plugin"); }' > plugin.c
echo 'int main(void) { return 0; }' > main.c
minicc -c plugin.c && minicc ar rcs libplugin.a plugin.o
minicc main.c libplugin.a && run
minicc main.c -Wl,--whole-archive libplugin.a -Wl,--no-whole-archive && run
minicc main.c -L. -Wl,--push-state,--whole-archive -lplugin -Wl,--pop-state -llength -L. && run
echo "== -u"
echo 'extern int seen; __attribute__((constructor)) static void begin(void) { seen = 6; } int anchor;' > anchor.c
echo 'int seen; int main(void) { return seen; }' > seen.c
minicc -c anchor.c && minicc ar rcs libanchor.a anchor.o
minicc seen.c libanchor.a && run
minicc -u anchor seen.c libanchor.a && run
minicc -Wl,--require-defined=nowhere seen.c -o none

echo "== -r"
minicc -r weak.o strong.o -o merged.o && minicc merged.o && run
minicc -r -nostdlib strong.o weak.o -o merged.o && minicc -r merged.o other.c -o twice.o && minicc twice.o && run
minicc ld -r -o merged.o --whole-archive libplugin.a --no-whole-archive && minicc main.c merged.o && run
minicc --target=riscv64 twice.o -o riscv && { [ "$(uname -m)" = riscv64 ] && ./riscv || qemu-riscv64 ./riscv; echo "exit $?"; }
minicc ar rcs libmerged.a twice.o && minicc libmerged.a && run

echo "== words without effect"
minicc -Wl,--start-group,-Bstatic main.c -Wl,--end-group,-Bdynamic,-z,relro,-z,now,--as-needed,-rpath,/lib,--version-script=none,--no-undefined && run
echo "== names of a program's parts"
echo 'extern char etext, edata, end, __executable_start; int main(void) { return &__executable_start < &etext && &edata <= &end; }' > parts.c
minicc parts.c && run
echo "== files of any name"
minicc -c main.c -o main.lo && minicc main.lo && run
minicc strong.o weak.o -lutil -lresolv -latomic && run
