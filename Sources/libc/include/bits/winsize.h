/* The size of a terminal in characters and, where it is known, in pixels. */
#ifndef _MINICC_LIBC_BITS_WINSIZE_H
#define _MINICC_LIBC_BITS_WINSIZE_H

struct winsize {
    unsigned short ws_row;
    unsigned short ws_col;
    unsigned short ws_xpixel;
    unsigned short ws_ypixel;
};

#endif
