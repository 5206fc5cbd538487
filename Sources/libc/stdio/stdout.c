#include "../internal/file.h"

static unsigned char stdout_buffer[FILE_PUSHBACK + BUFSIZ];

static FILE stdout_file = {
    NULL, NULL, NULL, NULL,
    stdout_buffer + FILE_PUSHBACK, BUFSIZ,
    1, FILE_WRITABLE | FILE_UNDECIDED,
    NULL, NULL, NULL, NULL, 0, { 0 }
};

#undef stdout
FILE *stdout = &stdout_file;
