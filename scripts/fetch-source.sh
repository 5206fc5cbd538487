#!/bin/sh
# Brings archives of a Debian source package to a folder, pinned by version and by the SHA-256 sums on standard input:
#   fetch-source.sh PACKAGE VERSION FOLDER <sums        (lines "SUM  FILE", as sha256sum writes them)
# Archives that are there already need no network. Needs no root: apt-get works below build/apt with a copy of the
# machine's package sources that asks for sources. Says in one line on standard error what is missing.
set -eu
package=$1
version=$2
mkdir -p "$3"
folder=$(cd "$3" && pwd)
cd "$(dirname "$0")/.."
sums=$(cat)

# verify: all archives are there and are the ones that are expected.
verify() {
    (cd "$folder" && echo "$sums" | sha256sum -c --status 2>/dev/null)
}

# run_apt TOOL WORDS…: the leading ./ keeps these paths from being taken as relative to apt's own folders.
run_apt() {
    tool=$1
    shift
    "$tool" -q=2 -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=./sources -o Dir::State::Lists=./lists \
        -o Dir::Cache=./cache -o APT::Sandbox::User= "$@"
}

# update: the lists of source packages.
update() {
    mkdir -p sources lists/partial cache/archives/partial
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$list" ] && sed -n 's/^deb /deb-src /p' "$list" >"sources/$(basename "$list")"
    done
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -f "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" >"sources/$(basename "$list")"
    done
    run_apt apt-get update
}

# download: the pinned version, or another revision with the same archives, which the sums tell: Debian keeps the newest.
# Archives count even where another file of the package cannot be had.
download() {
    [ -d lists/partial ] || return 1
    for revision in "$version" $(run_apt apt-cache showsrc --only-source "$package" | sed -n 's/^Version: //p' | sort -ru); do
        run_apt apt-get --only-source --download-only source "$package=$revision" || true
        echo "$sums" | while read -r _ file; do
            if [ -f "$file" ]; then mv "$file" "$folder/"; fi
        done
        find . -maxdepth 1 -type f ! -name lock ! -name '*.log' -delete
        if verify; then return 0; fi
    done
    return 1
}

verify && exit 0

# One apt at a time.
mkdir -p build/apt
cd build/apt
exec 9>lock
flock 9
download >"$package.log" 2>&1 || { update && download; } >"$package.log" 2>&1 || {
    reason=$(sed -n '/^E:/{s#[a-z]*://[^ ]*/##;p;q}' "$package.log")
    echo "fetch-source: $package $version cannot be had: ${reason:-an archive has another SHA-256 sum}" >&2
    # What was brought is not what was asked for.
    echo "$sums" | while read -r _ file; do rm -f "$folder/$file"; done
    rmdir "$folder" 2>/dev/null || true
    exit 1
}
