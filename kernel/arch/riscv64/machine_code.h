/* The machine code of processor.P1pp, entry.P1pp and traps.P1pp, for C. */
#ifndef MACHINE_CODE_H
#define MACHINE_CODE_H

#include "arch.h"

u64 read_time(void);
u64 read_satp(void);
void write_satp(u64 value);
u64 read_pending(void);
void write_enabled(u64 bits);
void flush_code(void);
void set_timer(u64 time);
void wait_for_interrupt(void);
void store_floats(struct cpu_state *s);
void load_floats(struct cpu_state *s);

extern u8 riscv64_first[];

#endif
