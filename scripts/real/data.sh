# data.sh FOLDER: input for the benches, the same on each machine and each day.
[ -f "$1/data/text" ] && exit 0
mkdir -p "$1/data"
# Four megabytes of words and numbers, with the repetitions of a language and the surprise of a log.
awk 'BEGIN {
    split("the of and a to in is you that it he was for on are as with his they at be this have from or one had by word but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who oil its now find long down day did get come made may part", word, " ")
    x = 12345
    for (line = 0; line < 80000; line++) {
        text = ""
        for (i = 0; i < 10; i++) {
            x = (x * 69069 + 1) % 4294967296
            n = int(x / 65536)
            text = text (n % 7 == 0 ? n : word[n % 100 * (n % 13) % 100 + 1]) " "
        }
        print text
    }
}' >"$1/data/text.new"
mv "$1/data/text.new" "$1/data/text"
