# The command line: -version, -E, -c, -D, -U, -I, -nostdlib, -Wl,-Ttext, several sources.
$TCC -v | sed 's/(.*)/(MACHINE)/'
printf '#define A(x) x + x\nA(B) __LINE__\n' >macro.c
$TCC -E -P -DB=7 macro.c
mkdir include
echo 'static int from_header = 5;' >include/header.h
cat >main.c <<'END'
#include <stdio.h>
#include <header.h>
int other(void);
int main(void)
{
#ifdef NAME
    printf("%d %d %s\n", from_header, other(), NAME);
#else
    printf("%d %d\n", from_header, other());
#endif
    return 0;
}
END
echo 'int other(void) { return VALUE; }' >other.c
$TCC -Iinclude -DVALUE=11 main.c other.c -o program && $RUN ./program
$TCC -Iinclude '-DNAME="name"' -c main.c -o main.o && $TCC -DVALUE=13 -c other.c && $TCC main.o other.o -o program && $RUN ./program
echo 'int main(void) { return 0; }' | $TCC -c - -o standard-input.o && ls standard-input.o
echo 'void _start(void) { for (;;) ; }' >bare.c
$TCC -nostdlib -Wl,-Ttext=0x1000000 bare.c -o bare && ls bare
$TCC -MD -Iinclude -c main.c && grep -c header.h main.d
