/* write: the result, and errno when it fails. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    const char *text = "written by write\n";

    if (write(1, text, strlen(text)) != (ssize_t)strlen(text))
        return 1;
    errno = 0;
    if (write(-1, text, 1) != -1 || errno != EBADF)
        return 2;
    return 0;
}
