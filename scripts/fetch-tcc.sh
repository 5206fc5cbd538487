#!/bin/sh
# fetch-tcc.sh: brings tcc's sources to build/tcc/source, as upstream published them and Debian distributes them.
# The version is pinned and the archives are compared with their SHA-256 sums before they are unpacked. Needs no
# root: apt-get works below build/tcc with the machine's own package sources. Archives that already lie in
# build/tcc/archives are used without the network.
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

mkdir -p "$folder/archives"
cd "$folder/archives"

# download: the source package, through a copy of the machine's package sources that asks for sources.
download() {
    mkdir -p apt/sources apt/lists/partial apt/cache/archives/partial
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$list" ] && sed -n 's/^deb /deb-src /p' "$list" >"apt/sources/$(basename "$list")"
    done
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -f "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" >"apt/sources/$(basename "$list")"
    done
    # The leading ./ keeps these paths from being taken as relative to apt's own folders.
    set -- -q=2 -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=./apt/sources \
        -o Dir::State::Lists=./apt/lists -o Dir::Cache=./apt/cache -o APT::Sandbox::User=
    apt-get "$@" update && apt-get "$@" --only-source --download-only source "tcc=$version" && rm -rf apt
}

if ! echo "$sums" | sha256sum -c --status 2>/dev/null; then
    download >download.log 2>&1 || {
        cat download.log
        echo "fetch-tcc: apt-get source tcc=$version failed"
        exit 1
    } >&2
    echo "$sums" | sha256sum -c --quiet || {
        echo "fetch-tcc: the archives are not the ones that are expected"
        exit 1
    } >&2
fi

cd ../../..
rm -rf "$folder/source" "$folder/source.new"
mkdir "$folder/source.new"
# The archive has no folder at its top. Debian's patches are not applied.
tar -xjf "$folder/archives/$upstream" -C "$folder/source.new"
mv "$folder/source.new" "$folder/source"
echo "$sums" >"$stamp"
