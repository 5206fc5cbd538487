/* Looking at eight bytes at once, the first byte the lowest. A word at an aligned address never crosses into another
   page, nor does a block of four at a multiple of 32; so bytes in front of a text and behind its end may be
   read, and are then ignored. */
#ifndef INTERNAL_WORD_H
#define INTERNAL_WORD_H

typedef unsigned long word_t;

#define WORD_ONES 0x0101010101010101UL
#define WORD_TOPS 0x8080808080808080UL

/* Not zero if one of the bytes is zero; the lowest bit that is set belongs to the first such byte. */
#define WORD_ZEROS(word) (((word) - WORD_ONES) & ~(word) & WORD_TOPS)
/* Which byte the lowest bit of such marks belongs to: the whole bytes below it are counted by a multiplication. */
#define WORD_FIRST(marks) (((((marks) & -(marks)) - 1) >> 7 & WORD_ONES) * WORD_ONES >> 56)
#define WORD_OF_BYTE(byte) ((unsigned char)(byte) * WORD_ONES)

#define WORD_ALIGNED(pointer) (((unsigned long)(pointer) & 7) == 0)
/* The aligned word in which the byte lies, and ones for the bytes in front of it there. */
#define WORD_AROUND(pointer) ((const word_t *)((unsigned long)(pointer) & ~7UL))
#define WORD_BEFORE(pointer) ((1UL << ((unsigned long)(pointer) & 7) * 8) - 1)

/* Blocks of four words. A zero among the bytes of a block is never missed; a byte above 0x80 may be taken for
   one, so the words are looked at once more then. Text that is not ASCII costs a little more. */
#define BLOCK_BEGINS(words) (((unsigned long)(words) & 31) == 0)
#define BLOCK_MAY_HAVE_ZERO(a, b, c, d) \
    ((((a) - WORD_ONES) | ((b) - WORD_ONES) | ((c) - WORD_ONES) | ((d) - WORD_ONES)) & WORD_TOPS)

/* How many bytes from here on may be read whatever the alignment: those up to the end of the page. */
#define PAGE_REST(pointer) (4096 - ((unsigned long)(pointer) & 4095))

#endif
