#include <string.h>
#include <unistd.h>

char *ctermid(char *name)
{
    static char own[] = "/dev/tty";

    return name ? strcpy(name, own) : own;
}
