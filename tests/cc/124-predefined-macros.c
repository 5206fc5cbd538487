/* What is known without being defined. */
#include "show.h"

int main(void) {
    SHOW(__LINE__);
    put(__FILE__ + sizeof __FILE__ - sizeof "124-predefined-macros.c"); put("\n");
    SHOW(sizeof __DATE__ == 12 && sizeof __TIME__ == 9);
    SHOW(__STDC__);
    SHOW(__STDC_VERSION__ >= 201112L);
    SHOW(__STDC_HOSTED__);
    SHOW(__CHAR_BIT__);
    SHOW(__SIZEOF_POINTER__ * 1000 + __SIZEOF_LONG__ * 100 + __SIZEOF_INT__ * 10 + __SIZEOF_SHORT__);
    SHOW(__INT_MAX__);
    SHOW(__LONG_MAX__);
    SHOW(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    SHOW(sizeof(__SIZE_TYPE__));
    SHOW((__INT8_TYPE__)200);
    SHOW(sizeof(__INTPTR_TYPE__));
    int a = __COUNTER__, b = __COUNTER__;
    SHOW(b - a);
    SHOW(__INCLUDE_LEVEL__);
#line 1000 "renamed.c"
    SHOW(__LINE__); put(__FILE__); put("\n");
    SHOW(__LINE__ + 0 *
         0);
#ifdef __linux__
    put("linux\n");
#endif
    return 0;
}
