#ifndef _MINICC_LIBC_SYS_RANDOM_H
#define _MINICC_LIBC_SYS_RANDOM_H

#include <features.h>
#include <bits/size_t.h>
#include <sys/types.h>

#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
#define GRND_INSECURE 4

ssize_t getrandom(void *bytes, size_t size, unsigned int flags);
int getentropy(void *bytes, size_t size);

#endif
