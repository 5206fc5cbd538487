#include <fcntl.h>
#include <mqueue.h>
#include <stdarg.h>
#include "../internal/sys.h"

/* The kernel wants names without the slash. */
static const char *queue_name(const char *name)
{
    return *name == '/' ? name + 1 : name;
}

mqd_t mq_open(const char *name, int flags, ...)
{
    unsigned int mode = 0;
    struct mq_attr *attributes = NULL;

    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, unsigned int);
        attributes = va_arg(arguments, struct mq_attr *);
        va_end(arguments);
    }
    return (mqd_t)SYSTEM_CALL4(mq_open, queue_name(name), flags, mode, attributes);
}

int mq_close(mqd_t queue)
{
    return (int)__sys_result(sys_close(queue));
}

int mq_unlink(const char *name)
{
    return (int)SYSTEM_CALL1(mq_unlink, queue_name(name));
}

int mq_getattr(mqd_t queue, struct mq_attr *attributes)
{
    return (int)SYSTEM_CALL3(mq_getsetattr, queue, NULL, attributes);
}

int mq_setattr(mqd_t queue, const struct mq_attr *attributes, struct mq_attr *old)
{
    return (int)SYSTEM_CALL3(mq_getsetattr, queue, attributes, old);
}

int mq_timedsend(mqd_t queue, const char *message, size_t size, unsigned int priority, const struct timespec *end)
{
    return (int)SYSTEM_CALL5(mq_timedsend, queue, message, size, priority, end);
}

int mq_send(mqd_t queue, const char *message, size_t size, unsigned int priority)
{
    return mq_timedsend(queue, message, size, priority, NULL);
}

ssize_t mq_timedreceive(mqd_t queue, char *message, size_t size, unsigned int *priority, const struct timespec *end)
{
    return SYSTEM_CALL5(mq_timedreceive, queue, message, size, priority, end);
}

ssize_t mq_receive(mqd_t queue, char *message, size_t size, unsigned int *priority)
{
    return mq_timedreceive(queue, message, size, priority, NULL);
}
