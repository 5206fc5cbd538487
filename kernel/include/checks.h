/*
 * The build that watches itself (make checked-kernel): what is released is filled with a pattern, which must still be there
 * when it is handed out again; pages that every n-th system call wants can be refused (refuse=N); and at the end
 * holders are counted. In the plain build nothing of it is left.
 */
#ifndef CHECKS_H
#define CHECKS_H

#include "types.h"

#ifdef CHECKS

void check_fill(void *at, u64 size);                      /* with the pattern */
void check_filled(const void *at, u64 size);              /* or panic */
void check_call_begins(void);                             /* pages may be refused until the end of the call, or its first sleep */
void check_call_ends(void);
int check_refuses_page(void);
void check_holders(void);                                 /* of all inodes and open files */

#define CHECK(...) __VA_ARGS__

#else

#define CHECK(...)

#endif

#endif
