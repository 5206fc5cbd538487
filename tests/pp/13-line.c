// __LINE__, __FILE__ and #line.
__LINE__ __FILE__
#line 100
__LINE__
#line 200 "other.c"
__LINE__ __FILE__
#define WHERE 300 "third.c"
#line WHERE
__LINE__ __FILE__
# 400 "fourth.c" 1
__LINE__ __FILE__
#define HERE __LINE__
HERE \
HERE
#define CALL(x) x __LINE__
CALL(1)
