#!/bin/sh
# hello.sh: compiles examples/hello.c and runs it on this machine and inside the seed kernel, showing each command.
# Expects `make build`.
set -eu
cd "$(dirname "$0")/.."
# Without a machine of its own minicc makes programs for the one it runs on.
arch=$(build/bin/minicc -print-targets | awk -v system="$(uname -m)" '$2 == system { print $1 }')
work=build/examples
mkdir -p "$work"

# show COMMAND…: what is typed, and what it prints.
show() {
    echo "\$ $*"
    "$@"
}

show build/bin/minicc "--target=$arch" examples/hello.c -o "$work/hello"
show "$work/hello"

echo "the same program in the seed kernel, which minicc compiles too:"
${MAKE:-make} --no-print-directory -s kernel user ARCH="$arch"
rm -rf "$work/root"
cp -R "build/$arch/root" "$work/root"
cp "$work/hello" "$work/root/bin/hello"
show build/bin/seed pack "$work/root" "$work/initramfs.cpio"
show build/bin/seed boot "--arch=$arch" "--initramfs=$work/initramfs.cpio" -- /bin/hello </dev/null
echo "next: make test, make help, README.md"
