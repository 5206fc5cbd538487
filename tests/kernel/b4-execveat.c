/* execveat: by a descriptor, by a path from one, scripts, links; what the program is told; and what is refused. */
#include "check.h"
#include <sys/syscall.h>

enum { EMPTY = 0x1000, NOFOLLOW = 0x100 };

static char *words[] = { "first", "second", NULL }, *none[] = { NULL };

static int fd, flags;
static const char *path;

static void run(void)
{
    syscall(SYS_execveat, fd, path, words, none, flags);
    _exit(errno);
}

static int by(int from, const char *name, int how)
{
    fd = from;
    path = name;
    flags = how;
    return ending_of(run);
}

int main(int argc, char **argv)
{
    char name[256], exe[256];
    ssize_t size;
    int self, folder, script;

    if (argc > 1) {                                   /* what was run */
        int in = open("/proc/self/comm", O_RDONLY);

        size = readlink("/proc/self/exe", exe, sizeof exe - 1);
        exe[size < 0 ? 0 : size] = 0;
        size = read(in, name, sizeof name);
        HOLDS(strlen(exe) > 8 && strcmp(exe + strlen(exe) - 8, "/program") == 0);
        HOLDS(strcmp(argv[0], "first") == 0 && strcmp(argv[1], "second") == 0);
        HOLDS(size > 1);
        fflush(stdout);
        return 42;
    }
    size = readlink("/proc/self/exe", name, sizeof name - 1);
    name[size < 0 ? 0 : size] = 0;
    self = open(name, O_RDONLY);
    HOLDS(self >= 0);
    {
        static char block[65536];
        int copy = open("program", O_WRONLY | O_CREAT | O_TRUNC, 0755);

        while ((size = read(self, block, sizeof block)) > 0)
            GIVES(size, write(copy, block, size));
        close(copy);
    }
    close(self);
    self = open("program", O_RDONLY | O_CLOEXEC);
    folder = open(".", O_RDONLY);
    mkdir("sub", 0755);
    symlink("program", "link");
    make_file("plain", "x");

    GIVES(42, by(self, "", EMPTY));
    GIVES(42, by(folder, "program", 0));
    GIVES(42, by(AT_FDCWD, "program", 0));
    GIVES(42, by(folder, "link", 0));
    close(self);
    self = open("program", O_PATH);
    GIVES(42, by(self, "", EMPTY));
    GIVES(ENOENT, by(self, "", 0));
    GIVES(ELOOP, by(folder, "link", NOFOLLOW));
    GIVES(42, by(folder, "program", NOFOLLOW));
    GIVES(EINVAL, by(self, "", EMPTY | 1));
    GIVES(EBADF, by(99, "program", 0));
    GIVES(EBADF, by(99, "", EMPTY));
    GIVES(ENOTDIR, by(self, "program", 0));
    GIVES(ENOENT, by(folder, "nothing", 0));
    GIVES(EACCES, by(folder, "plain", 0));
    GIVES(EACCES, by(folder, "", EMPTY));
    GIVES(EFAULT, by(folder, BAD_ADDRESS, 0));
    /* A script is read by its descriptor, which must be there still. */
    make_file("script", "#!program argument\n");
    chmod("script", 0755);
    script = open("script", O_RDONLY);
    words[1] = "no";
    GIVES(ENOENT, (fcntl(script, F_SETFD, FD_CLOEXEC), by(script, "", EMPTY)));
    return finish();
}
