#include "../internal/locale.h"

struct __locale __global_locale = { 0, { "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C" } };
struct __locale *__current_locale = &__global_locale;
