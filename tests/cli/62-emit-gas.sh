# --emit=gas: labels and words for an assembler that knows no instructions; bytes where a label cuts a word, padding up to
# a label behind it. The bytes are those of --emit=bin.
cat >words.P1pp <<'END'
%section(text, 4, keep)
:first
%(0x11223344) !(0x55)
:second
!(0x66) !(0x77) !(0x88)
$(0x0102030405060708)
!(0x99)
%section(text, 16, keep)
:last
END
options="--target=amd64 --no-libp1pp --entry=first --base=0x1000 --section-start=text=0x1000"
minicc $options --emit=gas words.P1pp -o words.s && cat words.s
minicc $options --emit=bin words.P1pp -o words.bin && od -An -tx1 -w16 words.bin
