#include <errno.h>
#include <string.h>
#include "../internal/users.h"

char *__users_field(char **line)
{
    char *field = *line;
    char *colon = strchr(field, ':');

    if (!colon) return NULL;
    *colon = 0;
    *line = colon + 1;
    return field;
}

int __users_number(const char *field, unsigned int *number)
{
    unsigned long value = 0;

    if (!*field) return -1;
    for (; *field; field++) {
        if (*field < '0' || *field > '9') return -1;
        value = value * 10 + (unsigned long)(*field - '0');
        if (value > 0xffffffff) return -1;
    }
    *number = (unsigned int)value;
    return 0;
}

int __users_line(FILE *file, void *entry, char *room, size_t size, int (*take)(void *entry, char *line, char *end))
{
    for (;;) {
        size_t used = 0;
        long length = 0;
        int byte, taken;

        while ((byte = getc(file)) != EOF && byte != '\n') {
            if (used + 1 < size) room[used++] = (char)byte;
            length++;
        }
        if (byte == EOF && length == 0) return ferror(file) ? EIO : ENOENT;
        taken = ERANGE;
        if ((size_t)length < size) {
            room[used] = 0;
            taken = take(entry, room, room + size);
        }
        if (taken == ERANGE) fseek(file, -length - (byte == '\n'), SEEK_CUR);
        if (taken != EINVAL) return taken;
    }
}
