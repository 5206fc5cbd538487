/* Who one is: users, groups, capabilities. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"

#define SAME 0xffffffff               /* an argument that changes nothing */

#define FILE_CAPABILITIES (CAPABILITY(CAP_CHOWN) | CAPABILITY(CAP_DAC_OVERRIDE) | CAPABILITY(CAP_DAC_READ_SEARCH) \
                           | CAPABILITY(CAP_FOWNER) | CAPABILITY(CAP_FSETID) | CAPABILITY(CAP_LINUX_IMMUTABLE) \
                           | CAPABILITY(CAP_MKNOD) | CAPABILITY(CAP_MAC_OVERRIDE))

s64 call_getuid(u64 *a)
{
    (void)a;
    return current->who.user;
}

s64 call_geteuid(u64 *a)
{
    (void)a;
    return current->who.effective_user;
}

s64 call_getgid(u64 *a)
{
    (void)a;
    return current->who.group;
}

s64 call_getegid(u64 *a)
{
    (void)a;
    return current->who.effective_group;
}

static s64 put_three(u64 *a, u32 real, u32 effective, u32 saved)
{
    return copy_out(a[0], &real, 4) < 0 || copy_out(a[1], &effective, 4) < 0 || copy_out(a[2], &saved, 4) < 0 ? -EFAULT : 0;
}

s64 call_getresuid(u64 *a)
{
    return put_three(a, current->who.user, current->who.effective_user, current->who.saved_user);
}

s64 call_getresgid(u64 *a)
{
    return put_three(a, current->who.group, current->who.effective_group, current->who.saved_group);
}

/* ---- What the calls of two and of three ids allow, which is the same for users and groups ---- */

struct ids {
    u32 real, effective, saved;
};

static struct ids user_ids(void)
{
    struct credentials *c = &current->who;
    struct ids ids = { c->user, c->effective_user, c->saved_user };

    return ids;
}

static struct ids group_ids(void)
{
    struct credentials *c = &current->who;
    struct ids ids = { c->group, c->effective_group, c->saved_group };

    return ids;
}

static int is_one_of(struct ids *ids, u32 id)
{
    return id == ids->real || id == ids->effective || id == ids->saved;
}

static u32 unless_same(u32 argument, u32 id)
{
    return argument == SAME ? id : argument;
}

/*
 * The ids from a real and an effective one that are wanted; 0 if that is not allowed. The saved one follows when a real one
 * is given, or an effective one that is not the real one.
 */
static int choose_two(struct ids *ids, u64 *wanted, int may_all)
{
    u32 real = unless_same(wanted[0], ids->real), effective = unless_same(wanted[1], ids->effective);

    if (!may_all && ((real != ids->real && real != ids->effective) || !is_one_of(ids, effective))) return 0;
    if ((u32)wanted[0] != SAME || ((u32)wanted[1] != SAME && effective != ids->real)) ids->saved = effective;
    ids->real = real;
    ids->effective = effective;
    return 1;
}

static int choose_three(struct ids *ids, u64 *wanted, int may_all)
{
    struct ids new = { unless_same(wanted[0], ids->real), unless_same(wanted[1], ids->effective), unless_same(wanted[2], ids->saved) };

    if (!may_all && !(is_one_of(ids, new.real) && is_one_of(ids, new.effective) && is_one_of(ids, new.saved))) return 0;
    *ids = new;
    return 1;
}

/* ---- Changes of the user: what is real, effective and saved then. Capabilities follow root's comings and goings. ---- */

static int has_root(struct credentials *c)
{
    return c->user == 0 || c->effective_user == 0 || c->saved_user == 0;
}

static s64 become(u32 real, u32 effective, u32 saved)
{
    struct credentials *c = &current->who;
    u32 before = c->effective_user;
    int had_root = has_root(c);

    if (effective != before) c->dumpable = 0;
    c->user = real;
    c->effective_user = c->file_user = effective;
    c->saved_user = saved;
    if (c->secure_bits & SECURE_NO_FIXUP) return 0;
    if (had_root && !has_root(c) && !(c->secure_bits & SECURE_KEEP_CAPS)) c->permitted = c->effective = 0;
    if (before == 0 && effective != 0) c->effective = 0;
    if (before != 0 && effective == 0) c->effective = c->permitted;
    return 0;
}

s64 call_setuid(u64 *a)
{
    struct credentials *c = &current->who;
    u32 user = a[0];

    if (user == SAME) return -EINVAL;
    if (may(CAP_SETUID)) return become(user, user, user);
    return user == c->user || user == c->saved_user ? become(c->user, user, c->saved_user) : -EPERM;
}

s64 call_setreuid(u64 *a)
{
    struct ids ids = user_ids();

    return choose_two(&ids, a, may(CAP_SETUID)) ? become(ids.real, ids.effective, ids.saved) : -EPERM;
}

s64 call_setresuid(u64 *a)
{
    struct ids ids = user_ids();

    return choose_three(&ids, a, may(CAP_SETUID)) ? become(ids.real, ids.effective, ids.saved) : -EPERM;
}

/* The result is the old one, whether it changed or not. */
s64 call_setfsuid(u64 *a)
{
    struct credentials *c = &current->who;
    struct ids ids = user_ids();
    u32 old = c->file_user, new = a[0];

    if (new == old || new == SAME || !(may(CAP_SETUID) || is_one_of(&ids, new))) return old;
    c->file_user = new;
    c->dumpable = 0;
    if (c->secure_bits & SECURE_NO_FIXUP) return old;
    if (old == 0) c->effective &= ~FILE_CAPABILITIES;
    if (new == 0) c->effective |= c->permitted & FILE_CAPABILITIES;
    return old;
}

/* ---- Groups: the same without capabilities ---- */

static s64 become_group(u32 real, u32 effective, u32 saved)
{
    struct credentials *c = &current->who;

    if (effective != c->effective_group) c->dumpable = 0;
    c->group = real;
    c->effective_group = c->file_group = effective;
    c->saved_group = saved;
    return 0;
}

s64 call_setgid(u64 *a)
{
    struct credentials *c = &current->who;
    u32 group = a[0];

    if (group == SAME) return -EINVAL;
    if (may(CAP_SETGID)) return become_group(group, group, group);
    return group == c->group || group == c->saved_group ? become_group(c->group, group, c->saved_group) : -EPERM;
}

s64 call_setregid(u64 *a)
{
    struct ids ids = group_ids();

    return choose_two(&ids, a, may(CAP_SETGID)) ? become_group(ids.real, ids.effective, ids.saved) : -EPERM;
}

s64 call_setresgid(u64 *a)
{
    struct ids ids = group_ids();

    return choose_three(&ids, a, may(CAP_SETGID)) ? become_group(ids.real, ids.effective, ids.saved) : -EPERM;
}

s64 call_setfsgid(u64 *a)
{
    struct credentials *c = &current->who;
    struct ids ids = group_ids();
    u32 old = c->file_group, new = a[0];

    if (new == SAME || !(may(CAP_SETGID) || is_one_of(&ids, new) || new == old)) return old;
    if (new != old) c->dumpable = 0;
    c->file_group = new;
    return old;
}

s64 call_getgroups(u64 *a)
{
    struct credentials *c = &current->who;

    if ((int)a[0] < 0 || ((int)a[0] > 0 && (int)a[0] < c->group_count)) return -EINVAL;
    if ((int)a[0] > 0 && copy_out(a[1], c->groups, c->group_count * 4) < 0) return -EFAULT;
    return c->group_count;
}

s64 call_setgroups(u64 *a)
{
    struct credentials *c = &current->who;
    u32 groups[GROUPS_MAX];

    if (!may(CAP_SETGID)) return -EPERM;
    if ((u32)a[0] > GROUPS_MAX) return -EINVAL;
    if (copy_in(groups, a[1], (u32)a[0] * 4) < 0) return -EFAULT;
    copy_bytes(c->groups, groups, sizeof groups);
    c->group_count = a[0];
    return 0;
}

/* ---- Capabilities: no process has inheritable ones, so none come through an exec but root's ---- */

enum { CAPABILITIES_1 = 0x19980330, CAPABILITIES_2 = 0x20071026, CAPABILITIES_3 = 0x20080522 };

struct capability_words {
    u32 effective, permitted, inheritable;
};

/* How many structures of 32 capabilities; an unknown version gets the newest one and -EINVAL. */
static s64 read_header(u64 user, u32 header[2], u64 data, int *count)
{
    u32 newest = CAPABILITIES_3;

    if (copy_in(header, user, 8) < 0) return -EFAULT;
    *count = header[0] == CAPABILITIES_1 ? 1 : 2;
    if (header[0] == CAPABILITIES_1 || header[0] == CAPABILITIES_2 || header[0] == CAPABILITIES_3) return (int)header[1] < 0 ? -EINVAL : 0;
    if (copy_out(user, &newest, 4) < 0) return -EFAULT;
    return data ? -EINVAL : 0;
}

s64 call_capget(u64 *a)
{
    struct capability_words words[2];
    struct process *p;
    u32 header[2];
    int count, i;
    s64 error = read_header(a[0], header, a[1], &count);

    if (error || !a[1]) return error;
    p = header[1] ? process_find(header[1]) : current;
    if (!p) return -ESRCH;
    for (i = 0; i < 2; i++) {
        words[i].effective = p->who.effective >> 32 * i;
        words[i].permitted = p->who.permitted >> 32 * i;
        words[i].inheritable = 0;
    }
    return copy_out(a[1], words, count * sizeof words[0]);
}

s64 call_capset(u64 *a)
{
    struct credentials *c = &current->who;
    struct capability_words words[2];
    u64 effective, permitted;
    u32 header[2];
    int count;
    s64 error = read_header(a[0], header, 1, &count);

    if (error) return error;
    if (header[1] && (int)header[1] != current->id) return -EPERM;
    clear_bytes(words, sizeof words);
    if (copy_in(words, a[1], count * sizeof words[0]) < 0) return -EFAULT;
    effective = (words[0].effective | (u64)words[1].effective << 32) & ALL_CAPABILITIES;
    permitted = (words[0].permitted | (u64)words[1].permitted << 32) & ALL_CAPABILITIES;
    if (permitted & ~c->permitted || effective & ~permitted || words[0].inheritable || words[1].inheritable) return -EPERM;
    if (permitted != c->permitted) c->dumpable = 0;
    c->permitted = permitted;
    c->effective = effective;
    return 0;
}
