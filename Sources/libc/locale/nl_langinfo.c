#include <langinfo.h>
#include "../internal/locale.h"
#include "../internal/names.h"

enum { LANGINFO_TIME = 0x20000 };

/* In the order of the numbers from ABDAY_1 to ERA_T_FMT. */
static const char *const langinfo_time[] = {
    "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "AM", "PM", "%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S", "%I:%M:%S %p"
};

static char *langinfo_of(nl_item item, const struct __locale *locale)
{
    unsigned int index = (unsigned int)item - LANGINFO_TIME;

    if (index < sizeof langinfo_time / sizeof langinfo_time[0])
        return (char *)langinfo_time[index];
    if (item >= 0 && (item & 0xffff) == 0xffff && item >> 16 < LOCALE_CATEGORIES && item >> 16 != LC_ALL)
        return (char *)locale->names[item >> 16];
    switch (item) {
    case CODESET:
        return locale->utf8 ? "UTF-8" : "ANSI_X3.4-1968";
    case RADIXCHAR:
        return ".";
    case YESEXPR:
        return "^[yY]";
    case NOEXPR:
        return "^[nN]";
    case CRNCYSTR:
        return "-";
    case _DATE_FMT:
        return "%a %b %e %H:%M:%S %Z %Y";
    }
    return "";
}

char *__nl_langinfo(nl_item item)
{
    return langinfo_of(item, __current_locale);
}
PUBLIC_NAME(nl_langinfo);

char *__nl_langinfo_l(nl_item item, locale_t locale)
{
    return langinfo_of(item, LOCALE_OF(locale));
}
PUBLIC_NAME(nl_langinfo_l);
