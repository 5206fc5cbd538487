#include <fenv.h>

/* tcc's assembler knows no stmxcsr and ldmxcsr; here they are bytes, with the address in rax. Floating point is done
   by two units, with one register for SSE and two for the x87. */

static unsigned read_mxcsr(void)
{
    unsigned value;

    __asm__(".byte 0x0f, 0xae, 0x18" : : "a"(&value) : "memory"); /* stmxcsr (%rax) */
    return value;
}

static void write_mxcsr(unsigned value)
{
    __asm__(".byte 0x0f, 0xae, 0x10" : : "a"(&value) : "memory"); /* ldmxcsr (%rax) */
}

int fegetround(void)
{
    return (int)(read_mxcsr() >> 3 & FE_TOWARDZERO);
}

int __fesetround(int mode)
{
    unsigned short control;

    __asm__("fnstcw (%%rax)" : : "a"(&control) : "memory");
    control = (unsigned short)((control & ~FE_TOWARDZERO) | mode);
    __asm__("fldcw (%%rax)" : : "a"(&control) : "memory");
    write_mxcsr((read_mxcsr() & ~((unsigned)FE_TOWARDZERO << 3)) | (unsigned)mode << 3);
    return 0;
}

static unsigned x87_exceptions(void)
{
    unsigned status;

    __asm__("fnstsw %%ax" : "=a"(status));
    return status & FE_ALL_EXCEPT;
}

int fetestexcept(int mask)
{
    return (int)((x87_exceptions() | read_mxcsr()) & FE_ALL_EXCEPT & (unsigned)mask);
}

/* The x87 can only forget all exceptions, so SSE takes over those that stay. */
int feclearexcept(int mask)
{
    unsigned raised = x87_exceptions();

    if (raised & (unsigned)mask)
        __asm__("fnclex");
    else
        raised = 0;
    write_mxcsr((read_mxcsr() | raised) & ~((unsigned)mask & FE_ALL_EXCEPT));
    return 0;
}

int feraiseexcept(int mask)
{
    write_mxcsr(read_mxcsr() | ((unsigned)mask & FE_ALL_EXCEPT));
    return 0;
}

int fegetenv(fenv_t *environment)
{
    __asm__("fnstenv (%%rax)" : : "a"(environment) : "memory");
    environment->__mxcsr = read_mxcsr();
    return 0;
}

int fesetenv(const fenv_t *environment)
{
    if (environment == FE_DFL_ENV) {
        __asm__("fninit");
        write_mxcsr(0x1f80);
    } else {
        __asm__("fldenv (%%rax)" : : "a"(environment) : "memory");
        write_mxcsr(environment->__mxcsr);
    }
    return 0;
}
