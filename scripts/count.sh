#!/bin/sh
# Lines of code, without blank lines and lines that are comment only, by room.
set -eu
cd "$(dirname "$0")/.."

count() { # TITLE FOLDER NAME-PATTERN...
    title=$1 folder=$2
    shift 2
    names=
    for pattern; do names="$names ${names:+-o} -name $pattern"; done
    set -f
    lines=$(find "$folder" -type f \( $names \) -exec cat {} + | grep -c -v -E '^[[:space:]]*(//.*|/\*.*|\*.*|#[^a-z].*|#)?$')
    files=$(find "$folder" -type f \( $names \) | wc -l)
    set +f
    printf '%8d %6d  %s\n' "$lines" "$files" "$title"
}

printf '   lines  files\n'
for folder in Sources/Support Sources/P1Backend/* Sources/MiniCC/* Sources/Driver; do
    [ -d "$folder" ] && [ -n "$(find "$folder" -name '*.swift')" ] && count "$folder" "$folder" '*.swift'
done
count 'Sources, all Swift' Sources '*.swift'
count 'Tools, Swift' Tools '*.swift'
count 'tests/unit, Swift' tests/unit '*.swift'
count 'Sources/libc, C' Sources/libc '*.c' '*.h'
count 'P1, P1pp' P1 '*.P1pp'
count 'kernel, C' kernel '*.c' '*.h'
count 'kernel/arch, P1pp' kernel/arch '*.P1pp'
count 'fixtures, C' tests '*.c'
