// A backslash before a newline joins lines, anywhere.
fo\
o\
bar 0x\
12 1.\
5e\
+3
"ab\
c" '\
a' L\
"wide"
a <\
<= b -\
> c .\
.\
. d
/\
* a comment *\
/ e /\
/ and \
another
#def\
ine F\
(x) x \
  x
F(1)
f \   
g
