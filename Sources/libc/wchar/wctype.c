#include <bits/null.h>
#include <string.h>
#include <wctype.h>

static const struct {
    const char *name;
    int (*is)(wint_t);
} wctype_classes[] = {
    { "alnum", iswalnum }, { "alpha", iswalpha }, { "blank", iswblank }, { "cntrl", iswcntrl },
    { "digit", iswdigit }, { "graph", iswgraph }, { "lower", iswlower }, { "print", iswprint },
    { "punct", iswpunct }, { "space", iswspace }, { "upper", iswupper }, { "xdigit", iswxdigit }
};

/* A class is its place in the table, counted from 1. */
wctype_t wctype(const char *name)
{
    int index;

    for (index = 0; index < 12; index++)
        if (strcmp(name, wctype_classes[index].name) == 0)
            return index + 1;
    return 0;
}

int iswctype(wint_t wide, wctype_t type)
{
    return type >= 1 && type <= 12 && wctype_classes[type - 1].is(wide);
}

wctrans_t wctrans(const char *name)
{
    return strcmp(name, "tolower") == 0 ? 1 : strcmp(name, "toupper") == 0 ? 2 : 0;
}

wint_t towctrans(wint_t wide, wctrans_t mapping)
{
    return mapping == 1 ? towlower(wide) : mapping == 2 ? towupper(wide) : wide;
}
