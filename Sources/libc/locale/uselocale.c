#include "../internal/locale.h"

locale_t uselocale(locale_t locale)
{
    locale_t before = __current_locale == &__global_locale ? LC_GLOBAL_LOCALE : __current_locale;

    if (locale)
        __current_locale = locale == LC_GLOBAL_LOCALE ? &__global_locale : locale;
    return before;
}
