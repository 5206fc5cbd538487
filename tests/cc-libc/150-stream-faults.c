/* Streams and what went wrong before: an error of earlier calls, signals, full pipes, bytes read ahead from a pipe. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static void on_alarm(int number)
{
    (void)number;
}

/* In half a second, and again if the call had not begun yet. */
static void set_alarm(int on)
{
    struct itimerval time = { { 0, 500000 }, { 0, 500000 } };

    if (!on)
        memset(&time, 0, sizeof time);
    setitimer(ITIMER_REAL, &time, NULL);
}

static void show_signals(void)
{
    struct sigaction action;
    int ends[2], c;
    FILE *in;

    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm;
    sigaction(SIGALRM, &action, NULL);
    if (pipe(ends) != 0)
        return;
    in = fdopen(ends[0], "r");
    set_alarm(1);
    errno = 0;
    c = getc(in);
    set_alarm(0);
    printf("%d %d %d %d\n", c, errno == EINTR, ferror(in) != 0, feof(in) != 0);
    clearerr(in);
    write(ends[1], "x", 1);
    printf("%c\n", getc(in));
    fclose(in);
    close(ends[1]);
}

static void show_full_pipe(void)
{
    static char block[100000], got[200000];
    size_t written, total, i;
    ssize_t size;
    int ends[2];
    FILE *out;

    for (i = 0; i < sizeof block; i++)
        block[i] = (char)(i % 251);
    if (pipe2(ends, O_NONBLOCK) != 0)
        return;
    out = fdopen(ends[1], "w");
    errno = 0;
    written = fwrite(block, 1, sizeof block, out);
    printf("%d %d %d\n", written > 0 && written < sizeof block, errno == EAGAIN, ferror(out) != 0);
    for (total = 0; (size = read(ends[0], got + total, sizeof got - total)) > 0;)
        total += (size_t)size;
    clearerr(out);
    written += fwrite(block + written, 1, sizeof block - written, out);
    printf("%d %d\n", written == sizeof block, fflush(out));
    for (; (size = read(ends[0], got + total, sizeof got - total)) > 0;)
        total += (size_t)size;
    printf("%d %d\n", total == sizeof block, memcmp(block, got, sizeof block));

    /* A flush that fails is the end of what it could not write. */
    while (write(ends[1], block, 4096) > 0)
        ;
    while (write(ends[1], "f", 1) > 0)
        ;
    fputs("lost", out);
    printf("%d", fflush(out));
    while (read(ends[0], got, sizeof got) > 0)
        ;
    clearerr(out);
    printf(" %d", fflush(out));
    size = read(ends[0], got, sizeof got);
    printf(" %d\n", (int)size);
    fclose(out);
    close(ends[0]);
}

static void show_read_ahead(void)
{
    char line[32];
    int ends[2];
    FILE *in;

    if (pipe(ends) != 0)
        return;
    write(ends[1], "one\ntwo\nthree\n", 14);
    close(ends[1]);
    in = fdopen(ends[0], "r");
    fgets(line, sizeof line, in);
    printf("%d", fflush(in));
    fgets(line, sizeof line, in);
    printf(" %s", line);
    fgets(line, sizeof line, in);
    printf("%s", line);
    fclose(in);
}

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    show_signals();
    show_full_pipe();
    show_read_ahead();
    return 0;
}
