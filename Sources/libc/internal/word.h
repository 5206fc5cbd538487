/* Looking at eight bytes at once. A word read at an aligned address never crosses into another page,
   so bytes behind the end of a string may be looked at (and are then ignored). */
#ifndef INTERNAL_WORD_H
#define INTERNAL_WORD_H

typedef unsigned long word_t;

#define WORD_ONES 0x0101010101010101UL
#define WORD_TOPS 0x8080808080808080UL

/* Not zero if one of the bytes is zero; the lowest bit that is set belongs to the first such byte. */
#define WORD_ZEROS(word) (((word) - WORD_ONES) & ~(word) & WORD_TOPS)
#define WORD_OF_BYTE(byte) ((unsigned char)(byte) * WORD_ONES)
#define WORD_ALIGNED(pointer) (((unsigned long)(pointer) & 7) == 0)

#endif
