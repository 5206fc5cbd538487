/* What the C files of this folder tell each other. */
#ifndef AMD64_H
#define AMD64_H

#include "types.h"

void amd64_set_up_traps(void);
void amd64_timer_interrupt(void);

/* What entry.P1pp maps. */
#define BOOT_TABLES_END 0x100000000UL

/* ---- acpi.c ---- */

struct acpi {
    int processors;
    int timer_port;             /* of a clock with 3.58 MHz; 0: there is none */
    u32 timer_mask;
    u64 sleep_register;         /* in a machine that has only that; mapped at SLEEP_REGISTER */
};

extern struct acpi acpi;

void acpi_read(const u8 *root);      /* the root pointer's copy, if the loader gave one; otherwise it is looked for */
void acpi_power_off(void);

/* ---- fpu.c ---- */

struct cpu_state;

void amd64_fpu_init(void);
void fpu_save(struct cpu_state *s);
void fpu_load(struct cpu_state *s);
u64 fpu_frame_size(void);                            /* what a signal frame has of it */
int fpu_put(struct cpu_state *s, u64 user);          /* 0 or -EFAULT; the state must have been saved */
int fpu_take(struct cpu_state *s, u64 user);

/* ---- keyboard.c ---- */

void keyboard_init(void);
int keyboard_get(void);              /* -1: nothing was typed */

enum { VECTOR_TIMER = 32, VECTOR_OLD_CALL = 128, VECTOR_SPURIOUS = 255 };

#endif
