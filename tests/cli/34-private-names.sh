# Two sources of one name and the same contents have private names of their own; and what nobody calls need not be complete.
mkdir one two
echo 'void count(int); static int n = 5; __attribute__((constructor)) static void begin(void) { count(n++); }' > one/unit.c
cp one/unit.c two/unit.c
cat > main.c <<'END'
#include <stdio.h>
static int calls, sum;
void count(int n) { calls++; sum += n; }
int main(void) { printf("%d calls, %d\n", calls, sum); return 0; }
END
minicc main.c one/unit.c two/unit.c -o together && ./together
minicc -c one/unit.c -o one/unit.o && minicc -c two/unit.c -o two/unit.o
minicc main.c one/unit.o two/unit.o -o objects && ./objects

echo 'void missing(void); static void uncalled(void) { missing(); } int main(void) { return 3; }' > uncalled.c
minicc -w uncalled.c -o plain && ./plain; echo "status $?"
minicc -w -nostdlib uncalled.c -o bare && ./bare; echo "status $?"
