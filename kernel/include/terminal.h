/* Terminals: the console, and pairs of a master and a slave (/dev/ptmx, /dev/pts). */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "files.h"

enum { TYPED = 4096, WRITTEN = 4096 };     /* a page each */

struct terminal {
    struct device device;
    char name[16];
    struct {
        u32 input, output, control, local;
        u8 line, keys[19];
    } settings;                            /* termios, as programs have it */
    u16 window[4];                         /* rows, columns, pixels */
    int session, foreground;               /* whose terminal it is, and the process group that may read; 0: none */

    /* What was typed; programs get the part up to `complete`. A mark ends a line; on a zero it is an end of file. */
    u8 *typed, marks[TYPED / 8];
    u64 first, complete, last;

    /* Of a pair. The console has none of it. */
    struct inode *inode;                   /* the slave's, which lives as long as this */
    int index;
    int has_master, is_locked, was_opened;
    int slaves;                            /* open files */
    u8 *written;                           /* what the master has not read yet */
    u64 written_first, written_last;
};

extern struct terminal console;

/* ---- terminal.c ---- */

extern const struct file_type terminal_type;

void terminal_init(struct terminal *t, u8 *typed);
void terminal_attach(struct file *f, struct terminal *t);         /* the file holds it */
void terminal_detach(struct file *f);
void terminal_take(struct terminal *t, int c);                    /* a character was typed */
int terminal_has_room(struct terminal *t);
s64 terminal_control(struct terminal *t, int is_master, u64 request, u64 argument);

/* ---- sessions.c: controlling terminals, foreground and background ---- */

struct terminal *controlling_terminal(struct process *p);         /* NULL: none */
int controlling_open(struct file *f);                             /* /dev/tty */
int may_read(struct terminal *t);                                 /* 0, -EIO, or -ERESTART with a signal sent */
int may_write(struct terminal *t);
int may_set(struct terminal *t);
void terminal_acquire(struct terminal *t);                        /* by opening it */
s64 terminal_take_over(struct terminal *t, u64 force);            /* TIOCSCTTY */
s64 terminal_give_up(struct terminal *t);                         /* TIOCNOTTY */
s64 set_foreground(struct terminal *t, int group);
void terminal_hang_up(struct terminal *t);
void terminal_signal(struct terminal *t, int number);             /* to the foreground */

/* ---- pty.c ---- */

/* st_dev of /dev/pts: a slave goes with its master, so it can have no other name. */
enum { PAIRS = 64, KEPT_PAIRS = 8 /* for root */, PAIRS_SYSTEM = 3 };

extern struct terminal *pairs[PAIRS];
extern const struct virtual_folder pairs_folder;

int master_open(struct file *f);                                  /* /dev/ptmx */
void pair_free(struct terminal *t);

#endif
