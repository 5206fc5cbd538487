# What configure scripts and makefiles ask a compiler about itself.
quiet() { sed "s|$ROOT|ROOT|g; s|ROOT/[^ \"]*/minicc|MINICC|g; s|^Target: .*|Target: HOST|; s|--target=[a-z0-9]*|--target=HOST|"; }

minicc --version
minicc -dumpversion
for target in amd64 aarch64 riscv64; do minicc --target=$target -dumpmachine; done
minicc -print-targets
minicc -print-search-dirs | quiet
minicc -L/opt/lib -print-search-dirs | quiet
test -f "$(minicc -print-file-name=libc.a)" && echo "libc.a is there"
test -f "$(minicc -print-file-name=include)/stdio.h" && echo "include is there"
test -f "$(minicc -print-libgcc-file-name)" && echo "the helpers are there"
minicc -print-file-name=libnone.a
minicc -print-prog-name=ld | sed "s|$ROOT/build/bin/||"
minicc -print-prog-name=none
minicc -print-multi-os-directory

echo "== -v"
minicc -v 2>&1 | quiet
echo 'int main(void) { return 0; }' > a.c
echo 'int b;' > b.c
minicc -v -Iinclude -O2 -c a.c 2>&1 | quiet
ls
echo "== -###"
minicc -### '-DTEXT="a b"' -c a.c b.c 2>&1 | quiet
minicc -### -O2 a.c b.c -lm -o program 2>&1 | quiet
ls
echo "== not understood"
minicc -V
echo "exit $?"
minicc
echo "exit $?"
