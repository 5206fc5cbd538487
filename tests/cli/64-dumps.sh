# --dump=: what comes out of each step of the compiler, and what it says to a step that there is not.
cat > larger.c <<'C'
int larger(int a, int b)
{
    int result = a;
    if (b > a) result = b;
    return result;
}
C
for step in ir:lower ir:promote-slots ir select registers p1; do
    echo "== $step"
    minicc -O1 --dump=$step larger.c
done
echo "== ir without optimisation is what the last pass leaves"
minicc -O0 --dump=ir larger.c > last && minicc -O0 --dump=ir:critical-edges larger.c | cmp - last && grep -c store last

echo "== ir:all, by function"
cat > two.c <<'C'
static int twice(int x) { return x + x; }
int four(int x) { return twice(twice(x)); }
C
minicc -O1 --dump=ir:all two.c > all
awk '/^# after/ { step = $3; next } /^function/ { name = $2; sub(/\(.*/, "", name); list[name] = list[name] " " step } END { print "twice:" list["twice"]; print "four:" list["four"] }' all
for step in lower inline fold-branches; do
    awk -v step=$step '/^# after/ { shown = $3 == step; next } shown' all > part
    minicc -O1 --dump=ir:$step two.c | cmp - part && echo "$step is the same by itself"
done
echo "== ir:all, other levels"
for options in -O0 "-O1 --p1=base" "-O1 -fno-inline"; do
    echo "$options:" $(minicc $options --dump=ir:all larger.c | sed -n 's/^# after //p')
done

echo "== into a file"
minicc -O1 --dump=select -o file larger.c && head -n 1 file
echo "== two sources"
minicc -O1 --dump=ir larger.c two.c | grep '^function'

exec 2>&1
echo "== no such step"
for step in ir:promote-slot ir:inlined selct register nothing ir: ""; do
    minicc --dump=$step larger.c
    echo "exit $?"
done
echo "== no such step at this level"
minicc -O0 --dump=ir:inline larger.c
echo "exit $?"
minicc -O1 --p1=base --dump=ir:if-conversion larger.c
minicc -O1 --dump=ir:align-slots larger.c
minicc -O1 -fno-inline --dump=ir:inline larger.c
echo "== nothing but the message of an error"
echo 'int f(void) { return 1; } int g(void) { return; x }' > wrong.c
minicc -O1 --dump=ir wrong.c
echo "exit $?"
