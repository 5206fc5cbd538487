/* What the calls with paths have in common (calls/paths.c). */
#ifndef PATHS_H
#define PATHS_H

#include "files.h"

/* A program's path in a page that `release` gives back; NULL and *error if it is bad or empty. */
char *path_in(u64 user, int *error);
char *path_or_nothing_in(u64 user, int *error);      /* the same, and an empty one */
/* The folder that an `…at` call starts from, held; NULL and *error. Absolute paths need none. */
struct inode *start_folder(s64 fd, const char *path, int *error);
/* The same, and where the path leads, which is there; both held. 0 or -errno. */
int place_at(s64 fd, u64 user_path, int flags, struct place *p);
/* Both, and what the path names, held; AT_EMPTY_PATH and AT_SYMLINK_NOFOLLOW count. 0 or -errno. */
int inode_at(s64 fd, u64 user_path, int flags, struct inode **found);

#endif
