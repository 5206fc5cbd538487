// The linker's names for the ends of code and data, with and without underscore; `end` is the program's own here.
#include "show.h"

extern char etext, _etext, edata, _edata, _end;
int end = 7;

int main(void) {
    SHOW(&etext == &_etext);
    SHOW(&edata == &_edata && &etext < &edata && &edata <= &_end);
    SHOW(end == 7 && (char *)&end < &edata);
    return 0;
}
