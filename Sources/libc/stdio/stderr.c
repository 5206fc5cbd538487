#include "../internal/file.h"

static FILE stderr_file = {
    NULL, NULL, NULL, NULL,
    stderr_file.small + FILE_PUSHBACK, 1,
    2, FILE_WRITABLE | FILE_UNBUFFERED,
    NULL, NULL, NULL, NULL, 0, { 0 }
};

#undef stderr
FILE *stderr = &stderr_file;
