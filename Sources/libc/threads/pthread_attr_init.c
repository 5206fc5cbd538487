#include <errno.h>
#include <pthread.h>
#include <string.h>

/* What a thread would get is kept and given back. */

int pthread_attr_init(pthread_attr_t *attributes)
{
    memset(attributes, 0, sizeof *attributes);
    attributes->__stack_size = 8 * 1024 * 1024;
    attributes->__guard_size = 4096;
    return 0;
}

int pthread_attr_destroy(pthread_attr_t *attributes)
{
    (void)attributes;
    return 0;
}

int pthread_attr_getdetachstate(const pthread_attr_t *attributes, int *state)
{
    *state = attributes->__detached;
    return 0;
}

int pthread_attr_setdetachstate(pthread_attr_t *attributes, int state)
{
    if (state != PTHREAD_CREATE_JOINABLE && state != PTHREAD_CREATE_DETACHED) return EINVAL;
    attributes->__detached = state;
    return 0;
}

int pthread_attr_getguardsize(const pthread_attr_t *attributes, size_t *size)
{
    *size = attributes->__guard_size;
    return 0;
}

int pthread_attr_setguardsize(pthread_attr_t *attributes, size_t size)
{
    attributes->__guard_size = size;
    return 0;
}

int pthread_attr_getinheritsched(const pthread_attr_t *attributes, int *inherit)
{
    *inherit = attributes->__inherit;
    return 0;
}

int pthread_attr_setinheritsched(pthread_attr_t *attributes, int inherit)
{
    if (inherit != PTHREAD_INHERIT_SCHED && inherit != PTHREAD_EXPLICIT_SCHED) return EINVAL;
    attributes->__inherit = inherit;
    return 0;
}

int pthread_attr_getschedparam(const pthread_attr_t *attributes, struct sched_param *parameters)
{
    parameters->sched_priority = attributes->__priority;
    return 0;
}

int pthread_attr_setschedparam(pthread_attr_t *attributes, const struct sched_param *parameters)
{
    attributes->__priority = parameters->sched_priority;
    return 0;
}

int pthread_attr_getschedpolicy(const pthread_attr_t *attributes, int *policy)
{
    *policy = attributes->__policy;
    return 0;
}

int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy)
{
    if (policy < SCHED_OTHER || policy > SCHED_RR) return EINVAL;
    attributes->__policy = policy;
    return 0;
}

int pthread_attr_getscope(const pthread_attr_t *attributes, int *scope)
{
    *scope = attributes->__scope;
    return 0;
}

int pthread_attr_setscope(pthread_attr_t *attributes, int scope)
{
    if (scope == PTHREAD_SCOPE_PROCESS) return ENOTSUP;
    if (scope != PTHREAD_SCOPE_SYSTEM) return EINVAL;
    attributes->__scope = scope;
    return 0;
}

int pthread_attr_getstack(const pthread_attr_t *attributes, void **stack, size_t *size)
{
    *stack = attributes->__stack;
    *size = attributes->__stack_size;
    return 0;
}

int pthread_attr_getstacksize(const pthread_attr_t *attributes, size_t *size)
{
    *size = attributes->__stack_size;
    return 0;
}

int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size)
{
    if (size < PTHREAD_STACK_MIN) return EINVAL;
    attributes->__stack_size = size;
    return 0;
}

int pthread_attr_setstack(pthread_attr_t *attributes, void *stack, size_t size)
{
    if (size < PTHREAD_STACK_MIN) return EINVAL;
    attributes->__stack = stack;
    attributes->__stack_size = size;
    return 0;
}
