#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "compare.h"

/* The few parts of ELF-64 and of ar's format that lead to a function. A file may be damaged in any way, so
   every range is checked against the file's size before it is read. */

struct section {
    uint32_t name, type;
    uint64_t flags, address, offset, size;
    uint32_t link, info;
    uint64_t alignment, entry_size;
};

struct symbol {
    uint32_t name;
    unsigned char info, other;
    uint16_t section;
    uint64_t value, size;
};

enum { SYMBOL_TABLE = 2, NO_BITS = 8, FUNCTION = 2, SECTION_HEADERS_AT = 40, SECTION_COUNT_AT = 60, NAMES_AT = 62 };

struct elf {
    struct content file;
    int relocatable;
    const struct section *sections;
    unsigned count;
    const char *section_names;
    size_t section_names_size;
    const struct symbol *symbols;
    unsigned symbol_count;
    const char *names;
    size_t names_size;
};

static int within(struct content file, uint64_t offset, uint64_t size)
{
    return offset <= file.size && size <= file.size - offset;
}

static const char *name_at(const char *names, size_t size, uint32_t offset)
{
    if (offset >= size || !memchr(names + offset, 0, size - offset))
        return "?";
    return names + offset;
}

static int open_elf(struct content file, struct elf *elf)
{
    uint64_t offset;
    uint16_t count, names;
    unsigned i;

    memset(elf, 0, sizeof *elf);
    elf->file = file;
    if (file.size < 64 || memcmp(file.bytes, "\177ELF\2\1", 6) != 0)
        return 0;
    elf->relocatable = file.bytes[16] == 1;
    memcpy(&offset, file.bytes + SECTION_HEADERS_AT, 8);
    memcpy(&count, file.bytes + SECTION_COUNT_AT, 2);
    memcpy(&names, file.bytes + NAMES_AT, 2);
    if (!within(file, offset, (uint64_t)count * sizeof(struct section)))
        return 0;
    elf->sections = (const struct section *)(file.bytes + offset);
    elf->count = count;
    for (i = 0; i < elf->count; i++) {
        const struct section *s = &elf->sections[i];
        if (s->type != NO_BITS && !within(file, s->offset, s->size))
            return 0;
    }
    if (names < elf->count) {
        elf->section_names = (const char *)file.bytes + elf->sections[names].offset;
        elf->section_names_size = elf->sections[names].size;
    }
    for (i = 0; i < elf->count; i++) {
        const struct section *s = &elf->sections[i];
        if (s->type == SYMBOL_TABLE && s->link < elf->count) {
            elf->symbols = (const struct symbol *)(file.bytes + s->offset);
            elf->symbol_count = (unsigned)(s->size / sizeof(struct symbol));
            elf->names = (const char *)file.bytes + elf->sections[s->link].offset;
            elf->names_size = elf->sections[s->link].size;
        }
    }
    return 1;
}

/* The bytes of a function, or NULL. */
static const unsigned char *code_of(const struct elf *elf, const struct symbol *symbol)
{
    const struct section *s;
    uint64_t start;

    if ((symbol->info & 15) != FUNCTION || symbol->size == 0 || symbol->section >= elf->count)
        return NULL;
    s = &elf->sections[symbol->section];
    start = elf->relocatable ? symbol->value : symbol->value - s->address;
    if (s->type == NO_BITS || start > s->size || symbol->size > s->size - start)
        return NULL;
    return elf->file.bytes + s->offset + start;
}

static const char *symbol_name(const struct elf *elf, const struct symbol *symbol)
{
    return name_at(elf->names, elf->names_size, symbol->name);
}

/* Functions of one name (several files may have static ones) are paired by their order. */
static const struct symbol *partner(const struct elf *a, const struct symbol *symbol, const struct elf *b)
{
    const char *name = symbol_name(a, symbol);
    const struct symbol *s;
    int skip = 0;

    for (s = a->symbols; s < symbol; s++)
        skip += code_of(a, s) && strcmp(symbol_name(a, s), name) == 0;
    for (s = b->symbols; s < b->symbols + b->symbol_count; s++)
        if (code_of(b, s) && strcmp(symbol_name(b, s), name) == 0 && skip-- == 0)
            return s;
    return NULL;
}

/* The differing function that lies first in a. */
static int explain_function(const struct elf *a, const struct elf *b)
{
    const struct symbol *s, *first = NULL, *first_partner = NULL;

    for (s = a->symbols; s < a->symbols + a->symbol_count; s++) {
        const unsigned char *code = code_of(a, s);
        const struct symbol *other;
        if (!code || (first && code >= code_of(a, first)))
            continue;
        other = partner(a, s, b);
        if (other && other->size == s->size && memcmp(code, code_of(b, other), s->size) == 0)
            continue;
        first = s;
        first_partner = other;
    }
    if (!first)
        return 0;
    printf("    the first function that differs is %s", symbol_name(a, first));
    if (!first_partner)
        printf(", which only the first file has\n");
    else if (first->size != first_partner->size)
        printf(": %llu and %llu bytes\n", (unsigned long long)first->size, (unsigned long long)first_partner->size);
    else
        printf("\n");
    return 1;
}

static int explain_section(const struct elf *a, const struct elf *b)
{
    unsigned i;

    for (i = 0; i < a->count && i < b->count; i++) {
        const struct section *x = &a->sections[i], *y = &b->sections[i];
        const char *name = name_at(a->section_names, a->section_names_size, x->name);
        uint64_t at = 0;
        if (x->type == NO_BITS || y->type == NO_BITS)
            continue;
        while (at < x->size && at < y->size
               && a->file.bytes[x->offset + at] == b->file.bytes[y->offset + at])
            at++;
        if (at < x->size || at < y->size) {
            printf("    no function differs; section %s does, at byte %llu\n", name, (unsigned long long)at);
            return 1;
        }
    }
    return 0;
}

static void explain_bytes(struct content a, struct content b)
{
    size_t at = 0;

    while (at < a.size && at < b.size && a.bytes[at] == b.bytes[at])
        at++;
    printf("    they differ at byte %zu (sizes %zu and %zu)\n", at, a.size, b.size);
}

static void explain_object(struct content a, struct content b)
{
    struct elf x, y;

    if (open_elf(a, &x) && open_elf(b, &y) && (explain_function(&x, &y) || explain_section(&x, &y)))
        return;
    explain_bytes(a, b);
}

static int is_archive(struct content file)
{
    return file.size >= 8 && memcmp(file.bytes, "!<arch>\n", 8) == 0;
}

/* The member at *offset, and the offset of the next one. */
static int next_member(struct content archive, size_t *offset, char name[17], struct content *member)
{
    const unsigned char *header = archive.bytes + *offset;
    char digits[11] = { 0 };
    unsigned long size;

    if (!within(archive, *offset, 60))
        return 0;
    memcpy(name, header, 16);
    name[strcspn(name, "/ ")] = 0;
    memcpy(digits, header + 48, 10);
    size = strtoul(digits, NULL, 10);
    if (!within(archive, *offset + 60, size))
        return 0;
    member->bytes = archive.bytes + *offset + 60;
    member->size = size;
    *offset += 60 + size + size % 2;
    return 1;
}

void explain_difference(struct content a, struct content b)
{
    size_t at_a = 8, at_b = 8;
    char name_a[17] = { 0 }, name_b[17] = { 0 };
    struct content x, y;

    if (is_archive(a) && is_archive(b)) {
        while (next_member(a, &at_a, name_a, &x) && next_member(b, &at_b, name_b, &y)) {
            /* The first member is the table of symbols: it has no name here. */
            if (name_a[0] == 0 || (strcmp(name_a, name_b) == 0 && x.size == y.size && memcmp(x.bytes, y.bytes, x.size) == 0))
                continue;
            if (strcmp(name_a, name_b) != 0)
                printf("    member %s there, %s here\n", name_a, name_b);
            else {
                printf("    in member %s\n", name_a);
                explain_object(x, y);
            }
            return;
        }
    }
    explain_object(a, b);
}
