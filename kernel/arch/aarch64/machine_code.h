/* The machine code of processor.P1pp, entry.P1pp and traps.P1pp, for C. */
#ifndef MACHINE_CODE_H
#define MACHINE_CODE_H

#include "arch.h"

u64 read_counter(void);
u64 read_counter_frequency(void);
void write_timer_value(u64 ticks);
void write_timer_control(u64 bits);
u64 read_thread_register(void);
void write_thread_register(u64 value);
u64 read_program_root(void);
void write_program_root(u64 root);
void write_kernel_root(u64 root);
u64 read_memory_features(void);
u64 read_system_control(void);
void write_system_control(u64 bits);
void set_pan(void);
void write_interrupt_registers(u64 bits);       /* these five are a GICv3's */
void write_interrupt_priority(u64 priority);
void write_interrupt_group(u64 bits);
u64 read_interrupt(void);
void write_interrupt_end(u64 which);
void flush_page_number(u64 number);
void clean_code(u64 start, u64 end);
void wait_for_interrupt(void);
void semihosting(u64 operation, void *words);
void firmware_by_hvc(u64 function);
void firmware_by_smc(u64 function);
void store_vectors(struct cpu_state *s);
void load_vectors(struct cpu_state *s);

extern u8 aarch64_first[];

#endif
