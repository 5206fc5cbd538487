// Macros with parameters: nesting, parentheses in arguments, names without a call, calls over several lines.
#define ADD(a, b) ((a) + (b))
#define NONE() none
#define ID(x) x
#define PAIR(x) x, x
ADD(1, 2)
ADD(ADD(1, 2), f(3, 4))
ADD((1, 2), [3])
ADD
(
  1 ,
  2
)
ADD + ID
NONE() NONE( ) NONE
ID(ID)(ID)(5)
ID() ID((,)) ID(ADD)(6, 7)
#define CALL ADD(
CALL 8, 9)
#define LATE ID
LATE(10)
