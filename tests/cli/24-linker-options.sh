# -Wl, -Xlinker, -l, -L, and what cannot be had.
echo 'int main(void) { return 0; }' > main.c
minicc -Wl,--as-needed,-z,now -Wl,-O1,--hash-style=gnu -Wl,-rpath -Wl,/opt/lib -Wl,--gc-sections,--build-id=none,--verbose -pthread main.c && echo linked
minicc -Wl,-Map=map main.c && grep -c ' main$' map
rm map; minicc -Wl,-Map,map main.c && grep -c ' main$' map
rm map; minicc -Xlinker -Map -Xlinker map main.c && grep -c ' main$' map
minicc main.c -o full && minicc -Wl,-s main.c -o stripped && test $(wc -c < stripped) -lt $(wc -c < full) && echo smaller
echo 'int begin(void) { for (;;); }' > begin.c
minicc -nostdlib -Wl,-e,begin main.c begin.c && echo "another entry"
minicc -Wl,--unheard-of main.c
echo "exit $?"
minicc -Wl,-Map main.c
echo "exit $?"

echo "== libraries"
mkdir -p lib
echo 'int answer(void) { return 42; }' > answer.c
echo 'int answer(void); int main(void) { return answer(); }' > use.c
minicc -c answer.c
minicc ar rcs lib/libanswer.a answer.o
minicc use.c -Llib -lanswer; ./a.out; echo "exit $?"
minicc use.c -L lib -l answer; ./a.out; echo "exit $?"
minicc use.c -Wl,-Llib,-lanswer; ./a.out; echo "exit $?"
minicc use.c -Llib -l:libanswer.a; ./a.out; echo "exit $?"
minicc use.c -Wl,--start-group lib/libanswer.a -Wl,--end-group; ./a.out; echo "exit $?"
# What other systems keep in libraries of their own is in libc.
minicc use.c lib/libanswer.a -lm -lc -lpthread -ldl -lrt; ./a.out; echo "exit $?"
minicc use.c -lanswer 2>&1 | sed "s|in .*|in FOLDERS|"

echo "== not to be had"
for option in -shared -m32 -fopenmp -fsanitize=address -pg; do
    minicc $option main.c -o none
    echo "exit $?"
done
minicc -T script main.c
printf '\177ELF' > foreign.o
minicc main.c foreign.o
test ! -e none
