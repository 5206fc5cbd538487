#!/bin/sh
# fetch-musl.sh: brings musl's sources to build/musl/source, as upstream published them and Debian distributes them.
# The version is pinned and the archive is compared with its SHA-256 sum before it is unpacked (fetch-source.sh).
set -eu
cd "$(dirname "$0")/.."

version=1.2.3-1
upstream=musl_${version%-*}.orig.tar.gz
sums="7d5b0b6062521e4627e099e4c9dc8248d32a30285e959b7eecaa780cf8cfd4a4  $upstream"

folder=build/musl
stamp=$folder/source.stamp
[ "$(cat "$stamp" 2>/dev/null)" = "$sums" ] && [ -d "$folder/source" ] && exit 0

echo "$sums" | sh scripts/fetch-source.sh musl "$version" "$folder/archives" || {
    rmdir "$folder" 2>/dev/null || true
    exit 1
}
rm -rf "$folder/source" "$folder/source.new"
mkdir "$folder/source.new"
# Debian's patches are not applied.
tar -xzf "$folder/archives/$upstream" -C "$folder/source.new" --strip-components=1
mv "$folder/source.new" "$folder/source"
echo "$sums" >"$stamp"
