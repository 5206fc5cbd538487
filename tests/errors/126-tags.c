struct tag { int x; }; union tag u; enum tag e; enum missing m; struct { int a; int a; } d;
