#ifndef INTERNAL_SPAWN_H
#define INTERNAL_SPAWN_H

#include <spawn.h>

enum { SPAWN_OPEN, SPAWN_CLOSE, SPAWN_DUP, SPAWN_CHDIR, SPAWN_FCHDIR };

/* What the child does with its files before it becomes the program. */
struct __spawn_action {
    struct __spawn_action *next;
    int kind;
    int fd;
    int to;
    int flags;
    mode_t mode;
    char path[1];
};

#endif
