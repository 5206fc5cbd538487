/* Programs with set-user-ID and set-group-ID bits: what exec makes of them, and when it does not. */
#include "check.h"
#include <grp.h>
#include <sys/auxv.h>
#include <sys/prctl.h>

static char buffer[1 << 16];

static void copy_program(const char *from, const char *to, int mode, uid_t user, gid_t group)
{
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT, 0755);
    ssize_t size;

    while ((size = read(in, buffer, sizeof buffer)) > 0)
        GIVES(size, write(out, buffer, (size_t)size));
    close(in);
    close(out);
    GIVES(0, chown(to, user, group));
    GIVES(0, chmod(to, mode));
}

/* What the program finds: its own children are told apart by their argument. */
static int say(const char *who)
{
    uid_t u[3];
    gid_t g[3];

    getresuid(&u[0], &u[1], &u[2]);
    getresgid(&g[0], &g[1], &g[2]);
    printf("%s: users %d %d %d, groups %d %d %d, secure %d, dumpable %d\n", who, (int)u[0], (int)u[1], (int)u[2], (int)g[0], (int)g[1],
           (int)g[2], getauxval(AT_SECURE) != 0, (int)prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
    if (strcmp(who, "to root") == 0)
        HOLDS(open("secret", O_RDONLY) >= 0);
    else
        FAILS(EACCES, open("secret", O_RDONLY));
    return 0;
}

static const char *program, *name;
static int bound;

static void run(void)
{
    if (bound)
        GIVES(0, prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    GIVES(0, setgroups(0, NULL));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1000));
    execl(program, program, name, NULL);
    printf("%s: %s\n", name, strerror(errno));
}

static void test(const char *which, const char *as)
{
    program = which;
    name = as;
    GIVES(0, ending_of(run));
}

int main(int count, char **arguments)
{
    if (count > 1)
        return say(arguments[1]);
    umask(022);
    GIVES(0, chmod(".", 0755));
    make_file("secret", "");
    GIVES(0, chmod("secret", 0600));
    copy_program(arguments[0], "plain", 0755, 0, 0);
    copy_program(arguments[0], "to-root", 04755, 0, 0);
    copy_program(arguments[0], "to-1001", 04755, 1001, 0);
    copy_program(arguments[0], "to-group", 02755, 0, 300);
    copy_program(arguments[0], "no-group", 02745, 0, 300);
    copy_program(arguments[0], "no-x", 0644, 0, 0);
    copy_program(arguments[0], "only-root", 0700, 0, 0);
    copy_program(arguments[0], "unreadable", 0711, 0, 0);
    make_file("script", "#!./plain script\n");
    GIVES(0, chmod("script", 04755));
    test("./plain", "plain");
    test("./to-root", "to root");
    test("./to-1001", "to 1001");
    test("./to-group", "to group");
    test("./no-group", "no group");
    test("./no-x", "no x");
    test("./only-root", "only root");
    test("./unreadable", "unreadable");
    test("./script", "script");
    bound = 1;
    test("./to-root", "bound");
    return finish();
}
