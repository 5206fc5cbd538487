/* A program may have functions under all names that ISO C does not know. The library does not call them, and they do not
   collide with its own, whatever members of the library the program needs besides. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MINE(name) int name(void) { return ++calls; }

static int calls;

MINE(access)
MINE(asprintf)
MINE(vasprintf)
MINE(close)
MINE(closedir)
MINE(dup2)
MINE(error)
MINE(execv)
MINE(execve)
MINE(fcntl)
MINE(fileno)
MINE(fork)
MINE(fstat)
MINE(fstatat)
MINE(getcwd)
MINE(getdelim)
MINE(getline)
MINE(getpid)
MINE(isatty)
MINE(localtime_r)
MINE(lstat)
MINE(open)
MINE(opendir)
MINE(pipe)
MINE(pipe2)
MINE(read)
MINE(readdir)
MINE(readlink)
MINE(sigaction)
MINE(sigprocmask)
MINE(stat)
MINE(strcasecmp)
MINE(strdup)
MINE(strlcpy)
MINE(strncasecmp)
MINE(strndup)
MINE(strnlen)
MINE(strsignal)
MINE(sysconf)
MINE(unlink)
MINE(vfork)
MINE(wait)
MINE(waitpid)
MINE(write)
MINE(tzset)

/* Declared here, since the header that declares it has the names above. */
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
extern int printf(const char *format, ...);
char *realpath(const char *path, char *resolved);
FILE *fmemopen(void *bytes, size_t size, const char *mode);
struct dirent;
int scandir(const char *path, struct dirent ***entries, int (*wanted)(const struct dirent *), void *compare);

int main(void)
{
    char line[64] = "", *end;
    time_t now = 86400;
    FILE *stream = popen("echo from a shell", "r");
    struct dirent **entries;

    printf("%s", fgets(line, sizeof line, stream));
    printf("%d\n", pclose(stream));
    printf("%d\n", system("exit 3") >> 8);
    stream = tmpfile();
    fprintf(stream, "%d kept", 5);
    rewind(stream);
    printf("%s\n", fgets(line, sizeof line, stream));
    fclose(stream);
    stream = fmemopen(line, 3, "r");
    printf("%c\n", getc(stream));
    fclose(stream);
    printf("%d %d\n", realpath("/", line) == line, line[0]);
    printf("%d\n", scandir("/", &entries, NULL, NULL) > 0);
    printf("%d\n", localtime(&now)->tm_year);
    strftime(line, sizeof line, "%Y", gmtime(&now));
    printf("%s %d\n", line, (int)strtol("12", &end, 10));
    printf("%d calls\n", calls);
    printf("%d\n", getline() + fork() + stat() == 6);
    return 0;
}
