# -run: compiled and run at once. The program gets its arguments, its input and its status; no file is left behind.
mkdir empty
cat > echo.c <<'END'
#!/usr/bin/env -S minicc -run
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int c;

    for (int i = 0; i < argc; i++) printf("[%s]", argv[i]);
    putchar('\n');
    while ((c = getchar()) != EOF) putchar(c);
    return argc > 1 ? atoi(argv[1]) : 0;
}
END
chmod +x echo.c
cp echo.c script

cd empty
echo "the input" | minicc -run ../echo.c 5 -o "two words" --version
echo "exit $?"
# The first line of a script, whatever its name is.
echo "of a script" | ../script 6 a
echo "exit $?"
# Options before the source are the compiler's; other sources and libraries may stand before -run.
echo 'int answer(void) { return ANSWER; }' > ../answer.c
echo 'int answer(void); int main(void) { return answer(); }' | minicc -DANSWER=42 -O2 ../answer.c -run -
echo "exit $?"
# A signal ends the compiler's process as it would end the program's.
(echo 'int main(void) { *(volatile int *)0 = 1; return 0; }' | minicc -run - 2> /dev/null) 2> /dev/null
echo "exit $?"
echo 'int main(void) { return x; }' > ../wrong.c
minicc -run ../wrong.c 2>&1
echo "exit $?"
for target in amd64 aarch64 riscv64; do
    echo $target | minicc --target=$target -run ../echo.c 7
    echo "exit $?"
done
minicc -run
echo "exit $?"
# Where nothing may be written the program runs all the same.
chmod a-w .
echo "read only" | minicc -run ../script 0
chmod u+w .
ls -A
