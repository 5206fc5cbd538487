/* What exec needs to know of a program that was loaded. */
#ifndef ELF_H
#define ELF_H

#include "types.h"

struct space;
struct inode;

struct elf_program {
    u64 entry;
    u64 segments;                /* the address of its program headers, 0 if they are not loaded */
    int segment_count;
    char *interpreter;           /* the path of what loads the rest of it (ld.so), to be released; NULL: it needs none */
    u64 base;                    /* where that was put; 0: there is none, or it has its own addresses */
    u64 start;                   /* what runs first: the interpreter's entry, or its own */
};

int elf_load(struct space *s, struct inode *file, struct elf_program *program);
int elf_load_interpreter(struct space *s, struct inode *file, struct elf_program *program);

#endif
