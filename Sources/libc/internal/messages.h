#ifndef INTERNAL_MESSAGES_H
#define INTERNAL_MESSAGES_H

/* NULL if there is none. */
const char *__error_message(int number);

#endif
