#include <string.h>
#include "../internal/netdb.h"

int __net_words(FILE *file, char line[NET_LINE_SIZE], char *words[NET_MOST_WORDS])
{
    while (fgets(line, NET_LINE_SIZE, file)) {
        char *at = line;
        int count = 0;

        line[strcspn(line, "#\n")] = 0;
        while (count < NET_MOST_WORDS) {
            at += strspn(at, " \t\r");
            if (!*at) break;
            words[count++] = at;
            at += strcspn(at, " \t\r");
            if (*at) *at++ = 0;
        }
        if (count > 0) return count;
    }
    return 0;
}
