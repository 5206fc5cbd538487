/* What cannot be had says so: libraries at run time, contexts, hashes, other roundings. And calls without their last argument. */
#define _GNU_SOURCE
#include <crypt.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <fenv.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <ucontext.h>
#include <unistd.h>

int main(void)
{
    void *addresses[4];
    ucontext_t context;
    Dl_info information;
    fenv_t environment;
    int fd;

    printf("%d", dlopen("libc.so.6", RTLD_NOW) == NULL);
    printf(" %s", dlerror());
    printf(" %d\n", dlerror() == NULL);
    printf("%d", dlsym(RTLD_DEFAULT, "printf") == NULL);
    printf(" %s\n", dlerror());
    printf("%d %d\n", dlclose(NULL) != 0, dladdr((void *)main, &information));
    printf("%d\n", getcontext(&context) == -1 && errno == ENOSYS);
    printf("%d\n", crypt("a", "ab") == NULL && errno == ENOSYS);
    printf("%d\n", sem_open("/name", 0) == SEM_FAILED && errno == ENOSYS);
    printf("%d\n", backtrace(addresses, 4));
    printf("%d %d %d\n", fegetround() == FE_TONEAREST, fesetround(FE_TONEAREST), fesetround(FE_UPWARD) != 0);
    printf("%d %d %d\n", feclearexcept(FE_ALL_EXCEPT), fetestexcept(FE_ALL_EXCEPT), feraiseexcept(FE_OVERFLOW) != 0);
    printf("%d %d %d\n", fegetenv(&environment), fesetenv(FE_DFL_ENV), feraiseexcept(0));

    fd = open("/dev/null", O_RDONLY);
    printf("%d %d\n", ioctl(fd, FIOCLEX), fcntl(fd, F_GETFD));
    printf("%d %d\n", ioctl(fd, FIONCLEX), fcntl(fd, F_GETFD));
    printf("%d\n", ioctl(fd, TIOCNOTTY) == -1 && errno == ENOTTY);
    return 0;
}
