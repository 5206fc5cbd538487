#!/bin/sh
# build-libc.sh MINICC FOLDER: compiles Sources/libc to FOLDER/libc.a, one portable object a source file, and to P1pp text
# for links with catm, all files as one unit: FOLDER/../libc.P1pp, and in base P1 FOLDER/../libc.base.P1pp.
# Files under arch/ belong to other builds of the library: there the system layer is libp1pp's.
set -e
cd "$(dirname "$0")/.."
minicc=$1
folder=$2
mkdir -p "$folder/libc"
stamp=$folder/libc.stamp
sources=$(find Sources/libc -name arch -prune -o -name '*.c' -print | LC_ALL=C sort)
# Nothing to do while nothing is newer than the last time.
if [ -f "$stamp" ] && [ -f "$folder/libc.a" ] && [ "$(readlink -f "$minicc")" -ot "$stamp" ] \
    && [ -f "$folder/../libc.base.P1pp" ] && [ -z "$(find Sources/libc -newer "$stamp" -print -quit)" ]; then
    exit 0
fi
objects=
for source in $sources; do
    object=$folder/libc/$(echo "${source#Sources/libc/}" | tr / - | sed 's/\.c$/.o/')
    objects="$objects $object"
done
echo "$sources" | xargs -P "$(nproc)" -I{} sh -c '
    name=$(echo "${2#Sources/libc/}" | tr / - | sed "s/\.c\$/.o/")
    "$0" -O1 -c "$2" -o "$1/libc/$name" || exit 255' "$minicc" "$folder" {}
rm -f "$folder/libc.a"
"$minicc" ar rc "$folder/libc.a" $objects
echo "$sources" | sed 's/.*/#include "&"/' >"$folder/libc/all.c"
"$minicc" -O1 --lib=libc__ -I. "$folder/libc/all.c" -o "$folder/../libc.P1pp"
"$minicc" -O1 --lib=libc__ --p1=base -I. "$folder/libc/all.c" -o "$folder/../libc.base.P1pp"
touch "$stamp"
