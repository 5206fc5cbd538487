#include <ctype.h>
#include <dirent.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The fields of /proc/PID/stat, counted behind the name in parentheses: 1 state, 2 parent, 3 group, 12 and 13 time used in
   hundredths of a second, 22 pages in memory. */
enum { FIELDS = 23 };

static void print(const char *process)
{
    char path[300], text[1024], *fields[FIELDS], *name, *end;
    FILE *file;
    size_t length;
    long ticks;

    snprintf(path, sizeof path, "/proc/%s/stat", process);
    /* It may have ended since the folder was read. */
    file = fopen(path, "r");
    if (!file)
        return;
    length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    name = strchr(text, '(');
    end = strrchr(text, ')');
    if (!name || !end)
        return;
    *end = 0;
    fields[0] = strtok(end + 1, " \n");
    for (int k = 1; k < FIELDS; k++)
        fields[k] = strtok(NULL, " \n");
    for (int k = 0; k < FIELDS; k++)
        if (!fields[k])
            fields[k] = "0";
    ticks = atol(fields[11]) + atol(fields[12]);
    printf("%5s %5s %5s  %s %6ld %4ld.%02ld  %s\n", process, fields[1], fields[2], fields[0], 4 * atol(fields[21]), ticks / 100, ticks % 100,
           name + 1);
}

static int compare(const struct dirent **a, const struct dirent **b)
{
    return atoi((*a)->d_name) - atoi((*b)->d_name);
}

static int is_process(const struct dirent *entry)
{
    return isdigit((unsigned char)entry->d_name[0]);
}

int main(void)
{
    struct dirent **entries;
    int count = scandir("/proc", &entries, is_process, compare);

    if (count < 0)
        err(1, "/proc");
    puts("  pid  ppid group  s    KiB    time  name");
    for (int k = 0; k < count; k++)
        print(entries[k]->d_name);
    return 0;
}
