#include "../internal/start.h"

/* Set by atexit and by stdio when they are first used, so that a program without them carries neither. */
void (*__exit_functions)(void);
void (*__exit_streams)(void);
/* Set by the start code of programs that have destructors. */
void (*__exit_destructors)(void);
