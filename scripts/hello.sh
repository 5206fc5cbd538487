#!/bin/sh
# hello.sh: compiles examples/hello.c and runs it on this machine and inside the seed kernel, showing each command.
# Expects `make build`.
set -eu
cd "$(dirname "$0")/.."
case $(uname -m) in
aarch64) arch=aarch64 ;;
riscv64) arch=riscv64 ;;
*) arch=amd64 ;;
esac
work=build/examples
mkdir -p "$work"

# show COMMAND…: what is typed, and what it prints.
show() {
    echo "\$ $*"
    "$@"
}

show build/bin/minicc "--target=$arch" examples/hello.c -o "$work/hello"
case $arch-$(uname -m) in
amd64-x86_64 | aarch64-* | riscv64-*) show "$work/hello" ;;
*) show "qemu-x86_64" "$work/hello" ;;
esac

echo "the same program in the seed kernel, which minicc compiles too:"
${MAKE:-make} --no-print-directory -s kernel user ARCH="$arch"
rm -rf "$work/root"
cp -R "build/$arch/root" "$work/root"
cp "$work/hello" "$work/root/bin/hello"
show build/bin/seed pack "$work/root" "$work/initramfs.cpio"
show build/bin/seed boot "--arch=$arch" "--initramfs=$work/initramfs.cpio" -- /bin/hello </dev/null
echo "next: make test, make help, README.md"
