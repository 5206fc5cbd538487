#include <fenv.h>

const fenv_t __default_environment = { 0 };

int feclearexcept(int exceptions)
{
    (void)exceptions;
    return 0;
}

int fetestexcept(int exceptions)
{
    (void)exceptions;
    return 0;
}

int feraiseexcept(int exceptions)
{
    return exceptions & FE_ALL_EXCEPT ? -1 : 0;
}

int fegetexceptflag(fexcept_t *flags, int exceptions)
{
    (void)exceptions;
    *flags = 0;
    return 0;
}

int fesetexceptflag(const fexcept_t *flags, int exceptions)
{
    return *flags & exceptions ? -1 : 0;
}

int fegetround(void)
{
    return FE_TONEAREST;
}

int fesetround(int rounding)
{
    return rounding == FE_TONEAREST ? 0 : -1;
}

int fegetenv(fenv_t *environment)
{
    environment->__nothing = 0;
    return 0;
}

int feholdexcept(fenv_t *environment)
{
    environment->__nothing = 0;
    return 0;
}

int fesetenv(const fenv_t *environment)
{
    (void)environment;
    return 0;
}

int feupdateenv(const fenv_t *environment)
{
    (void)environment;
    return 0;
}
