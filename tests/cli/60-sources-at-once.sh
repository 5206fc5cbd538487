# Several sources are compiled at the same time; messages and results come in their order, whoever was ready first.
{
    echo 'int slow(int x) { return x; }'
    i=0
    while [ $i -lt 600 ]; do
        echo "int f$i(int x) { int unused$i; for (int i = 0; i < x; i++) x += i * $i; return x; }"
        i=$((i + 1))
    done
} > slow.c
echo 'int quick(int x) { int unused_in_quick; return x + 1; }' > quick.c
echo 'int slow(int), quick(int); int main(void) { return slow(40) + quick(1) - 42; }' > main.c
echo 'int wrong(int x) { return y; }' > wrong.c

minicc -Wunused-variable slow.c quick.c main.c -o prog 2> messages
echo "status $?, $(grep -c warning: messages) warnings, the last: $(grep warning: messages | tail -n 1)"
./prog && echo 'the program is right'

minicc -Wunused-variable -fno-caret-diagnostics -c slow.c wrong.c quick.c main.c 2>&1 | grep -v '^slow'
ls slow.o quick.o main.o
ls wrong.o 2> /dev/null || echo 'no object after an error'

# The same bytes in one command as in several.
mkdir apart
for source in slow quick main; do minicc -w -c $source.c -o apart/$source.o; done
cmp slow.o apart/slow.o && cmp quick.o apart/quick.o && cmp main.o apart/main.o && echo 'objects are the same'
minicc -w slow.c quick.c main.c -o again && cmp prog again && echo 'programs are the same'
