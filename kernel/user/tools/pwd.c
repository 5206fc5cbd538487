#include <err.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char here[4096];

    if (!getcwd(here, sizeof here))
        err(1, "getcwd");
    puts(here);
    return 0;
}
