/* posix_spawn: files, groups and signals of the new program; errors of the call itself. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int result(pid_t pid)
{
    int status;

    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static void show(const char *path)
{
    char text[256] = "";
    int fd = open(path, O_RDONLY);

    if (fd < 0) printf("no %s\n", path);
    else printf("%.*s", (int)read(fd, text, sizeof text), text);
    close(fd);
}

int main(void)
{
    char *simple[] = { "sh", "-c", "exit 7", NULL };
    char *echo[] = { "sh", "-c", "read word; echo $word/$WORD; exit 5", NULL };
    char *die[] = { "sh", "-c", "kill -TERM $$; exit 4", NULL };
    char *environment[] = { "WORD=value", NULL };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t set;
    short flags;
    pid_t pid, group;
    int kept;

    printf("%d", posix_spawn(&pid, "/bin/sh", NULL, NULL, simple, environ));
    printf(" %d\n", result(pid));
    printf("%d", posix_spawnp(&pid, "sh", NULL, NULL, simple, environ));
    printf(" %d\n", result(pid));
    printf("%d\n", posix_spawn(&pid, "./nonesuch", NULL, NULL, simple, environ) == ENOENT);
    printf("%d\n", posix_spawnp(&pid, "nonesuch-program", NULL, NULL, simple, environ) == ENOENT);

    kept = open("input", O_CREAT | O_RDWR | O_TRUNC, 0600);
    write(kept, "in\n", 3);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "input", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 20, "output", O_CREAT | O_TRUNC | O_WRONLY, 0600);
    posix_spawn_file_actions_adddup2(&actions, 20, 1);
    posix_spawn_file_actions_addclose(&actions, 20);
    posix_spawn_file_actions_addclose(&actions, kept);
    printf("%d", posix_spawn(&pid, "/bin/sh", &actions, NULL, echo, environment));
    printf(" %d\n", result(pid));
    show("output");
    posix_spawn_file_actions_addopen(&actions, 5, "no/such/file", O_RDONLY, 0);
    printf("%d\n", posix_spawn(&pid, "/bin/sh", &actions, NULL, echo, environment) == ENOENT);
    posix_spawn_file_actions_destroy(&actions);
    printf("%d\n", posix_spawn_file_actions_addclose(&actions, -1) == EBADF);

    /* Stopped before it begins, so that its group can be looked at. */
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_getflags(&attributes, &flags);
    printf("%d", flags == POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_getpgroup(&attributes, &group);
    printf(" %d", (int)group);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "output", O_CREAT | O_TRUNC | O_WRONLY, 0600);
    printf(" %d", posix_spawn(&pid, "/bin/sh", &actions, &attributes, simple, environ));
    printf(" %d", getpgid(pid) == pid);
    printf(" %d\n", result(pid));
    signal(SIGTERM, SIG_IGN);
    printf("%d", posix_spawn(&pid, "/bin/sh", NULL, NULL, die, environ));
    printf(" %d\n", result(pid));
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    posix_spawnattr_setsigdefault(&attributes, &set);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    printf("%d", posix_spawn(&pid, "/bin/sh", NULL, &attributes, die, environ));
    printf(" %d\n", result(pid) == 1000 + SIGTERM);
    posix_spawnattr_setsigmask(&attributes, &set);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    printf("%d", posix_spawn(&pid, "/bin/sh", NULL, &attributes, die, environ));
    printf(" %d\n", result(pid));
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}
