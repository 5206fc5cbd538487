#ifndef _LIBGEN_H
#define _LIBGEN_H

/* Both may change the path they are given. */
char *basename(char *path);
char *dirname(char *path);

#endif
