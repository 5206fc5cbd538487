# `minicc ar` puts a symbol table in front; archives without one, or with another archiver's, link to the same program.
echo 'int one(void) { return 1; }' > one.c
echo 'int two(void) { return 2; }' > two_with_a_very_long_name.c
echo 'int spare(void) { return missing(); }' > spare.c
echo 'int one(void), two(void); int main(void) { return one() + two() - 3; }' > main.c
minicc -w -c one.c two_with_a_very_long_name.c spare.c main.c
objects='one.o two_with_a_very_long_name.o spare.o'

minicc ar rc own.a $objects
head -c 24 own.a | tail -c 16; echo '|'
ar t own.a
minicc main.o own.a -o own && ./own && echo 'own: right'

rm -f plain.a
ar rc plain.a $objects
minicc main.o plain.a -o plain && cmp own plain && echo 'plain: the same program'

# A member is replaced by an archiver that does not know P1pp: what the table said is gone with it.
echo 'int two(void) { return 1; } int three(void) { return 3; }' > two_with_a_very_long_name.c
echo 'int one(void), two(void), three(void); int main(void) { return one() + two() + three() - 5; }' > main.c
minicc -c two_with_a_very_long_name.c main.c
cp own.a changed.a
ar r changed.a two_with_a_very_long_name.o
minicc main.o changed.a -o changed && ./changed && echo 'changed: right'

# Damaged tables get an error.
damage() { { head -c "$1" own.a; printf "$2"; tail -c +$(($1 + 5)) own.a; } > bad.a; minicc main.o bad.a -o bad 2>&1 | sed 's/at byte [0-9]*/at byte N/' | grep -v '^ ' | sort -u; }
echo 'the count:'; damage 68 '\377\377\377\377'
echo 'an offset:'; damage 76 '\0\377\377\377'
