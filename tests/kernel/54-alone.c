/* There is nobody but this process, its clock, and process 1. */
#include "check.h"
#include <dirent.h>
#include <ctype.h>

int main(void)
{
    DIR *folder = opendir("/proc");
    struct dirent *entry;
    int count = 0;

    HOLDS(folder != NULL);
    while (folder && (entry = readdir(folder)))
        count += isdigit((unsigned char)entry->d_name[0]) != 0;
    HOLDS(count == 3);
    return finish();
}
