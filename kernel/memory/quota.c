/*
 * What unprivileged users may take. Two mechanisms: each user may hold half of the memory in what outlives a process or is not
 * counted with its memory (files with their names and links, open files, locks); and whatever they ask for, the last
 * pages are not for them: page_allocate keeps them for root, who can end programs and remove files with them.
 */
#include "base.h"
#include "memory.h"
#include "process.h"

struct account {
    struct account *next;
    u32 user;
    u64 held;                         /* bytes */
};

static struct account *accounts;

static struct account **find(u32 user)
{
    struct account **at;

    for (at = &accounts; *at && (*at)->user != user; at = &(*at)->next)
        ;
    return at;
}

static int is_unprivileged(void)
{
    return current && !may(CAP_SYS_RESOURCE);
}

u64 quota_reserve(void)
{
    return is_unprivileged() ? pages_total / 16 : 0;
}

/* What is kept has the lower limit, so that there is room to open and remove it. */
static u64 limit_of(enum quota_kind kind)
{
    return (pages_total / 2 + (kind == QUOTA_OPEN ? pages_total / 16 : 0)) * PAGE_SIZE;
}

/* An account is there as long as something is on it. It is a small object of the kernel's own: it may fail, too. */
int quota_take(u32 user, u64 bytes, enum quota_kind kind)
{
    struct account **at = find(user);

    if (user == 0 || bytes == 0) return 0;
    if (!*at) {
        *at = allocate(sizeof **at);
        if (!*at) return -ENOSPC;
        (*at)->user = user;
    }
    if (is_unprivileged() && (*at)->held + bytes > limit_of(kind)) return -EDQUOT;
    (*at)->held += bytes;
    return 0;
}

void quota_return(u32 user, u64 bytes)
{
    struct account **at = find(user), *empty = *at;

    if (user == 0 || bytes == 0) return;
    if (!empty || empty->held < bytes) panic("user %u gives back what was not charged", user);
    empty->held -= bytes;
    if (empty->held > 0) return;
    *at = empty->next;
    release(empty);
}

/* A thread more? RLIMIT_NPROC counts those of all processes of a user. Some places in the tables are root's. */
int quota_thread(void)
{
    u64 own = 0;
    int slot, all = 0;

    if (!is_unprivileged()) return 1;
    for (slot = 0; slot < threads_end; slot++) {
        if (!threads[slot]) continue;
        all++;
        own += threads[slot]->process->who.user == current->who.user;
    }
    return own < current->limits[RLIMIT_NPROC] && all < THREADS - KEPT_PLACES;
}

int quota_process(void)
{
    int slot, all = 0;

    for (slot = 0; slot < processes_end; slot++) all += processes[slot] != NULL;
    return !is_unprivileged() || all < PROCESSES - KEPT_PLACES;
}
