/* ftw and nftw, readdir_r, tempnam. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char lines[64][128];
static int count, most;

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void show(const char *what, int result)
{
    int i;

    qsort(lines, (size_t)count, sizeof lines[0], compare);
    printf("%s: %d\n", what, result);
    for (i = 0; i < count; i++) printf("  %s\n", lines[i]);
    count = 0;
}

static int visit(const char *path, const struct stat *status, int kind)
{
    (void)status;
    sprintf(lines[count++], "%s %d", path, kind);
    return 0;
}

static int visit_more(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    sprintf(lines[count++], "%s %d %d %s", path, kind, place->level, path + place->base);
    return count == most ? 99 : 0;
}

static const char *last;
static int in_order;

static int visit_children_first(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    static char before[128];

    (void)status;
    (void)place;
    /* A folder comes after what is in it. */
    if (kind == FTW_DP && last && strncmp(before, path, strlen(path)) != 0) in_order = 0;
    strcpy(before, path);
    last = before;
    return 0;
}

int main(void)
{
    DIR *folder;
    struct dirent entry, *result;
    char *name;
    int names = 0, error;

    system("rm -rf tree");
    mkdir("tree", 0755);
    mkdir("tree/a", 0755);
    mkdir("tree/a/b", 0755);
    close(open("tree/file", O_CREAT | O_RDWR, 0600));
    close(open("tree/a/b/deep", O_CREAT | O_RDWR, 0600));
    symlink("../..", "tree/a/up");
    symlink("nowhere", "tree/broken");
    symlink("file", "tree/link");
    show("physical", nftw("tree", visit_more, 5, FTW_PHYS));
    show("with a slash", nftw("tree/a/", visit_more, 5, FTW_PHYS));
    most = 3;
    printf("stopped %d", nftw("tree", visit_more, 5, FTW_PHYS));
    printf(" after %d\n", count);
    most = count = 0;
    in_order = 1;
    printf("%d\n", nftw("tree", visit_children_first, 5, FTW_PHYS | FTW_DEPTH));
    printf("%d\n", in_order);
    unlink("tree/a/up");
    show("through links", ftw("tree", visit, 5));
    printf("%d\n", ftw("nonesuch", visit, 5) == -1 && errno == ENOENT);

    folder = opendir("tree");
    while ((error = readdir_r(folder, &entry, &result)) == 0 && result) names += result == &entry && entry.d_name[0] != 0;
    printf("%d %d\n", names, error);
    closedir(folder);
    unsetenv("TMPDIR");
    name = tempnam(".", "abcdefg");
    printf("%.7s %d %d\n", name, (int)strlen(name), access(name, F_OK) == -1);
    free(name);
    return 0;
}
