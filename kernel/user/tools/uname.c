#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

/* uname [-snrvma] */
int main(int count, char **arguments)
{
    struct utsname name;
    const char *parts[5];
    char wanted[6] = "";
    int option, is_first = 1;

    while ((option = getopt(count, arguments, "snrvma")) != -1) {
        if (option == '?')
            return 2;
        if (option == 'a')
            strcpy(wanted, "snrvm");
        else if (!strchr(wanted, option))
            strncat(wanted, &(char){ (char)option }, 1);
    }
    if (uname(&name) != 0)
        err(1, "uname");
    parts[0] = name.sysname;
    parts[1] = name.nodename;
    parts[2] = name.release;
    parts[3] = name.version;
    parts[4] = name.machine;
    for (int k = 0; k < 5; k++)
        if (strchr(*wanted ? wanted : "s", "snrvm"[k])) {
            printf("%s%s", is_first ? "" : " ", parts[k]);
            is_first = 0;
        }
    putchar('\n');
    return 0;
}
