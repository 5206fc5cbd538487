/*
 * Sequences of system calls whose arguments have to do with each other, from a number. What a call must give on every Linux is
 * logged, without addresses, ids and times, so two systems can be compared line by line. sequences.c has the two ways to run them.
 */
#ifndef SEQUENCES_H
#define SEQUENCES_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { FDS = 20, PAGE = 4096, ARENA_PAGES = 16, LOG_SIZE = 1 << 17 };

/* What all processes see. */
struct shared {
    volatile unsigned long calls;        /* made so far */
    volatile unsigned long log_length;
    char log[LOG_SIZE];
};

extern struct shared *shared;
extern int is_compared;                  /* only what is defined, one thing after the other; or anything goes */
extern char *arena;                      /* the pages that the memory calls work on */
extern char buffer[1 << 16];

unsigned any(unsigned below);            /* the next random number of this thread */
int any_fd(void);
const char *any_path(void);

/* A line of the log: the call's name and arguments; then = and what it gave. The result is passed on. */
long called(long result, const char *format, ...);
void note(const char *format, ...);
unsigned long hash_of(const void *bytes, unsigned long size);

/* One call, or a few that belong together. */
void file_call(void);
void name_call(void);
void transfer_call(void);
void memory_call(void);
void event_call(void);
void socket_call(void);
void signal_call(void);
void process_call(void);
void wild_call(void);                    /* not compared: what waits, runs beside, or depends on time */

void sequence(unsigned calls);           /* so many calls of any kind */

#endif
