# minicc ar, as makefiles call ar; and archives of another ar.
for name in one two three a-name-that-is-too-long-for-the-header; do
    echo "int $(echo $name | tr - _)(void) { return 1; }" > $name.c
    minicc -c $name.c
done
minicc ar rcs lib.a one.o two.o && minicc ar t lib.a
minicc ar -r lib.a three.o a-name-that-is-too-long-for-the-header.o && minicc ar t lib.a
echo "== replaced, in its place"
echo 'int one(void) { return 111; }' > one.c
minicc -c one.c
minicc ar ru lib.a one.o && minicc ar t lib.a && minicc ar p lib.a one.o | cmp - one.o
echo "== deleted, extracted"
minicc ar d lib.a two.o && minicc ar t lib.a
mkdir x && (cd x && minicc ar x ../lib.a && ls && cmp one.o ../one.o)
cp lib.a before.a && minicc ranlib lib.a && cmp lib.a before.a && echo "nothing to do"
echo "== the same bytes at any time"
minicc ar rcs first.a one.o two.o
touch -d 2001-01-01 one.o
minicc ar rcs second.a one.o two.o
cmp first.a second.a && echo same
echo "== wrong"
minicc ar t none.a; echo "exit $?"
minicc ar x lib.a none.o; echo "exit $?"
minicc ar r; echo "exit $?"
minicc ar k lib.a; echo "exit $?"
minicc ar rc lib.a none.o; echo "exit $?"
minicc ar t one.c; echo "exit $?"
echo "== of another make"
printf '!<arch>\n%-16s%-12s%-6s%-6s%-8s%-10s`\n' two.o/ 1700000000 1000 1000 100644 $(($(wc -c < two.o))) > other.a
cat two.o >> other.a
echo 'int two(void); int main(void) { return two(); }' > main.c
minicc main.c other.a && ./a.out; echo "exit $?"
cp other.a indexed.a && minicc ranlib indexed.a && minicc ar t indexed.a && minicc main.c indexed.a && ./a.out; echo "exit $?"
cp indexed.a named.o && minicc main.c named.o && ./a.out; echo "exit $?"
printf 'broken' >> indexed.a && minicc ar t indexed.a || echo "exit $?"
