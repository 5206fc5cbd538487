# A project as people write makefiles: folders, libraries, objects elsewhere, generated headers, dependencies. Only what a
# change touches is made again.
mkdir -p src/list src/text include build
cat > Makefile <<'END'
CC = cc
AR = ar
ARFLAGS = rcs
CFLAGS = -O2 -g -Wall -Wextra -std=c99 -pipe -fPIC
CPPFLAGS = -Iinclude -Ibuild -MMD -MP -D_GNU_SOURCE
LDFLAGS = -Lbuild -Wl,--gc-sections
LDLIBS = -llist -ltext -lm

sources := $(wildcard src/*.c)
objects := $(sources:src/%.c=build/%.o)

all: build/program

build/program: $(objects) build/liblist.a build/libtext.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(objects) $(LDLIBS)

build/liblist.a: build/list/list.o build/list/sum.o
build/libtext.a: build/text/upper.o
build/lib%.a:
	$(AR) $(ARFLAGS) $@ $^

build/%.o: src/%.c | build/version.h
	@mkdir -p $(@D)
	@echo compile $<
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

build/version.h:
	echo '#define VERSION "1.$(words $(sources))"' > $@

clean:
	rm -rf build

-include $(shell find build -name '*.d')
END
cat > include/list.h <<'END'
#ifndef LIST_H
#define LIST_H
struct list { struct list *next; double value; };
double sum(const struct list *list);
struct list *push(struct list *list, double value);
#endif
END
echo 'void upper(char *text);' > include/text.h
cat > src/list/list.c <<'END'
#include <stdlib.h>
#include "list.h"
struct list *push(struct list *list, double value)
{
    struct list *new = malloc(sizeof *new);
    new->next = list;
    new->value = value;
    return new;
}
END
cat > src/list/sum.c <<'END'
#include "list.h"
static double add(double a, double b) { return a + b; }
double sum(const struct list *list) { return list ? add(list->value, sum(list->next)) : 0; }
END
cat > src/text/upper.c <<'END'
#include <ctype.h>
#include "text.h"
static int add(int c) { return toupper(c); }
void upper(char *text) { for (; *text; text++) *text = (char)add((unsigned char)*text); }
END
cat > src/main.c <<'END'
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "list.h"
#include "text.h"
#include "version.h"
int report(const char *name, double value);
int main(int argc, char **argv)
{
    struct list *list = NULL;
    char name[100];
    int i;

    for (i = 1; i < argc; i++)
        list = push(list, sqrt((double)strlen(argv[i])));
    strcpy(name, "sum " VERSION);
    upper(name);
    return report(name, sum(list));
}
END
cat > src/report.c <<'END'
#include <stdio.h>
int report(const char *name, double value) { return printf("%s: %g\n", name, value) < 0; }
END
unset MAKEFLAGS MFLAGS MAKELEVEL
run() { make --no-print-directory -s -j2 "$@" > log 2>&1 || echo "make failed"; LC_ALL=C sort log; }
run CC=minicc AR="minicc ar"
build/program abcd a aaaaaaaaa
# What is touched later is newer for every file system.
find . -exec touch -d '1 hour ago' {} +
echo "== again"
run CC=minicc AR="minicc ar"
echo "== after a change of a header, of a source"
touch include/text.h
run CC=minicc AR="minicc ar"
sleep 0.1
touch src/report.c
run CC=minicc AR="minicc ar"
build/program abcd
echo "== for another machine, with warnings as errors"
run clean
mkdir build
run CC="minicc --target=riscv64 -Werror" AR="minicc ar"
case $(uname -m) in
    riscv64) build/program abcd ;;
    *) qemu-riscv64 build/program abcd ;;
esac
echo "== an error stops make and leaves no object"
echo 'int report(const char *name, double value) { return name + value; }' > src/report.c
rm -f build/report.o
run CC=minicc AR="minicc ar"
test -e build/report.o || echo "no object"
