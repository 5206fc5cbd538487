/* The kernel's integer types. All three machines are LP64 and little endian. */
#ifndef TYPES_H
#define TYPES_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef long s64;

#define NULL ((void *)0)

#define PAGE_SIZE 4096UL
#define PAGE_MASK (PAGE_SIZE - 1)
#define PAGE_DOWN(x) ((u64)(x) & ~PAGE_MASK)
#define PAGE_UP(x) (((u64)(x) + PAGE_MASK) & ~PAGE_MASK)

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
