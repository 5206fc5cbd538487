int a = 4 //**/ 2
;
int b; // not in C89
int c; // the second is not reported
int d = ;
