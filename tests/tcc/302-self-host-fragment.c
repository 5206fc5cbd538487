#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A smaller file of tcc's own: tcctools.c, the tool behind `tcc -ar`. The few functions it wants from the rest of tcc
   stand here. It makes an archive, which is then read. */
#define ONE_SOURCE 0
#include "tcc.h"
#include "tcctools.c"

#undef malloc
#undef free
#undef realloc
#undef strdup

PUB_FUNC void tcc_free(void *block)
{
    free(block);
}

PUB_FUNC void *tcc_malloc(unsigned long size)
{
    return malloc(size);
}

PUB_FUNC void *tcc_mallocz(unsigned long size)
{
    return calloc(1, size);
}

PUB_FUNC void *tcc_realloc(void *block, unsigned long size)
{
    return realloc(block, size);
}

PUB_FUNC char *tcc_strdup(const char *text)
{
    return strdup(text);
}

PUB_FUNC char *tcc_basename(const char *name)
{
    const char *slash = strrchr(name, '/');
    return (char *)(slash ? slash + 1 : name);
}

PUB_FUNC char *tcc_fileextension(const char *name)
{
    const char *dot = strrchr(tcc_basename(name), '.');
    return (char *)(dot ? dot : name + strlen(name));
}

PUB_FUNC void tcc_enter_state(TCCState *state)
{
}

PUB_FUNC char *pstrcpy(char *to, size_t size, const char *from)
{
    snprintf(to, size, "%s", from);
    return to;
}

PUB_FUNC void _tcc_error(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    exit(1);
}

PUB_FUNC void _tcc_error_noabort(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

PUB_FUNC void _tcc_warning(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

/* An object without code whose one symbol is `name`. */
static void write_object(const char *path, const char *name)
{
    struct {
        ElfW(Ehdr) head;
        ElfW(Shdr) sections[4];
        ElfW(Sym) symbols[2];
        char names[16], section_names[32];
    } object;
    FILE *file = fopen(path, "wb");

    memset(&object, 0, sizeof object);
    memcpy(object.head.e_ident, "\177ELF\2\1\1", 7);
    object.head.e_type = ET_REL;
    object.head.e_machine = EM_TCC_TARGET;
    object.head.e_ehsize = sizeof object.head;
    object.head.e_shoff = sizeof object.head;
    object.head.e_shentsize = sizeof(ElfW(Shdr));
    object.head.e_shnum = 4;
    object.head.e_shstrndx = 3;
    strcpy(object.names + 1, name);
    memcpy(object.section_names, "\0.symtab\0.strtab\0.shstrtab", 27);
    object.sections[1].sh_name = 1;
    object.sections[1].sh_type = SHT_SYMTAB;
    object.sections[1].sh_offset = (char *)object.symbols - (char *)&object;
    object.sections[1].sh_size = sizeof object.symbols;
    object.sections[1].sh_link = 2;
    object.sections[2].sh_name = 9;
    object.sections[2].sh_type = SHT_STRTAB;
    object.sections[2].sh_offset = object.names - (char *)&object;
    object.sections[2].sh_size = sizeof object.names;
    object.sections[3].sh_name = 17;
    object.sections[3].sh_type = SHT_STRTAB;
    object.sections[3].sh_offset = object.section_names - (char *)&object;
    object.sections[3].sh_size = sizeof object.section_names;
    object.symbols[1].st_name = 1;
    object.symbols[1].st_info = ELFW(ST_INFO)(STB_GLOBAL, STT_FUNC);
    object.symbols[1].st_shndx = SHN_ABS;
    fwrite(&object, 1, sizeof object, file);
    fclose(file);
}

/* The members' headers, and the names in the table of symbols. */
static void list_archive(const char *path)
{
    char header[61] = "", text[256];
    long size, at = 8;
    FILE *file = fopen(path, "rb");

    while (fseek(file, at, SEEK_SET) == 0 && fread(header, 1, 60, file) == 60) {
        size = atol(header + 48);
        printf("%.16s %ld\n", header, size);
        if (header[0] == '/' && fread(text, 1, size, file) == size) {
            int count = (text[0] & 255) << 24 | (text[1] & 255) << 16 | (text[2] & 255) << 8 | (text[3] & 255);
            char *name = text + 4 + 4 * count;
            for (; count > 0; count--, name += strlen(name) + 1)
                printf("    %s\n", name);
        }
        at += 60 + size + size % 2;
    }
    fclose(file);
}

int main(void)
{
    char *make[] = { "-ar", "rcs", "both.a", "first.o", "second.o" };
    char *wrong[] = { "-ar", "rcs", "both.a", "missing.o" };

    write_object("first.o", "one");
    write_object("second.o", "two");
    printf("made: %d\n", tcc_tool_ar(NULL, 5, make));
    list_archive("both.a");
    printf("\nfailed: %d\n", tcc_tool_ar(NULL, 4, wrong));
    return 0;
}
