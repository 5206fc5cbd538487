/* The lines of /etc/passwd and /etc/group: fields between colons. */
#ifndef INTERNAL_USERS_H
#define INTERNAL_USERS_H

#include <grp.h>
#include <pwd.h>
#include <stdio.h>

/* Reads the next line that `take` accepts into the caller's room. 0, ENOENT at the end of the file, ERANGE if the room is
   too small: then the stream stands in front of that line again. */
int __users_line(FILE *file, void *entry, char *room, size_t size, int (*take)(void *entry, char *line, char *end));

/* Ends the field at *line and moves *line behind it. NULL if there is no colon. */
char *__users_field(char **line);
/* A number of an identity, which is the whole field. -1 if it is not. */
int __users_number(const char *field, unsigned int *number);

int __users_take_passwd(void *entry, char *line, char *end);
int __users_take_group(void *entry, char *line, char *end);

#endif
