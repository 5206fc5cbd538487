# A program may define every name that ISO C does not reserve. So the library calls such functions of its own by a second
# name, `__NAME`, and where a member of the archive has a name that ISO C or the library itself may bring in, all its other
# names are weak. Variables (environ, optind …) are shared with the program and stand here.
variables='environ error_message_count error_one_per_line error_print_progname getdate_err h_errno in6addr_any in6addr_loopback
    obstack_alloc_failed_handler obstack_exit_failure optarg opterr optind optopt optreset signgam sys_siglist'
iso='assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdbool stddef stdint
    stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype'
for header in $iso; do
    if [ -f "$ROOT/Sources/libc/include/$header.h" ]; then echo "#include <$header.h>"; fi
done > iso.c
# What the headers of ISO C declare in strict mode, and the helpers of compilers and of P1.
minicc -std=c11 -E -P iso.c | grep -o '[A-Za-z_][A-Za-z0-9_]* *(' | tr -d ' (' | sort -u > iso.names
echo "$variables errno main p1_main stdin stdout stderr setjmp longjmp memcpy memmove memset memcmp va_start" | tr -s ' \n' '\n' >> iso.names
mkdir members
(cd members && minicc ar x "$ROOT/build/lib/libc.a")
awk '
    FILENAME == "iso.names" { reserved[$1] = 1; next }
    function open_name(name) { return !(name in reserved) && name !~ /^(_|sys_|libp1pp|u_.*_[0-9a-f]*__)/ }
    # A new member of the archive: what it defines is known at its end.
    function finish(  name) {
        for (name in defined)
            if (brought && open_name(name) && !(name in weak)) print member ": " name " is not weak"
        delete defined; delete weak; brought = 0
    }
    FNR == 1 { finish(); member = FILENAME; sub(/.*\//, "", member); sub(/-/, "/", member); sub(/\.o$/, "", member) }
    /^:[A-Za-z_]/ { name = substr($1, 2); defined[name] = 1; if (!open_name(name) && name !~ /^u_.*__/) brought = 1 }
    /^%(alias|common)\(/ { name = $1; sub(/^%[a-z]*\(/, "", name); sub(/[,)].*/, "", name); defined[name] = 1 }
    /^%weak\(/ { name = $1; sub(/^%weak\(/, "", name); sub(/\).*/, "", name); weak[name] = 1 }
    {
        line = $0
        while (match(line, /&[A-Za-z_][A-Za-z0-9_]*/)) {
            name = substr(line, RSTART + 1, RLENGTH - 1)
            line = substr(line, RSTART + RLENGTH)
            if (open_name(name)) print member ": calls " name
        }
    }
    END { finish() }
' iso.names members/*.o | sort -u
echo checked
# For tcc all objects go into one folder.
find "$ROOT/Sources/libc" -name arch -prune -o -name '*.c' -print | sed 's|.*/||' | LC_ALL=C sort | uniq -d | sed 's/$/: two files have this name/'
