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
};

int elf_load(struct space *s, struct inode *file, struct elf_program *program);

#endif
