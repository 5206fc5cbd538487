#ifndef _MINICC_LIBC_STDIO_H
#define _MINICC_LIBC_STDIO_H
/* By this name other headers ask whether there is FILE: gmp.h. */
#define _STDIO_H 1

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>

#ifndef _BITS_VA_LIST
#define _BITS_VA_LIST
typedef __builtin_va_list va_list;
#endif

typedef struct __FILE FILE;
typedef long fpos_t;

extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

#define EOF (-1)
#define BUFSIZ 8192
#define FOPEN_MAX 1000
#define FILENAME_MAX 4096
#define L_tmpnam 20
#define L_ctermid 9
#define TMP_MAX 238328

#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2

#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

FILE *fopen(const char *path, const char *mode);
FILE *freopen(const char *path, const char *mode, FILE *stream);
int fclose(FILE *stream);
int fflush(FILE *stream);
void setbuf(FILE *stream, char *buffer);
int setvbuf(FILE *stream, char *buffer, int mode, size_t size);
FILE *tmpfile(void);
char *tmpnam(char *name);
#ifdef __POSIX_VISIBLE
char *ctermid(char *name);
#endif
int remove(const char *path);
int rename(const char *from, const char *to);

size_t fread(void *items, size_t size, size_t count, FILE *stream);
size_t fwrite(const void *items, size_t size, size_t count, FILE *stream);
int fgetc(FILE *stream);
int getc(FILE *stream);
int getchar(void);
int ungetc(int c, FILE *stream);
int fputc(int c, FILE *stream);
int putc(int c, FILE *stream);
int putchar(int c);
char *fgets(char *line, int size, FILE *stream);
int fputs(const char *text, FILE *stream);
int puts(const char *text);

int fseek(FILE *stream, long offset, int whence);
long ftell(FILE *stream);
void rewind(FILE *stream);
int fgetpos(FILE *stream, fpos_t *position);
int fsetpos(FILE *stream, const fpos_t *position);

int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr(FILE *stream);
void perror(const char *text);

int printf(const char *format, ...);
int fprintf(FILE *stream, const char *format, ...);
int sprintf(char *buffer, const char *format, ...);
int snprintf(char *buffer, size_t size, const char *format, ...);
int vprintf(const char *format, va_list arguments);
int vfprintf(FILE *stream, const char *format, va_list arguments);
int vsprintf(char *buffer, const char *format, va_list arguments);
int vsnprintf(char *buffer, size_t size, const char *format, va_list arguments);

int scanf(const char *format, ...);
int fscanf(FILE *stream, const char *format, ...);
int sscanf(const char *text, const char *format, ...);
int vscanf(const char *format, va_list arguments);
int vfscanf(FILE *stream, const char *format, va_list arguments);
int vsscanf(const char *text, const char *format, va_list arguments);

#ifdef __POSIX_VISIBLE

#include <sys/types.h>

#define P_tmpdir "/tmp"

FILE *fdopen(int fd, const char *mode);
int fileno(FILE *stream);
int fseeko(FILE *stream, off_t offset, int whence);
off_t ftello(FILE *stream);
ssize_t getline(char **line, size_t *size, FILE *stream);
ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *stream);
int dprintf(int fd, const char *format, ...);
int vdprintf(int fd, const char *format, va_list arguments);
int asprintf(char **result, const char *format, ...);
int vasprintf(char **result, const char *format, va_list arguments);
FILE *open_memstream(char **text, size_t *size);
FILE *fmemopen(void *buffer, size_t size, const char *mode);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
char *tempnam(const char *folder, const char *prefix);
char *fgetln(FILE *stream, size_t *length);
int getw(FILE *stream);
int putw(int word, FILE *stream);
void setlinebuf(FILE *stream);
void setbuffer(FILE *stream, char *buffer, size_t size);
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
#define RENAME_WHITEOUT 4
int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned int flags);
int fcloseall(void);
int renameat(int from_directory, const char *from, int to_directory, const char *to);

/* Programs here have one thread: nothing to lock. */
void flockfile(FILE *stream);
void funlockfile(FILE *stream);
int ftrylockfile(FILE *stream);
/* What a stream of one's own does; a NULL reads nothing, writes everywhere, cannot seek, or closes. */
typedef ssize_t cookie_read_function_t(void *cookie, char *bytes, size_t size);
typedef ssize_t cookie_write_function_t(void *cookie, const char *bytes, size_t size);
typedef int cookie_seek_function_t(void *cookie, off_t *offset, int whence);
typedef int cookie_close_function_t(void *cookie);
typedef struct {
    cookie_read_function_t *read;
    cookie_write_function_t *write;
    cookie_seek_function_t *seek;
    cookie_close_function_t *close;
} cookie_io_functions_t;

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);
int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);
int fgetc_unlocked(FILE *stream);
int fputc_unlocked(int c, FILE *stream);
int fputs_unlocked(const char *text, FILE *stream);
size_t fread_unlocked(void *items, size_t size, size_t count, FILE *stream);
size_t fwrite_unlocked(const void *items, size_t size, size_t count, FILE *stream);
int fflush_unlocked(FILE *stream);
int feof_unlocked(FILE *stream);
int ferror_unlocked(FILE *stream);
void clearerr_unlocked(FILE *stream);
int fileno_unlocked(FILE *stream);
char *fgets_unlocked(char *line, int size, FILE *stream);
struct obstack;
int obstack_printf(struct obstack *stack, const char *format, ...);
int obstack_vprintf(struct obstack *stack, const char *format, va_list arguments);

#endif

#endif
