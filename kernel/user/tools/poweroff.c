#include <err.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The two numbers with which reboot(2) makes sure that it is meant, and what it is to do. */
enum { MAGIC = (int)0xfee1dead, MAGIC2 = 672274793, POWER_OFF = 0x4321fedc };

int main(void)
{
    syscall(SYS_reboot, MAGIC, MAGIC2, POWER_OFF, NULL);
    err(1, "reboot");
}
