# ccache minicc: what was compiled once comes from the cache, and is the same.
export CCACHE_DIR="$PWD/cache" CCACHE_CONFIGPATH="$PWD/no-configuration"
unset CCACHE_DISABLE CCACHE_READONLY
for name in one two; do
    cat > $name.c <<END
#include <stdio.h>
#include "shared.h"
static int own(int x) { return x * FACTOR; }
int $name(void) { return printf("$name %d\n", own(2)); }
END
done
echo '#define FACTOR 21' > shared.h
echo 'int one(void), two(void); int main(void) { one(); two(); return 0; }' > main.c

# counts the hits and misses since the last time
count() {
    ccache --print-stats | awk '
        $1 == "direct_cache_hit" || $1 == "preprocessed_cache_hit" { hits += $2 }
        $1 == "cache_miss" { misses = $2 }
        /unsupported|internal_error|bad_|compile_failed|called_for_preproc|no_input|could_not/ { other += $2 }
        END { print hits + 0 " hits, " misses + 0 " misses, " other + 0 " others" }'
    ccache --zero-stats > /dev/null
}
build() {
    for name in one two main; do ccache minicc -O2 -Wall -g -MMD -MF $name.d "$@" -c $name.c -o $name.o || echo "not compiled"; done
    count
}

ccache --zero-stats > /dev/null
build
minicc one.o two.o main.o -o program && ./program
mkdir first && mv ./*.o ./*.d first
echo "== again"
build
for file in one.o two.o main.o one.d; do cmp $file first/$file; done
ccache minicc one.o two.o main.o -o program && ./program
count > /dev/null
echo "== other options, another header"
build -DOTHER
echo '#define FACTOR 1' > shared.h
build
minicc one.o two.o main.o -o program && ./program
echo "== only by preprocessing"
CCACHE_NODIRECT=1
export CCACHE_NODIRECT
build
echo "== a warning comes again, an error too"
echo 'int f(void) { int unused; return 0; }' > one.c
ccache minicc -Wall -c one.c 2> first/said
ccache minicc -Wall -c one.c 2> first/repeated
cmp first/said first/repeated && grep -c warning first/said
echo 'int f(void) { return; no }' > two.c
ccache minicc -c two.c -o wrong.o 2> /dev/null
echo "exit $?"
test ! -e wrong.o
