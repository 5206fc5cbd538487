#!/bin/sh
# test-kernel-checks.sh ARCH…: the kernel that watches itself (make checked-kernel) runs the fixtures of tests/kernel while pages are
# refused to every n-th system call that wants some. The fixtures may fail then, the kernel may not: it comes to its end with no panic,
# and all holders counted. Expects build/ARCH/root, build/bin/seed and build/bin/minicc. REFUSE='2 3' names other n.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# Those that take all memory, or long, or count what is free.
left_out=' 58-memory-gone 62-many-forks 64-large-file 65-many-files 66-memory-full 67-tree-full 70-fork-many 89-bombs 98-turns a7-socket-bombs '

# boot ARCH N: prints nothing if all is well.
boot() {
    output=$work/output-$2
    timeout 600 build/bin/seed boot --arch="$1" --kernel="build/checked/$1/$([ "$1" = aarch64 ] && echo Image || echo kernel.elf)" \
        --initramfs="$work/root.cpio" --append="loglevel=6 refuse=$2" < /dev/null > "$output" 2>&1
    if grep -aq 'all holders counted' "$output" && grep -aq 'init ended with status' "$output" && ! grep -aq 'panic' "$output"; then return; fi
    echo "FAIL $1 refuse=$2"
    grep -a 'panic\|called from\|holders' "$output" | head -n 12
    tail -n 3 "$output"
}

for arch; do
    make -s -f kernel/kernel.mk checked-kernel ARCH="$arch" || exit 1
    rm -rf "$work/root"
    cp -R "build/$arch/root" "$work/root"
    mkdir -p "$work/root/tests" "$work/root/play"
    for fixture in tests/kernel/??-*.c; do
        name=$(basename "$fixture" .c)
        case $left_out in *" $name "*) continue ;; esac
        build/bin/minicc --target="$arch" "$fixture" -o "$work/root/tests/$name" || exit 1
    done
    # A fixture may wait for ever for what its child could not do.
    cat > "$work/limited.c" <<'END'
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    pid_t child = fork();

    if (child == 0) {
        setsid();
        _exit(argc < 2 || execv(argv[1], argv + 1));
    }
    for (int k = 0; child > 0 && k < 400 && waitpid(child, NULL, WNOHANG) == 0; k++)
        usleep(10000);
    return child < 0 || kill(child, SIGKILL);
}
END
    build/bin/minicc --target="$arch" "$work/limited.c" -o "$work/root/limited" || exit 1
    # Process 1 starts them one by one. It is the only one that survives a fixture whose fork failed and that then kills process -1, which
    # is everybody; and when it has ended all that they left behind, all holders can be counted.
    cat > "$work/driver.c" <<'END'
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void)
{
    struct dirent **names;
    int count = scandir("/tests", &names, NULL, alphasort), nothing = open("/dev/null", O_RDWR);
    char path[300];
    pid_t child;

    for (int k = 0; k < count; k++) {
        snprintf(path, sizeof path, "/tests/%s", names[k]->d_name);
        if (names[k]->d_name[0] == '.')
            continue;
        child = fork();
        if (child == 0) {
            for (int fd = 0; fd < 3; fd++)
                dup2(nothing, fd);
            _exit(chdir("/play") || execl("/limited", "/limited", path, "2000", NULL));
        }
        while (child > 0 && wait(NULL) != child)
            ;
    }
    kill(-1, SIGKILL);
    while (wait(NULL) > 0)
        ;
    return count < 3;
}
END
    build/bin/minicc --target="$arch" "$work/driver.c" -o "$work/root/init" || exit 1
    build/bin/seed pack "$work/root" "$work/root.cpio" || exit 1
    # All n at once: each is one qemu.
    for n in ${REFUSE:-0 3 17}; do boot "$arch" "$n" >"$work/result-$n" 2>&1 & done
    wait
    for n in ${REFUSE:-0 3 17}; do
        if [ -s "$work/result-$n" ]; then
            failed=$((failed + 1))
            cat "$work/result-$n"
        else
            passed=$((passed + 1))
        fi
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
