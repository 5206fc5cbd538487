/* execve: what goes along and what does not, and what cannot be run. */
#include "check.h"

static char **own_arguments;

static void run(const char *path, const char *const *arguments, const char *const *environment)
{
    execve(path, (char *const *)arguments, (char *const *)environment);
    _exit(errno);
}

static void run_again(void)
{
    static const char *const arguments[] = { "a name", "again", "second argument", "", NULL };
    static const char *const environment[] = { "ONLY=this", NULL };

    signal(SIGUSR1, SIG_IGN);
    run(own_arguments[0], arguments, environment);
}

static void run_without_arguments(void)
{
    static const char *const arguments[] = { "x", "fine", NULL };

    run(own_arguments[0], arguments, NULL);
}

/* In the new program. */
static int again(int argc, char **argv, char **envp)
{
    struct stat status;

    HOLDS(strcmp(argv[0], "a name") == 0);
    HOLDS(argc == 4 && strcmp(argv[2], "second argument") == 0 && strcmp(argv[3], "") == 0);
    HOLDS(envp[0] && strcmp(envp[0], "ONLY=this") == 0 && !envp[1]);
    /* 40 was open, 41 open and to be closed. */
    HOLDS(fstat(40, &status) == 0 && status.st_size == 4);
    FAILS(EBADF, fstat(41, &status));
    /* What was ignored still is. */
    raise(SIGUSR1);
    kill(getpid(), SIGUSR1);
    fflush(stdout);
    return 55;
}

static void copy_program(const char *to, long size, int mode)
{
    static char bytes[1 << 20];
    int from = open(own_arguments[0], O_RDONLY), fd;
    ssize_t length = read(from, bytes, sizeof bytes);

    unlink(to);
    fd = open(to, O_WRONLY | O_CREAT, mode);
    write(fd, bytes, (size_t)(size < 0 ? length : size));
    close(fd);
    close(from);
}

static void change(const char *path, long offset, const void *bytes, size_t size)
{
    int fd = open(path, O_WRONLY);

    pwrite(fd, bytes, size, offset);
    close(fd);
}

static void files_that_are_none(void)
{
    static char *const arguments[] = { "x", NULL };
    static char *const none[] = { NULL };

    FAILS(ENOENT, execve("absent", arguments, none));
    FAILS(ENOENT, execve("", arguments, none));
    FAILS(EACCES, execve(".", arguments, none));
    FAILS(EFAULT, execve(BAD_ADDRESS, arguments, none));
    FAILS(EFAULT, execve(own_arguments[0], (char *const *)BAD_ADDRESS, none));
    FAILS(EFAULT, execve(own_arguments[0], (char *const *)&(char *const){ BAD_ADDRESS }, none));
    make_file("text", "no program");
    FAILS(EACCES, execve("text", arguments, none));
    FAILS(ENOTDIR, execve("text/x", arguments, none));
    chmod("text", 0755);
    FAILS(ENOEXEC, execve("text", arguments, none));
    make_file("empty", "");
    chmod("empty", 0755);
    FAILS(ENOEXEC, execve("empty", arguments, none));
    copy_program("cut", 40, 0755);
    FAILS(ENOEXEC, execve("cut", arguments, none));
    copy_program("cut", 64, 0755);
    HOLDS(execve("cut", arguments, none) == -1);
    /* For another machine. */
    copy_program("other", -1, 0755);
    change("other", 18, "\x08\x00", 2);
    FAILS(ENOEXEC, execve("other", arguments, none));
    /* 32 bits, or a relocatable file. */
    copy_program("other", -1, 0755);
    change("other", 16, "\x01\x00", 2);
    FAILS(ENOEXEC, execve("other", arguments, none));
    /* Program headers somewhere, too many, or of a strange size. */
    copy_program("headers", -1, 0755);
    change("headers", 32, "\xff\xff\xff\xff\xff\xff\xff\x7f", 8);
    HOLDS(execve("headers", arguments, none) == -1);
    copy_program("headers", -1, 0755);
    change("headers", 54, "\x07\x00", 2);
    FAILS(ENOEXEC, execve("headers", arguments, none));
}

/* 8 MiB of arguments are too much. */
static void too_much(void)
{
    static char word[100001];
    static char *words[1000];
    static char *const none[] = { NULL };

    memset(word, 'w', 100000);
    for (int k = 0; k < 900; k++)
        words[k] = word;
    FAILS(E2BIG, execve(own_arguments[0], words, none));
}

int main(int argc, char **argv, char **envp)
{
    own_arguments = argv;
    if (argc > 1 && strcmp(argv[1], "again") == 0)
        return again(argc, argv, envp);
    if (argc > 1 && strcmp(argv[1], "fine") == 0)
        return envp[0] ? 1 : 66;
    make_file("file", "1234");
    dup2(open("file", O_RDONLY), 40);
    dup3(40, 41, O_CLOEXEC);
    HOLDS(ending_of(run_again) == 55);
    HOLDS(ending_of(run_without_arguments) == 66);
    files_that_are_none();
    too_much();
    return finish();
}
