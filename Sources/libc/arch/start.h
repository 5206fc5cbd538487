#ifndef ARCH_START_H
#define ARCH_START_H

/* The C half of the start code: stack is argc, argv…, NULL, environment…, NULL as the kernel lays it out. */
void __start_program(long *stack);

#endif
