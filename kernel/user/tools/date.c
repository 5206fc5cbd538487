#include <stdio.h>
#include <time.h>

/* date [+format] */
int main(int count, char **arguments)
{
    const char *format = count > 1 && arguments[1][0] == '+' ? arguments[1] + 1 : "%a %b %e %H:%M:%S UTC %Y";
    time_t now = time(NULL);
    char text[1024];

    if (strftime(text, sizeof text, format, gmtime(&now)) == 0)
        text[0] = 0;
    puts(text);
    return 0;
}
