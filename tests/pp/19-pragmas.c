// What -E leaves for the compiler, and _Pragma as its operator.
#pragma pack(push, 1)
before _Pragma("pack(2)") after
#define PACK(n) _Pragma("pack(4)") n
PACK(x)
#pragma STDC FP_CONTRACT ON
end
