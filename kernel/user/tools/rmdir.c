#include <err.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int result = 0;

    for (int k = 1; k < count; k++)
        if (rmdir(arguments[k]) != 0) {
            warn("%s", arguments[k]);
            result = 1;
        }
    return result;
}
