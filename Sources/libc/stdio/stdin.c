#include "../internal/file.h"

static unsigned char stdin_buffer[FILE_PUSHBACK + BUFSIZ];

static FILE stdin_file = {
    NULL, NULL, NULL, NULL,
    stdin_buffer + FILE_PUSHBACK, BUFSIZ,
    0, FILE_READABLE | FILE_UNDECIDED,
    NULL, NULL, NULL, NULL, 0, { 0 }
};

#undef stdin
FILE *stdin = &stdin_file;
