# relink.sh MACHINE LINKS: does the links again that the build has written down, for a machine. Programs that are no longer
# where they were linked are passed over. Times stay, so that make sees nothing to do.
export REAL_MACHINE=$1
unset REAL_LINKS
relink() {
    cd "$1" 2>/dev/null || return 0
    [ -f "$2" ] || return 0
    touch -r "$2" "$REAL_STAMP"
    output=$2
    shift 2
    "$ROOT/scripts/real/minicc" "$@" || {
        echo "relink: $PWD: minicc $*"
        exit 1
    }
    touch -r "$REAL_STAMP" "$output"
}
. "$2"
