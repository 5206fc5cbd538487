# What `make install` puts down works for all machines, also after it was moved; `make uninstall` takes all of it away.
cat > hello.c <<'END'
#include <stdio.h>
#include <math.h>

int main(int argc, char **argv)
{
    printf("%s %.3f %d\n", argv[1], sqrt(argc), argc);
    return 3;
}
END

# run TARGET PROGRAM ARGUMENTS…
run() {
    machine=$1
    shift
    case $machine-$(uname -m) in
        amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) "$@" ;;
        amd64-*) qemu-x86_64 "$@" ;;
        *) qemu-"$machine" "$@" ;;
    esac
}

make -s --no-print-directory -C "$ROOT" install PREFIX=/usr DESTDIR="$PWD/stage" > install.log 2>&1 || cat install.log
(cd stage/usr && ls && ls bin lib/minicc)
mkdir elsewhere
mv stage/usr elsewhere/box
PATH=$PWD/elsewhere/box/bin:$PATH
command -v minicc | sed "s|$PWD/||"
for target in amd64 aarch64 riscv64; do
    minicc --target=$target -Wall hello.c -o hello-$target
    run $target ./hello-$target $target
    echo "exit $?"
done
# Through a link in another folder, too.
ln -s "$PWD/elsewhere/box/bin/minicc" cc
./cc hello.c && ./a.out linked
# Nothing of the tree it came from is used.
rule=$(minicc -M hello.c)
case $rule in
    *"$ROOT/Sources"*) echo "headers of the source tree: $rule" ;;
esac

mv elsewhere/box stage/usr
: > stage/usr/bin/other
make -s --no-print-directory -C "$ROOT" uninstall PREFIX=/usr DESTDIR="$PWD/stage" > install.log 2>&1 || cat install.log
find stage | LC_ALL=C sort
