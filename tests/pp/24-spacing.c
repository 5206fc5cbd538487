// Tokens that stand side by side only through expansion stay apart.
#define plus +
#define minus -
#define empty
#define id(x) x
+plus -minus -id(-) id(+)id(+) id(<)id(<) id(a)id(b) id(1)id(2) id(&)& id(.)1 x empty()y
#define str(x) #x
#define xstr(x) str(x)
xstr(id(a)id(b)) xstr(a empty b) xstr(+plus) xstr( a id( b ) c )
