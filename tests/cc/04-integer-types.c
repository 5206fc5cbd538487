#include "show.h"
int main(void) {
    SHOW(sizeof(char)); SHOW(sizeof(short)); SHOW(sizeof(int)); SHOW(sizeof(long)); SHOW(sizeof(long long));
    SHOW(sizeof(void *)); SHOW(sizeof(float)); SHOW(sizeof(double)); SHOW(sizeof(_Bool));
    SHOW((char)200); SHOW((unsigned char)200); SHOW((short)40000); SHOW((unsigned short)-1);
    SHOW((int)3000000000u); SHOW((unsigned)-1); SHOW((long)(int)0x80000000); SHOW((_Bool)256); SHOW((_Bool)0.5);
    return 0;
}
