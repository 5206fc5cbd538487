#include <stdlib.h>
#include <string.h>
#include "../internal/keep.h"

struct kept_text {
    struct kept_text *next;
    char text[1];
};

static struct kept_text *kept_texts;

const char *__keep_text(const char *text, size_t length)
{
    struct kept_text *kept;

    for (kept = kept_texts; kept; kept = kept->next)
        if (strncmp(kept->text, text, length) == 0 && kept->text[length] == 0)
            return kept->text;
    kept = malloc(sizeof *kept + length);
    if (!kept)
        return NULL;
    memcpy(kept->text, text, length);
    kept->text[length] = 0;
    kept->next = kept_texts;
    kept_texts = kept;
    return kept->text;
}
