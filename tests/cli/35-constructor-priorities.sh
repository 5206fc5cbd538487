# Priorities of constructors and destructors hold across objects, archives and P1pp text, whatever the order of the link is.
cat > speak.h <<'END'
#include <stdio.h>
#define SAYS(kind, name, ...) __attribute__((kind __VA_ARGS__)) static void name(void) { puts(#name); }
END
cat > one.c <<'END'
#include "speak.h"
SAYS(constructor, one_plain)
SAYS(constructor, one_200, (200))
SAYS(constructor, one_101, (101))
SAYS(destructor, end_one_plain)
SAYS(destructor, end_one_101, (101))
SAYS(destructor, end_one_300, (300))
extern int pull;
int main(void) { puts("main"); return pull; }
END
cat > two.c <<'END'
#include "speak.h"
int pull = 0;
SAYS(constructor, two_plain)
SAYS(constructor, two_101, (101))
SAYS(constructor, two_150, (150))
SAYS(constructor, two_1000, (1000))
SAYS(destructor, end_two_plain)
SAYS(destructor, end_two_200, (200))
SAYS(destructor, end_two_101, (101))
END
for level in '' --p1=base; do
    minicc $level -c one.c && minicc $level -c two.c
    minicc $level one.c two.c -o direct && minicc $level one.o two.o -o objects && minicc $level two.o one.o -o turned
    rm -f libtwo.a && minicc ar rcs libtwo.a two.o
    minicc $level one.o libtwo.a -o archive
    minicc $level one.c two.o -o mixed && ./mixed > mixed.out && minicc $level one.o two.c -o mixed && ./mixed >> mixed.out
    ./direct > direct.out; ./objects > objects.out; ./turned > turned.out; ./archive > archive.out
    cmp direct.out objects.out && cmp direct.out archive.out
    cat direct.out direct.out | cmp - mixed.out
    # One road or the other, the bytes are the same.
    [ -n "$level" ] || cmp direct objects
    [ -n "$level" ] || cat direct.out
    diff direct.out turned.out | grep '^>'
done
