#ifndef INTERNAL_TEMPNAME_H
#define INTERNAL_TEMPNAME_H

/* Six random letters and digits over the X's. */
void __random_letters(char *letters);

/* Creates a file whose name ends in XXXXXX and `suffix` further characters; a descriptor or -1. */
int __open_new(char *name, int suffix, int flags);

#endif
