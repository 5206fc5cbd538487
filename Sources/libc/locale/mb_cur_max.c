#include <stdlib.h>
#include "../internal/locale.h"

size_t __mb_cur_max(void)
{
    return __current_locale->utf8 ? 4 : 1;
}
