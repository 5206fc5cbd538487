/* When files have all the memory that they get, there is no room for new names either, so that empty files cannot take the
   rest; what is there can be removed, and programs still run. */
#include "check.h"

static void nothing(void)
{
}

int main(void)
{
    static char block[65536];
    char name[64];
    long made = 0, fd;
    int unlinked = 0, large = 0, full = 0;

    make_file("empty", "");
    /* A file has a limit of its own. */
    while (!full) {
        snprintf(name, sizeof name, "large-%d", large++);
        fd = open(name, O_WRONLY | O_CREAT, 0644);
        for (int k = 0; k < 500 && !full; k++)
            full = write((int)fd, block, sizeof block) <= 0;
        HOLDS(!full || errno == ENOSPC);
        close((int)fd);
    }
    for (int k = 0; k < 100000; k++) {
        snprintf(name, sizeof name, "a-name-that-is-rather-long-for-an-empty-file-%d", k);
        fd = open(name, O_WRONLY | O_CREAT, 0644);
        if (fd < 0)
            break;
        close((int)fd);
        made++;
    }
    HOLDS(errno == ENOSPC && made < 1000);
    FAILS(ENOSPC, mkdir("folder", 0755));
    FAILS(ENOSPC, symlink("empty", "link"));
    FAILS(ENOSPC, link("empty", "other"));
    HOLDS(rename("empty", "renamed") == 0);
    GIVES(0, ending_of(nothing));
    for (long k = 0; k < made; k++) {
        snprintf(name, sizeof name, "a-name-that-is-rather-long-for-an-empty-file-%ld", k);
        unlinked += unlink(name) == 0;
    }
    HOLDS(unlinked == made);
    while (large-- > 0) {
        snprintf(name, sizeof name, "large-%d", large);
        /* For the last one there may have been no room. */
        HOLDS(unlink(name) == 0 || full--);
    }
    HOLDS(mkdir("folder", 0755) == 0);
    return finish();
}
