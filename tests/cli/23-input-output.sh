# Inputs and outputs of every kind: standard input and output, response files, several sources, -x, -include.
program='#include <stdio.h>
int main(void) { puts("hello"); return 0; }'

echo "$program" | minicc -x c - && ./a.out
echo "$program" | minicc -x c - -o - > program && chmod +x program && ./program
echo "$program" | minicc -c -x c - -o hello.o && minicc hello.o -o program && ./program
echo "$program" | minicc -c -x c - -o - | cmp - hello.o && echo same
echo "$program" | minicc -E -P - | tail -n 1
echo "$program" | minicc -S -x c - -o - | grep -c main > /dev/null && echo text

echo "== the language, by the name or by -x"
echo "$program" > source.text
minicc -x c source.text -x none -o program && ./program
minicc -E source.text -o source.i && minicc source.i -o program && ./program

echo "== response files"
cat > words <<'END'
-DGREETING="\"from a file\"" '-DOTHER="two words"'
@more
END
echo "-o program
greeting.c" > more
cat > greeting.c <<'END'
#include <stdio.h>
int main(void) { puts(GREETING); puts(OTHER); return 0; }
END
minicc @words && ./program
minicc @none greeting.c
echo "exit $?"
echo "@endless" > endless
minicc @endless
echo "exit $?"

echo "== -include"
echo '#define ANSWER 42' > answer.h
echo 'int main(void) { return ANSWER; }' > main.c
minicc -include answer.h main.c; ./a.out
echo "exit $?"

echo "== several sources"
for name in one two three; do echo "static int own(void) { return 1; } int $name(void) { return own(); }" > $name.c; done
echo 'int one(void), two(void), three(void); int main(void) { return one() + two() + three(); }' > main.c
minicc -c one.c two.c three.c main.c && ls *.o
minicc one.o two.c three.o main.c && ./a.out
echo "exit $?"
minicc -c one.c two.c -o both.o
echo "exit $?"
# One that is wrong does not keep the others from being compiled, but there is no program.
rm -f *.o a.out
echo 'int two(void) { return }' > two.c
minicc -c one.c two.c three.c 2> errors
echo "exit $?"
ls *.o
minicc one.c two.c three.c main.c 2> errors
echo "exit $?"
test -e a.out || echo "no program"
minicc -c nothing.c
echo "exit $?"

echo "== dependencies"
echo '#include "answer.h"
#include <stddef.h>
int x = ANSWER;' > dep.c
minicc -MMD -c dep.c && cat dep.d
minicc -MMD -MP -MF rule -MT '$(folder)/dep.o' -MQ 'a b$' -c dep.c -o out.o && cat rule
minicc -Wp,-MMD,kernel.d -c dep.c -o out.o && cat kernel.d
minicc -MM dep.c
minicc -MM -MT other dep.c -o list && cat list
mkdir folder && minicc -MMD -c dep.c -o folder/dep.o && cat folder/dep.d
