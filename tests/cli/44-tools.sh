# nm, strip and ld, by name or as words of minicc.
tools=$(dirname "$(minicc -print-prog-name=nm)")
cat > names.c <<'END'
int puts(const char *);
int data = 1, zeros, *common;
const int constant = 3;
static int own(int x) { return x + data; }
__attribute__((weak)) int maybe(void) { return 1; }
extern int elsewhere;
extern int perhaps __attribute__((weak));
int function(int x) { return own(x) + elsewhere + puts("") + (&perhaps != 0); }
int (*keeps)(int) = own;
END
minicc -O0 -c names.c
echo "== nm"
minicc nm names.o | sed 's/u_names_[0-9a-f]*__/u_names_X__/'
echo "== external, undefined, of archives, as POSIX has it"
minicc nm -g names.o | grep -c ' own'
minicc nm -u names.o
"$tools/ar" rc libnames.a names.o
"$tools/nm" -A --defined-only libnames.a | grep ' T '
"$tools/nm" -gP names.o | grep -E '^(function|elsewhere)'
echo "== what is no object"
echo hello | minicc nm -
minicc nm /dev/null
echo "exit $?"
echo "== programs"
echo 'int main(void) { return 4; }' > main.c
minicc main.c -o program
minicc nm program | grep -E ' T (main|exit)$' | sed 's/^[0-9a-f]*/ADDRESS/'
cp program full
"$tools/strip" program && test "$(wc -c < program)" -lt "$(wc -c < full)" && echo smaller
./program; echo "exit $?"
minicc nm program | grep -c .
strip -o foreign full 2> /dev/null && ./foreign; echo "exit $?"
cp names.o before.o && minicc strip --strip-unneeded names.o libnames.a && cmp names.o before.o && echo "objects stay"
echo "== ld"
minicc ld --version
minicc -Wl,--version
minicc -c main.c
minicc ld main.o -lc -o linked && ./linked; echo "exit $?"
"$tools/ld" -r main.o names.o -o merged.o && minicc nm merged.o | grep -c ' T '
"$tools/cc" main.o -o linked && ./linked; echo "exit $?"
minicc ld --no-such-option main.o
echo "exit $?"
