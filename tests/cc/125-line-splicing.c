/* Lines that go on, comments, and what they are not. */
#include "show.h"
#define LONG a + \
             b + \
             c
int ma\
in(void) {
    int a = 1, b = 2, c = 3;
    SHOW(LONG);
    put("a string \
that goes on\n");
    SHOW(1/* comment */+/**/1);
    SHOW(7 // a comment that \
goes on
         / 7);
    put("/* no comment */ // nor this\n");
    put("\\"); put("\n");
    SHOW('/' /* ' */ + 0);
    int d = a+++b;
    SHOW(d); SHOW(a);
    SHOW(a---b);
    SHOW(a- -b);
    SHOW(1?2:3);
    /\
* a comment all the same *\
/
    %:define digraph 5
    <% int e<:2:> = <% 1, 2 %>; SHOW(e<:1:> + digraph); %>
    return 0;
}
