#include <errno.h>
#include <termios.h>

/* Input is as fast as output. */
speed_t cfgetospeed(const struct termios *settings)
{
    return settings->c_cflag & CBAUD;
}

speed_t cfgetispeed(const struct termios *settings)
{
    return settings->c_cflag & CBAUD;
}

int cfsetospeed(struct termios *settings, speed_t speed)
{
    if (speed & ~(speed_t)CBAUD) {
        errno = EINVAL;
        return -1;
    }
    settings->c_cflag = (settings->c_cflag & ~(tcflag_t)CBAUD) | speed;
    return 0;
}

/* B0 means: the speed of the output. */
int cfsetispeed(struct termios *settings, speed_t speed)
{
    return speed == B0 ? 0 : cfsetospeed(settings, speed);
}

int cfsetspeed(struct termios *settings, speed_t speed)
{
    return cfsetospeed(settings, speed);
}
