/* The command line, the initramfs, the results. */
#ifndef BOOT_H
#define BOOT_H

#include "types.h"

struct options {
    const char *text;           /* the whole line, with a NUL behind each word, and how long it is */
    u64 text_length;
    const char *init;
    const char *results;        /* NULL: none are wanted */
    const char *fault;          /* what the kernel shall break of itself; NULL: nothing */
    int trace_calls;
    int serial_is_off;          /* where there is a screen */
    u64 wall_seconds;           /* 0: not said */
    u64 memory_limit;           /* bytes; 0: all there is */
    u64 refuse;                 /* checks.h; 0: no page */
    u16 columns, rows;          /* 0: as the screen has them */
    /* What init gets: its arguments after the path, and its environment. NULL ends both. */
    const char *arguments[32];
    const char *environment[32];
};

extern struct options options;

void options_read(void);

void initramfs_unpack(void);
void break_on_purpose(void);
void write_results(int status);
void power_off(int status);     /* results, a last line, the end of qemu */

#endif
