/* The shell's patterns: of text, and of the files of a folder. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <glob.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void match(const char *pattern, const char *name, int flags)
{
    printf("%s %s %d: %d\n", pattern, name, flags, fnmatch(pattern, name, flags));
}

static int complain(const char *path, int error)
{
    printf("cannot read %s: %d\n", path, error != 0);
    return 0;
}

static void find(const char *pattern, int flags)
{
    glob_t names;
    size_t i;
    int error;

    memset(&names, 0, sizeof names);
    error = glob(pattern, flags, complain, &names);
    printf("%s %x: %d", pattern, (unsigned)flags, error);
    for (i = 0; !error && i < names.gl_pathc; i++) printf(" %s", names.gl_pathv[i]);
    printf("\n");
    if (!error) globfree(&names);
}

static void touch(const char *path)
{
    close(open(path, O_WRONLY | O_CREAT, 0600));
}

int main(void)
{
    static const char *const files[] = { "one.c", "two.c", "two.h", ".hidden.c", "sub/three.c", "sub/deep/four.c", "a*b", "other/five.c" };
    char folder[] = "/tmp/glob.XXXXXX";
    glob_t names;
    size_t i;

    match("*.c", "main.c", 0);
    match("*.c", ".c", FNM_PERIOD);
    match("*", "a/b", 0);
    match("*", "a/b", FNM_PATHNAME);
    match("*/b", "a/b", FNM_PATHNAME);
    match("a*b*c", "aXbYbZc", 0);
    match("[a-c]?[!x]", "b1y", 0);
    match("[[:digit:]]*", "7up", 0);
    match("[]x]", "]", 0);
    match("[!]x]", "]", 0);
    match("\\*", "*", 0);
    match("\\*", "\\x", FNM_NOESCAPE);
    match("A*", "abc", FNM_CASEFOLD);
    match("src", "src/main.c", FNM_LEADING_DIR);
    match("a/*", "a/.x", FNM_PATHNAME | FNM_PERIOD);
    match("[", "[", 0);
    match("*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 0);

    if (!mkdtemp(folder) || chdir(folder)) return 1;
    mkdir("sub", 0700);
    mkdir("sub/deep", 0700);
    mkdir("other", 0700);
    for (i = 0; i < sizeof files / sizeof files[0]; i++) touch(files[i]);
    find("*.c", 0);
    find("*", 0);
    find("*", GLOB_MARK);
    find(".*.c", 0);
    find("*/*.c", 0);
    find("*/deep/*.c", 0);
    find("sub/*", GLOB_MARK);
    find("no*thing", 0);
    find("no*thing", GLOB_NOCHECK);
    find("a\\*b", 0);
    find("[ot]*.[ch]", 0);
    find("one.c", 0);
    find("./one.?", 0);
    find("s*/", 0);
    find("one.c/*", 0);
    memset(&names, 0, sizeof names);
    names.gl_offs = 1;
    printf("%d", glob("t*.c", GLOB_DOOFFS, NULL, &names));
    printf(" %d", glob("o*.c", GLOB_DOOFFS | GLOB_APPEND, NULL, &names));
    printf(" %d %d %s %s\n", (int)names.gl_pathc, names.gl_pathv[0] == NULL, names.gl_pathv[1], names.gl_pathv[2]);
    globfree(&names);
    for (i = 0; i < sizeof files / sizeof files[0]; i++) unlink(files[i]);
    rmdir("sub/deep");
    rmdir("sub");
    rmdir("other");
    return chdir("/") || rmdir(folder);
}
