#!/bin/sh
# fetch-tcc.sh: brings tcc's sources to build/tcc/source, as upstream published them and Debian distributes them.
# The version is pinned and the archives are compared with their SHA-256 sums before they are unpacked
# (fetch-source.sh).
set -eu
cd "$(dirname "$0")/.."

version=0.9.27+git20200814.62c30a4a-1
upstream=tcc_${version%-*}.orig.tar.bz2
debian=tcc_$version.debian.tar.xz
sums="d63c113bcdd657f51c8ee197a0b0a24203603313e19a52b5f678d40ab7f5df35  $upstream
27036dd5f67b6ce3b8212080d1d6e55b1f7b2e54a23d0f2a4af38090a8d75716  $debian"

folder=build/tcc
stamp=$folder/source.stamp
[ "$(cat "$stamp" 2>/dev/null)" = "$sums" ] && exit 0

echo "$sums" | sh scripts/fetch-source.sh tcc "$version" "$folder/archives"
rm -rf "$folder/source" "$folder/source.new"
mkdir "$folder/source.new"
# The archive has no folder at its top. Debian's patches are not applied.
tar -xjf "$folder/archives/$upstream" -C "$folder/source.new"
mv "$folder/source.new" "$folder/source"
echo "$sums" >"$stamp"
