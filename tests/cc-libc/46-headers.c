/* All headers of the library together, most of them twice. */
#include <alloca.h>
#include <byteswap.h>
#include <endian.h>
#include <assert.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <getopt.h>
#include <inttypes.h>
#include <iso646.h>
#include <libgen.h>
#include <limits.h>
#include <locale.h>
#include <malloc.h>
#include <math.h>
#include <memory.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/param.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <uchar.h>
#include <unistd.h>
#include <utime.h>
#include <wchar.h>
#include <wctype.h>
#include <string.h>
#include <stdlib.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdint.h>
#include <signal.h>
#include <math.h>
#include <assert.h>

#ifndef _STDIO_H
#error other headers ask for this name
#endif

int main(void)
{
    alignas(16) char place[32];
    bool yes = true and not false;
    struct lconv *conventions = localeconv();

    memset(place, 0, sizeof place);
    printf("%d %d %s\n", yes, (int)((uintptr_t)place % 16), conventions->decimal_point);
    setbit(place, 17);
    setbit(place, 18);
    clrbit(place, 17);
    printf("%d %d %d %d\n", place[2], isset(place, 18) != 0, isclr(place, 17), isclr(place, 18));
    printf("%s", setlocale(LC_ALL, NULL));
    printf(" %d\n", setlocale(LC_ALL, "xx_YY") == NULL);
    return 0;
}
