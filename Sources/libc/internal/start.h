#ifndef INTERNAL_START_H
#define INTERNAL_START_H

void __libc_init(long argc, char **argv);

extern char *__program_name;

extern void (*__exit_functions)(void);
extern void (*__exit_streams)(void);
extern void (*__exit_destructors)(void);

#endif
