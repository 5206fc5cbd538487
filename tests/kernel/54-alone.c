/* There is nobody but this process, its clock, and process 1. */
#include "check.h"
#include <dirent.h>
#include <ctype.h>

static int processes(void)
{
    DIR *folder = opendir("/proc");
    struct dirent *entry;
    int count = 0;

    HOLDS(folder != NULL);
    while (folder && (entry = readdir(folder)))
        count += isdigit((unsigned char)entry->d_name[0]) != 0;
    if (folder)
        closedir(folder);
    return count;
}

/* The clock is started behind this process, so it may take a moment until it is there. */
int main(void)
{
    for (int tries = 0; tries < 100 && processes() < 3; tries++)
        usleep(10000);
    HOLDS(processes() == 3);
    return finish();
}
