#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/keep.h"
#include "../internal/locale.h"

const char *const __locale_categories[LOCALE_CATEGORIES] = {
    "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL", "LC_PAPER", "LC_NAME",
    "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION"
};

/* language.codeset@variant, where the codeset is UTF-8 in any of its spellings. */
static int locale_name_is_utf8(const char *name)
{
    const char *at = strchr(name, '.'), *wanted = "utf8";

    if (!at || at == name || strpbrk(name, "/=") || strlen(name) > 255)
        return 0;
    for (at++; *at && *at != '@'; at++) {
        if (!isalnum((unsigned char)*at))
            continue;
        if (tolower((unsigned char)*at) != *wanted)
            return 0;
        wanted++;
    }
    return *wanted == 0;
}

/* A name as it is kept, NULL if there is no such locale. */
static const char *locale_known(const char *name)
{
    if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        return "C";
    return locale_name_is_utf8(name) ? __keep_text(name, strlen(name)) : NULL;
}

static const char *locale_from_environment(int category)
{
    const char *name = getenv("LC_ALL");

    if (!name || !*name)
        name = getenv(__locale_categories[category]);
    if (!name || !*name)
        name = getenv("LANG");
    return name && *name ? name : "C";
}

/* The part for one category of "LC_CTYPE=…;LC_NUMERIC=…", copied to part. */
static const char *locale_part(const char *name, int category, char *part, size_t size)
{
    size_t length = strlen(__locale_categories[category]);

    for (; name; name = strchr(name, ';')) {
        name += *name == ';';
        if (strncmp(name, __locale_categories[category], length) == 0 && name[length] == '=') {
            size_t count = strcspn(name + length + 1, ";");
            if (count >= size)
                return NULL;
            memcpy(part, name + length + 1, count);
            part[count] = 0;
            return part;
        }
    }
    return NULL;
}

int __locale_set(struct __locale *locale, int mask, const char *name)
{
    struct __locale changed = *locale;
    char part[256];
    int category;

    for (category = 0; category < LOCALE_CATEGORIES; category++) {
        const char *wanted = name;
        if (category == LC_ALL || !(mask >> category & 1))
            continue;
        if (!*name)
            wanted = locale_from_environment(category);
        else if (strchr(name, ';'))
            wanted = locale_part(name, category, part, sizeof part);
        changed.names[category] = wanted ? locale_known(wanted) : NULL;
        if (!changed.names[category])
            return -1;
    }
    changed.utf8 = strcmp(changed.names[LC_CTYPE], "C") != 0;
    *locale = changed;
    return 0;
}
