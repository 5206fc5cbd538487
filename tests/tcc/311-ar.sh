# -ar makes archives that tcc links from; the same members give the same bytes.
echo 'int one(void) { return 1; }' >one.c
echo 'int one(void); int two(void) { return one() + one(); }' >two.c
echo 'int never(void) { return missing(); }' >never.c
cat >main.c <<'END'
#include <stdio.h>
int two(void);
int main(void) { printf("%d\n", two()); return 0; }
END
$TCC -c one.c two.c never.c && ls *.o
$AR rcs libnumbers.a two.o one.o never.o
$AR rcs again.a two.o one.o never.o
cmp libnumbers.a again.a && echo same
$TCC main.c -L. -lnumbers -o program && $RUN ./program
$AR rcs broken.a none.o
echo "status $?"
