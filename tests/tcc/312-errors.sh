# Error messages and exit statuses.
try() {
    $TCC "$@" 2>&1
    echo "status $?"
}
echo 'int main(void) { return x; }' >undeclared.c
printf 'int main(void)\n{\n    int a = 1\n    return a;\n}\n' >semicolon.c
echo 'int f(int); int main(void) { return f(1); }' >undefined.c
printf '#include "none.h"\n' >header.c
printf '#if 1\nint a;\n' >condition.c
echo 'int main(void) { struct s { int a; } x; return x.b; }' >member.c
echo 'int a = 1; int a = 2;' >twice.c
printf '#error told so\n' >told.c
echo 'int main(void) { char *p = 1; return *p; }' >warning.c
for name in undeclared semicolon undefined header condition member twice told warning; do
    try "$name.c" -o program
done
try none.c -o program
try -unknown
try -c warning.c -Werror
