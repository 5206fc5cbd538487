/* What real programs found missing: what error() and warnx() call the program can be set; fchmodat leaves what a link points to
   alone when it is told to; signals 32 and 33 are nobody's; strcasestr looks for a part that is longer than the text; obstack_vprintf. */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <signal.h>
#include <obstack.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

static int grow(struct obstack *stack, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = obstack_vprintf(stack, format, arguments);
    va_end(arguments);
    return length;
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/program-name-XXXXXX";
    struct stat status;
    struct sigaction action;
    struct obstack stack;
    int length;

    printf("%d\n", strcmp(program_invocation_name, argv[0]));
    printf("%d %d\n", strchr(program_invocation_short_name, '/') != NULL, argc);
    dup2(1, 2);
    program_invocation_name = "tool (child)";
    program_invocation_short_name = "child";
    fflush(stdout);
    error(0, ENOENT, "cannot open %s", "it");
    warnx("short");

    if (!mkdtemp(folder) || chdir(folder) < 0) return 1;
    close(open("file", O_CREAT | O_WRONLY, 0600));
    symlink("file", "link");
    symlink("nowhere", "broken");
    printf("%d %d\n", fchmodat(AT_FDCWD, "link", 0640, AT_SYMLINK_NOFOLLOW), errno == EOPNOTSUPP);
    printf("%d %d\n", fchmodat(AT_FDCWD, "broken", 0640, AT_SYMLINK_NOFOLLOW), errno == EOPNOTSUPP);
    stat("file", &status);
    printf("%o\n", (unsigned)status.st_mode & 0777);
    printf("%d\n", fchmodat(AT_FDCWD, "link", 0644, 0));
    printf("%d\n", fchmodat(AT_FDCWD, "file", 0444, AT_SYMLINK_NOFOLLOW));
    stat("file", &status);
    printf("%o\n", (unsigned)status.st_mode & 0777);
    printf("%d %d\n", fchmodat(AT_FDCWD, "file", 0, 0x40000000), errno == EINVAL);

    printf("%d %d\n", sigaction(32, NULL, &action), sigaction(33, NULL, &action));
    printf("%d %d\n", sigaction(31, NULL, &action), sigaction(SIGRTMIN, NULL, &action));
    printf("%d %d\n", strcasestr("abc", "ABCD") == NULL, strcasestr("xabc", "ABC") != NULL);
    obstack_init(&stack);
    length = obstack_printf(&stack, "%d-", 12);
    length += grow(&stack, "%s%03d", "x", 7);
    obstack_1grow(&stack, 0);
    printf("%d %s\n", length, (char *)obstack_finish(&stack));
    unlink("link");
    unlink("broken");
    unlink("file");
    chdir("/");
    return rmdir(folder) != 0;
}
