/* cpio's newc format: a header of hexadecimal numbers, a name, the bytes; name and bytes padded to 4. */
#ifndef CPIO_H
#define CPIO_H

enum { CPIO_HEADER = 110, CPIO_FIELDS = 13, CPIO_DIGITS = 8, CPIO_MAGIC = 6 };
enum { CPIO_INODE, CPIO_MODE, CPIO_USER, CPIO_GROUP, CPIO_LINKS, CPIO_TIME, CPIO_SIZE, CPIO_NAME_SIZE = 11 };

#define CPIO_END "TRAILER!!!"

#endif
