/* Real, effective and saved users and groups: who may become whom. */
#include "check.h"
#include <grp.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>

static int is(uid_t real, uid_t effective, uid_t saved)
{
    uid_t r, e, s;

    return getresuid(&r, &e, &s) == 0 && r == real && e == effective && s == saved && getuid() == real && geteuid() == effective;
}

static int is_group(gid_t real, gid_t effective, gid_t saved)
{
    gid_t r, e, s;

    return getresgid(&r, &e, &s) == 0 && r == real && e == effective && s == saved && getgid() == real && getegid() == effective;
}

static void for_good(void)
{
    GIVES(0, setgid(100));
    HOLDS(is_group(100, 100, 100));
    GIVES(0, setuid(1000));
    HOLDS(is(1000, 1000, 1000));
    FAILS(EPERM, setuid(0));
    FAILS(EPERM, seteuid(0));
    FAILS(EPERM, setreuid(0, -1));
    FAILS(EPERM, setresuid(-1, -1, 1001));
    FAILS(EPERM, setgid(0));
    FAILS(EPERM, setresgid(-1, 5, -1));
    GIVES(0, setresuid(-1, -1, -1));
    GIVES(0, setuid(1000));
    FAILS(EPERM, setgroups(0, NULL));
}

static void and_back(void)
{
    GIVES(0, seteuid(1000));
    HOLDS(is(0, 1000, 0));
    FAILS(EPERM, setresuid(1001, -1, -1));
    FAILS(EPERM, setgroups(0, NULL));
    GIVES(0, seteuid(0));
    HOLDS(is(0, 0, 0));
    GIVES(0, setgroups(0, NULL));
    GIVES(0, setresuid(1000, 1001, 1002));
    HOLDS(is(1000, 1001, 1002));
    GIVES(0, setresuid(1001, 1002, 1000));
    HOLDS(is(1001, 1002, 1000));
    /* Without a capability setuid changes the effective user alone, and not to itself. */
    FAILS(EPERM, setuid(1002));
    GIVES(0, setuid(1001));
    HOLDS(is(1001, 1001, 1000));
    GIVES(0, setreuid(-1, 1000));
    HOLDS(is(1001, 1000, 1000));
    GIVES(0, setreuid(1000, 1001));
    HOLDS(is(1000, 1001, 1001));
    FAILS(EPERM, setreuid(7, -1));
}

static void for_files(void)
{
    GIVES(0, setfsuid(1000));
    GIVES(1000, setfsuid(-1));
    make_file("as-1000", "");
    FAILS(EACCES, open("roots", O_WRONLY));
    /* The user for files follows the effective one. */
    GIVES(0, setresuid(-1, 0, -1));
    GIVES(0, setfsuid(-1));
    GIVES(0, setfsgid(100));
    GIVES(100, setfsgid(0));
    GIVES(0, setuid(1000));
    GIVES(1000, setfsuid(0));
    GIVES(1000, setfsuid(-1));
}

static void in_groups(void)
{
    gid_t groups[4] = { 20, 30, 40, 50 }, seen[4];

    GIVES(0, setgroups(3, groups));
    GIVES(3, getgroups(0, NULL));
    GIVES(3, getgroups(4, seen));
    HOLDS(seen[0] == 20 && seen[1] == 30 && seen[2] == 40);
    FAILS(EINVAL, getgroups(2, seen));
    FAILS(EINVAL, getgroups(-1, seen));
    FAILS(EFAULT, syscall(SYS_getgroups, 4, BAD_ADDRESS));
    FAILS(EFAULT, syscall(SYS_setgroups, 2, BAD_ADDRESS));
    FAILS(EINVAL, syscall(SYS_setgroups, 70000, groups));
    GIVES(0, setuid(1000));
    GIVES(3, getgroups(4, seen));
}

static void invalid(void)
{
    FAILS(EINVAL, setuid(-1));
    FAILS(EINVAL, setgid(-1));
    FAILS(EFAULT, syscall(SYS_getresuid, BAD_ADDRESS, BAD_ADDRESS, BAD_ADDRESS));
}

/* The capabilities, which follow root. */
static unsigned long effective(void)
{
    unsigned header[2] = { 0x20080522, 0 }, words[6];

    GIVES(0, syscall(SYS_capget, header, words));
    return words[0];
}

static void capabilities(void)
{
    unsigned header[2] = { 0x20080522, 0 }, words[6], old[2] = { 1, 0 };

    HOLDS(effective() & 1 << 7);
    FAILS(EINVAL, syscall(SYS_capget, old, words));
    HOLDS(old[0] == 0x20080522);
    GIVES(0, seteuid(1000));
    HOLDS(effective() == 0);
    GIVES(0, seteuid(0));
    HOLDS(effective() & 1 << 7);
    GIVES(0, syscall(SYS_capget, header, words));
    /* Without this one (SETUID) root is bound too. */
    words[0] &= ~(1u << 7);
    GIVES(0, syscall(SYS_capset, header, words));
    FAILS(EPERM, setuid(1000));
    words[0] |= 1u << 7;
    GIVES(0, syscall(SYS_capset, header, words));
    words[0] &= ~(1u << 7);
    words[1] &= ~(1u << 7);
    GIVES(0, syscall(SYS_capset, header, words));
    words[1] |= 1u << 7;
    FAILS(EPERM, syscall(SYS_capset, header, words));
}

static void kept_capabilities(void)
{
    GIVES(0, prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
    GIVES(0, setuid(1000));
    HOLDS(effective() == 0);
    GIVES(1, prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_SET_KEEPCAPS, 2, 0, 0, 0));
}

int main(void)
{
    umask(022);
    make_file("roots", "");
    GIVES(0, chmod(".", 0777));
    GIVES(0, ending_of(for_good));
    GIVES(0, ending_of(and_back));
    GIVES(0, ending_of(for_files));
    GIVES(0, ending_of(in_groups));
    GIVES(0, ending_of(invalid));
    GIVES(0, ending_of(capabilities));
    GIVES(0, ending_of(kept_capabilities));
    HOLDS(is(0, 0, 0));
    return finish();
}
