# Each pass can be switched off, and the program stays the same; what tail calls and saves around calls are for.
cat > deep.c <<'C'
#include <stdio.h>
__attribute__((noinline)) static int is_odd(unsigned n);
__attribute__((noinline)) static int is_even(unsigned n) { return n ? is_odd(n - 1) : 1; }
__attribute__((noinline)) static int is_odd(unsigned n) { return n ? is_even(n - 1) : 0; }
int main(void) { printf("%d %d\n", is_even(5000000), is_odd(5000000)); return 0; }
C
echo "== as deep as one likes"
(ulimit -s 256; minicc -O1 deep.c -o deep && ./deep)
for switch in -ftail-calls -fno-tail-calls; do echo "$switch: $(minicc -O1 $switch -S deep.c -o - | grep -c '%tail(&is_')"; done

echo "== a call that is hardly ever made"
cat > seldom.c <<'C'
long grow(long *place, long wanted);
long append(long *place, long value, long room, long count)
{
    if (__builtin_expect(count >= room, 0)) room = grow(place, count);
    place[count] = value;
    return room + count;
}
C
for switch in -fcall-saves -fno-call-saves; do echo "$switch: $(minicc -O1 $switch -S seldom.c -o - | grep -c 's[0-5], sp')"; done

echo "== every pass"
cp "$FIXTURES/../cc/204-choices-and-ranges.c" all.c
minicc -O2 all.c -o all && ./all > expected
for pass in expand-memory expand-aligned-memory inline simplify-flow loop-inversion promote-slots thread-jumps merge-ranges if-conversion \
    value-numbering fold-branches strength-reduction loop-invariants dead-code call-saves tail-calls; do
    minicc -O2 -fno-$pass all.c -o all && ./all | cmp - expected && printf '%s ' "$pass"
done
echo
