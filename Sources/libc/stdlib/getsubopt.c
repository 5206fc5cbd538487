#include <stdlib.h>
#include <string.h>

int getsubopt(char **options, char *const *tokens, char **value)
{
    char *option = *options;
    char *end = option + strcspn(option, ",");
    int index;

    *options = *end ? end + 1 : end;
    *end = 0;
    *value = NULL;
    for (index = 0; tokens[index]; index++) {
        size_t size = strlen(tokens[index]);
        if (strncmp(option, tokens[index], size) != 0)
            continue;
        if (option[size] == '=') {
            *value = option + size + 1;
            return index;
        }
        if (option[size] == 0)
            return index;
    }
    *value = option;
    return -1;
}
