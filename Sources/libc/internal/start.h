#ifndef INTERNAL_START_H
#define INTERNAL_START_H

void __libc_init(long argc, char **argv);

extern char *__progname_full, *__progname;

/* The environment as the kernel gave it. */
extern char **__first_environment;

/* The kernel's word of this type from the vector behind the environment, or `missing`. */
unsigned long __auxiliary_word(unsigned long type, unsigned long missing);

extern void (*__exit_functions)(void);
extern void (*__exit_streams)(void);
extern void (*__exit_destructors)(void);

#endif
