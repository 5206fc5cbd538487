# Every header alone and twice, without a warning, in every dialect; and what has to be there is there.
cd "$ROOT/Sources/libc/include" || exit
headers=$(find . -name '*.h' | sed 's|^\./||' | LC_ALL=C sort)
cd - > /dev/null || exit
for header in $headers; do
    # A guard must be no name that a program has for itself; <bits/null.h> defines NULL again where a program took it back.
    guard=_MINICC_LIBC_$(echo "$header" | tr a-z/. A-Z__)
    grep -q "^#ifndef $guard\$" "$ROOT/Sources/libc/include/$header" && grep -q "^#define $guard\$" "$ROOT/Sources/libc/include/$header" ||
        [ "$header" = bits/null.h ] || echo "$header has not the guard $guard"
    # As folders of the program, so that nothing in them is passed over. Standard macros that other headers define too must agree: the second time comes after all others it includes.
    printf '#include <%s>\n#include <%s>\nint nothing;\n' "$header" "$header" > header.c
    for options in -std=c89 "-std=c99 -pedantic" -std=c11 "-std=c17 -D_POSIX_C_SOURCE=200809L" -std=gnu89 \
        "-std=gnu11 --target=aarch64" -std=gnu17 -std=c23; do
        # $options is a list of words.
        # shellcheck disable=SC2086
        minicc -nostdinc "-I$ROOT/Sources/libc/include" -fsyntax-only -Wall -Wextra -Werror $options header.c || echo "$header with $options"
    done
done
# The list of the C standards and of those that programs expect beside it.
for header in pthread threads sched semaphore dlfcn spawn search syslog paths utmp utmpx mntent shadow crypt ucontext elf \
    fenv ftw values sys/random sys/cdefs sys/sysmacros sys/prctl sys/xattr sys/statfs sys/vfs sys/sysinfo sys/mount sys/syscall \
    sys/poll sys/epoll sys/auxv asm/unistd \
    assert ctype errno fcntl float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdbool stddef \
    stdint stdio stdlib stdnoreturn string strings sys/stat sys/types sys/wait sys/time sys/mman time unistd wchar dirent getopt libgen; do
    case " $(echo $headers) " in
        *" $header.h "*) ;;
        *) echo "no $header.h" ;;
    esac
done
# All together, in both orders.
for header in $headers; do echo "#include <$header>"; done > all.c
sed '1!G; h; $!d' all.c > reversed.c
minicc -nostdinc "-I$ROOT/Sources/libc/include" -fsyntax-only -Wall -Wextra -Werror --target=amd64 all.c &&
    minicc -nostdinc "-I$ROOT/Sources/libc/include" -fsyntax-only -Wall -Wextra -Werror --target=amd64 -std=c89 reversed.c && echo together
