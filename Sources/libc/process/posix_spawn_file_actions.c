#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/spawn.h"

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)
{
    actions->__first = actions->__last = NULL;
    return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions)
{
    while (actions->__first) {
        struct __spawn_action *next = actions->__first->next;
        free(actions->__first);
        actions->__first = next;
    }
    actions->__last = NULL;
    return 0;
}

static struct __spawn_action *add_spawn_action(posix_spawn_file_actions_t *actions, int kind, int fd, const char *path)
{
    struct __spawn_action *action = malloc(sizeof *action + strlen(path));

    if (!action) return NULL;
    action->next = NULL;
    action->kind = kind;
    action->fd = fd;
    strcpy(action->path, path);
    if (actions->__last) actions->__last->next = action;
    else actions->__first = action;
    actions->__last = action;
    return action;
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int fd, const char *path, int flags, mode_t mode)
{
    struct __spawn_action *action;

    if (fd < 0) return EBADF;
    action = add_spawn_action(actions, SPAWN_OPEN, fd, path);
    if (!action) return ENOMEM;
    action->flags = flags;
    action->mode = mode;
    return 0;
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *actions, int fd)
{
    if (fd < 0) return EBADF;
    return add_spawn_action(actions, SPAWN_CLOSE, fd, "") ? 0 : ENOMEM;
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int fd, int to)
{
    struct __spawn_action *action;

    if (fd < 0 || to < 0) return EBADF;
    action = add_spawn_action(actions, SPAWN_DUP, fd, "");
    if (!action) return ENOMEM;
    action->to = to;
    return 0;
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path)
{
    return add_spawn_action(actions, SPAWN_CHDIR, -1, path) ? 0 : ENOMEM;
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *actions, int fd)
{
    if (fd < 0) return EBADF;
    return add_spawn_action(actions, SPAWN_FCHDIR, fd, "") ? 0 : ENOMEM;
}
