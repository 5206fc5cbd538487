#ifndef INTERNAL_MESSAGES_H
#define INTERNAL_MESSAGES_H

/* NULL if there is none. */
const char *__error_message(int number);
/* The same, or for a number without one "Unknown error N", written to room. */
enum { ERROR_TEXT_SIZE = 32 };
const char *__error_text(int number, char *room);

#endif
