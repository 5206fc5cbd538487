# Our shell and tools as dynamic programs, here and in the seed kernel: `sh session-own.sh FOLDER` prints the same.
cd "$1"
for n in 1 2 3; do echo "$n" >file$n; done
ls | cat
cat file1 file2 file3 | sort
seq 1 2000 | wc -l
echo $(seq 1 5) | grep 3
cp file1 copy && mv copy moved && cat moved
mkdir a && touch a/b && ls a
rm -r a moved
test -f moved || echo gone
(exit 5); echo "status $?"
i=0
while test $i -lt 20; do i=$((i + 1)); done
echo "$i"
env | grep -c PATH
head -n 2 file3 | hexdump | head -n 1
sh -c 'echo "inner $0 $1"' name word
rm file1 file2 file3
ls | wc -l
