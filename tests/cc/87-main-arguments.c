/* argc, argv and a third one. */
#include "show.h"
int main(int argc, char **argv, char **environment) {
    SHOW(argc);
    SHOW(argv[argc] == 0);
    SHOW(argv[0] != 0);
    SHOW(environment == argv + argc + 1);
    return 0;
}
