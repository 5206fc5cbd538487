#include "../internal/file.h"
#include "../internal/names.h"

void setbuf(FILE *stream, char *buffer)
{
    setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, BUFSIZ);
}

void __setbuffer(FILE *stream, char *buffer, size_t size)
{
    setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, size);
}
PUBLIC_NAME(setbuffer);

void __setlinebuf(FILE *stream)
{
    setvbuf(stream, NULL, _IOLBF, 0);
}
PUBLIC_NAME(setlinebuf);
