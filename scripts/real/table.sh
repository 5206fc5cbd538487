# table.sh NAME…: docs/real-programs.md from the results in build/real.
cat <<'END'
# Real programs

Written by `make real` (scripts/real/table.sh); [tests/real/README.md](../tests/real/README.md) says how a recipe is made.
Each program is built by its own build system with `CC=minicc AR='minicc ar' RANLIB='minicc ranlib'` and put through its own
tests. Sources are those that upstream published, as Debian distributes them; Debian's patches are not applied.

*Lines* are those of all C files and headers of the archive. *Tests* are those that passed on amd64, of all that ran; the others are named below.
*Machines* on which the tests ran: the objects made for amd64 are linked again for the others, and the programs run under
qemu-user; *seed* is a session in the seed kernel. *Time* is the program's own on a small task, as a multiple of what it takes when gcc compiled it (less is better).
*KiB* is what is loaded of the program, which holds our library; in brackets that of gcc -O1's, which does not hold glibc.
*Warnings* are those of minicc in the build.

END
passed=0
for name; do
    grep -qs '^status=passed' "build/real/$name/result" && passed=$((passed + 1))
done
echo "$passed of $# programs pass on all their machines (not run: there is no result of the recipe yet)."
cat <<'END'

| program | version | lines of C | builds | tests passed | machines | time : gcc -O0 | : gcc -O1 | KiB | warnings |
| --- | --- | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |
END
for name; do
    grep -qs '^status=' "build/real/$name/result" || {
        echo "| $name | | | not run | | | | | | |"
        continue
    }
    awk -F = -v name="$name" '
        { word = $1; sub(/^[^=]*=/, ""); value[word] = $0 }
        function shown(word) { return word in value ? value[word] : "–" }
        END {
            tests = shown("tests-amd64")
            sub("/", " of ", tests)
            if (value["status"] == "failed") tests = tests " (fails: " value["reason"] ")"
            size = shown("size")
            if ("size-O1" in value) size = size " (" value["size-O1"] ")"
            version = value["version"]
            sub(/^[0-9]*:/, "", version)
            sub(/-[^-]*$/, "", version)
            print "| " name " | " version " | " shown("lines") " | " shown("builds") " | " tests " | " shown("machines") \
                " | " shown("time-O0") " | " shown("time-O1") " | " size " | " shown("warnings") " |"
        }' "build/real/$name/result"
done
echo
echo "## Tests that do not pass"
echo
echo "Why they are no failures of ours: the reason that the recipe gives, or that they fail when gcc compiles the program."
echo
for name; do
    [ -f "build/real/$name/excused" ] && sed "s/^/- $name, /" "build/real/$name/excused"
done
