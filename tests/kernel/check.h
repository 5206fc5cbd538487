/* What the fixtures of this suite share: each says what does not hold, and at the end that it came there. */
#ifndef CHECK_H
#define CHECK_H

/* Where headers hide what is Linux's own. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Must be true. */
#define HOLDS(condition) ((condition) ? (void)0 : (void)printf("line %d: %s does not hold (errno: %s)\n", __LINE__, #condition, strerror(errno)))

/* Must give -1 and this error. */
#define FAILS(error, call) \
    do { \
        long answer_; \
        errno = 0; \
        answer_ = (long)(call); \
        if (answer_ != -1 || errno != (error)) \
            printf("line %d: %s gives %ld and %s, not %s\n", __LINE__, #call, answer_, strerror(errno), strerror(error)); \
    } while (0)

/* Must give this number. */
#define GIVES(expected, call) \
    do { \
        long wanted_ = (long)(expected), answer_; \
        errno = 0; \
        answer_ = (long)(call); \
        if (answer_ != wanted_) \
            printf("line %d: %s gives %ld (%s), not %ld\n", __LINE__, #call, answer_, strerror(errno), wanted_); \
    } while (0)

/* No address of a program: not mapped, and nearly at the end of what there can be. */
#define BAD_ADDRESS ((char *)0x10)
#define KERNEL_ADDRESS ((char *)0xffffff8000100000)

static inline int finish(void)
{
    printf("done\n");
    return 0;
}

/* A new file with this text. */
static inline void make_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

    HOLDS(fd >= 0);
    GIVES(strlen(text), write(fd, text, strlen(text)));
    close(fd);
}

/* What a file holds, up to 255 characters. */
static inline const char *text_of(const char *path)
{
    static char text[256];
    int fd = open(path, O_RDONLY);
    ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

    if (fd >= 0)
        close(fd);
    text[size < 0 ? 0 : size] = 0;
    return text;
}

/* How a child that does this ends: its status, or 128 + the signal. */
static inline int ending_of(void (*action)(void))
{
    int status;
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        action();
        fflush(stdout);
        _exit(0);
    }
    HOLDS(child > 0 && waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

#endif
