// Macros the compiler computes.
__COUNTER__ __COUNTER__
#define UNIQUE_(x, y) x ## y
#define UNIQUE(x, y) UNIQUE_(x, y)
UNIQUE(name, __COUNTER__) UNIQUE(name, __COUNTER__)
__DATE__ __TIME__
__BASE_FILE__ __INCLUDE_LEVEL__
__STDC__ __STDC_VERSION__ __STDC_HOSTED__
#ifdef __FILE__
defined
#endif
__INT_MAX__ __LONG_MAX__ __SIZE_TYPE__ __INT64_C(1)
__CHAR_BIT__ __SIZEOF_POINTER__ __SIZEOF_LONG_DOUBLE__ __BYTE_ORDER__
