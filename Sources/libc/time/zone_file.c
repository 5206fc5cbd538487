#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/keep.h"
#include "../internal/sys.h"
#include "../internal/zone.h"

/* RFC 8536: a header, and behind it moments, indexes of types, types, names, leap seconds (which are not counted here) and
   two lists of flags. From version 2 on all of this follows again with moments of 64 bits, then a line with rules. */

enum { ZONE_HEADER = 44, ZONE_LIMIT = 1 << 20 };

static long zone_bytes(const unsigned char *at, long size)
{
    long value = at[0] & 0x80 ? -1 : 0;

    while (size-- > 0)
        value = (long)((unsigned long)value << 8 | *at++);
    return value;
}

/* The whole file; NULL if there is none, or it cannot be a zone's. */
static unsigned char *zone_load(const char *path, long *length)
{
    unsigned char *bytes, *larger;
    long size = 4096, used = 0, got = 0;
    int fd = (int)sys_open(path, O_RDONLY | O_CLOEXEC, 0);

    if (fd < 0)
        return NULL;
    bytes = malloc((size_t)size);
    while (bytes && (got = sys_read(fd, bytes + used, (size_t)(size - 1 - used))) > 0) {
        used += got;
        if (used < size - 1)
            continue;
        size *= 2;
        larger = size > ZONE_LIMIT ? NULL : realloc(bytes, (size_t)size);
        if (!larger)
            free(bytes);
        bytes = larger;
    }
    sys_close(fd);
    if (bytes && got < 0) {
        free(bytes);
        bytes = NULL;
    }
    if (bytes)
        bytes[used] = 0;
    *length = used;
    return bytes;
}

/* Finds the parts of the block that begins at `at`. Gives its end, or NULL if it is damaged. */
static const unsigned char *zone_block(struct zone_file *file, const unsigned char *at, const unsigned char *end, long size)
{
    long utc, standard, leaps, names, index;

    if (end - at < ZONE_HEADER || memcmp(at, "TZif", 4) != 0)
        return NULL;
    utc = zone_bytes(at + 20, 4);
    standard = zone_bytes(at + 24, 4);
    leaps = zone_bytes(at + 28, 4);
    file->count = zone_bytes(at + 32, 4);
    file->types = zone_bytes(at + 36, 4);
    names = zone_bytes(at + 40, 4);
    if (((utc | standard | leaps | file->count | file->types | names) & ~(long)(ZONE_LIMIT - 1)) || file->types == 0 || names == 0)
        return NULL;
    file->size = size;
    file->moments = at + ZONE_HEADER;
    file->indexes = file->moments + file->count * size;
    file->infos = file->indexes + file->count;
    file->names = file->infos + file->types * 6;
    at = file->names + names + leaps * (size + 4) + standard + utc;
    if (at > end || file->names[names - 1] != 0)
        return NULL;
    for (index = 0; index < file->count; index++)
        if (file->indexes[index] >= file->types)
            return NULL;
    for (index = 0; index < file->types; index++)
        if (file->infos[index * 6 + 5] >= names)
            return NULL;
    return at;
}

int __zone_read(struct zone_file *file, const char *path)
{
    const unsigned char *at, *end;
    char *line;
    long length;

    file->bytes = zone_load(path, &length);
    file->has_rules = 0;
    if (!file->bytes)
        return -1;
    end = file->bytes + length;
    at = zone_block(file, file->bytes, end, 4);
    if (at && file->bytes[4] >= '2') {
        at = zone_block(file, at, end, 8);
        if (at && at < end && *at == '\n') {
            line = (char *)at + 1;
            line[strcspn(line, "\n")] = 0;
            file->has_rules = __zone_parse(&file->rules, line) == 0;
        }
    }
    if (at)
        return 0;
    free(file->bytes);
    return -1;
}

void __zone_type(const struct zone_file *file, long index, struct zone_type *type)
{
    const unsigned char *info = file->infos + index * 6;
    const char *name = (const char *)file->names + info[5];

    type->offset = zone_bytes(info, 4);
    type->summer = info[4] != 0;
    type->name = __keep_text(name, strlen(name));
}

static long zone_moment(const struct zone_file *file, long index)
{
    return zone_bytes(file->moments + index * file->size, file->size);
}

void __zone_by_file(const struct zone_file *file, long moment, struct zone_span *span)
{
    long low = 0, high = file->count, index = 0;

    while (low < high) {
        long middle = (low + high) / 2;
        if (zone_moment(file, middle) <= moment)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == file->count && file->has_rules) {
        __zone_by_rules(&file->rules, moment, span);
        if (low > 0 && span->from < zone_moment(file, low - 1))
            span->from = zone_moment(file, low - 1);
        return;
    }
    span->from = low > 0 ? zone_moment(file, low - 1) : LONG_MIN;
    span->to = low < file->count ? zone_moment(file, low) : LONG_MAX;
    /* Before the first change it is the first type that is not summer time. */
    if (low > 0)
        index = file->indexes[low - 1];
    else
        while (index < file->types && file->infos[index * 6 + 4])
            index++;
    __zone_type(file, index < file->types ? index : 0, &span->type);
}
