#include "../internal/file.h"
#include "../internal/names.h"

INNER_NAME(fileno);

/* One thread: the locking functions have nothing to do, the unlocked ones nothing to leave out. */
void flockfile(FILE *stream)
{
    (void)stream;
}

void funlockfile(FILE *stream)
{
    (void)stream;
}

int ftrylockfile(FILE *stream)
{
    (void)stream;
    return 0;
}

int getc_unlocked(FILE *stream)
{
    return FILE_GET(stream);
}

int fgetc_unlocked(FILE *stream)
{
    return FILE_GET(stream);
}

int putc_unlocked(int c, FILE *stream)
{
    return FILE_PUT(stream, c);
}

int fputc_unlocked(int c, FILE *stream)
{
    return FILE_PUT(stream, c);
}

int fputs_unlocked(const char *text, FILE *stream)
{
    return fputs(text, stream);
}

size_t fread_unlocked(void *items, size_t size, size_t count, FILE *stream)
{
    return fread(items, size, count, stream);
}

size_t fwrite_unlocked(const void *items, size_t size, size_t count, FILE *stream)
{
    return fwrite(items, size, count, stream);
}

int fflush_unlocked(FILE *stream)
{
    return fflush(stream);
}

int feof_unlocked(FILE *stream)
{
    return feof(stream);
}

int ferror_unlocked(FILE *stream)
{
    return ferror(stream);
}

void clearerr_unlocked(FILE *stream)
{
    clearerr(stream);
}

int fileno_unlocked(FILE *stream)
{
    return __fileno(stream);
}

char *fgets_unlocked(char *line, int size, FILE *stream)
{
    return fgets(line, size, stream);
}
