# Debian's bash and coreutils, here and in the seed kernel: `bash session.sh FOLDER` prints the same.
cd "$1" || exit 1
echo "bash ${BASH_VERSION%%.*}"
for n in 1 2 3; do echo "$n" >"file$n"; done
ls | cat
ls -1 --size file* | cat
cat file1 file2 file3 | sort -r
printf '%s\n' {a..e} | tac | tr a-e A-E
a=(one two three)
echo "${a[@]/o/0}" "${#a[@]}"
(exit 5)
echo "status $?"
seq 1 2000 | wc
head -c 100000 /dev/zero | wc -c
while read -r line; do echo "<$line>"; done < <(printf 'x y\nz\n')
echo "$(( 2 ** 40 ))" | tee out
cp file1 copy && mv copy moved && ls -l moved | cut -c1-10
mkdir -p a/b/c && find a 2>/dev/null | sort
rm -r a file* moved out
ls | wc -l
