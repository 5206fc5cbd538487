#ifndef _MINICC_LIBC_LIBGEN_H
#define _MINICC_LIBC_LIBGEN_H

/* Both may change the path they are given. */
char *basename(char *path);
char *dirname(char *path);

#endif
