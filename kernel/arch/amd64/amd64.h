/* What the C files of this folder tell each other. */
#ifndef AMD64_H
#define AMD64_H

#include "types.h"

void amd64_set_up_traps(void);
void amd64_timer_interrupt(void);

enum { VECTOR_TIMER = 32, VECTOR_OLD_CALL = 128, VECTOR_SPURIOUS = 255 };

#endif
