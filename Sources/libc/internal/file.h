#ifndef INTERNAL_FILE_H
#define INTERNAL_FILE_H

#include <stdio.h>

enum {
    FILE_READABLE = 1,
    FILE_WRITABLE = 2,
    FILE_APPENDS = 4,
    FILE_AT_END = 8,
    FILE_FAILED = 16,
    FILE_READING = 32,
    FILE_WRITING = 64,
    FILE_BY_LINES = 128,
    FILE_UNBUFFERED = 256,
    /* A terminal gets line buffering, but whether it is one is asked at the first transfer only. */
    FILE_UNDECIDED = 512,
    /* The structure came from malloc. */
    FILE_ALLOCATED = 1024,
    FILE_LISTED = 2048
};

/* Bytes before the buffer that ungetc can count on. */
enum { FILE_PUSHBACK = 8 };

struct __FILE {
    /* Reading: the bytes that are there and not taken yet. Otherwise equal. */
    unsigned char *read_at, *read_end;
    /* Writing: where the next byte goes, and how far putc may go without asking. The latter is the
       buffer's start when every byte has to be looked at, that is unless fully buffered. */
    unsigned char *write_at, *write_end;
    unsigned char *buffer;
    size_t size;
    int fd;
    int flags;
    /* Memory streams have functions of their own and a state; for files both are NULL. */
    const struct file_operations *operations;
    void *state;
    /* The list of streams that have transferred something. */
    FILE *next, *previous;
    /* The child of popen. */
    int child;
    /* The buffer of an unbuffered stream: pushback and one byte. */
    unsigned char small[FILE_PUSHBACK + 1];
};

struct file_operations {
    long (*read)(FILE *stream, void *bytes, size_t size);
    long (*write)(FILE *stream, const void *bytes, size_t size);
    long (*seek)(FILE *stream, long offset, int whence);
    int (*close)(FILE *stream);
};

extern FILE *__listed_files;

/* Answers as the kernel's: negative for an error. */
long __file_seek(FILE *stream, long offset, int whence);

/* Writes what waits in the buffer, or gives back what was read ahead. 0 or EOF. */
int __file_flush(FILE *stream);
/* Drops read-ahead bytes, seeking back where that is possible. */
void __file_unread(FILE *stream);
/* Enters reading or writing mode, or fails. 0 or EOF. */
int __file_begin(FILE *stream, int mode);
/* Gets more bytes into the empty buffer. 0 or EOF. */
int __file_fill(FILE *stream);
size_t __file_read(FILE *stream, void *bytes, size_t size);
size_t __file_write(FILE *stream, const void *bytes, size_t size);
/* putc's slow road. */
int __file_put(FILE *stream, int c);

/* The open flags for a mode string of fopen, or -1. */
int __file_mode(const char *mode, int *flags);
/* A stream with a buffer, or NULL. */
FILE *__file_new(int fd, int flags);
/* A stream that only appends is at the end of its file from the beginning. */
void __file_to_end(FILE *stream);

#define FILE_GET(stream) \
    ((stream)->read_at < (stream)->read_end || __file_fill(stream) == 0 ? *(stream)->read_at++ : EOF)
#define FILE_PUT(stream, c) \
    ((stream)->write_at < (stream)->write_end ? (*(stream)->write_at++ = (unsigned char)(c)) \
                                              : __file_put((stream), (c)))

#endif
