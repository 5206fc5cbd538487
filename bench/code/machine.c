/* A switch in a loop: an interpreter for a machine with a stack, running a small program. */
#include <stdio.h>

enum op { PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, EQUAL, JUMP, JUMP_IF, DUP, DROP, SWAP, AND, XOR, SHIFT, CALL, RETURN, HALT };

struct instruction { enum op op; int operand; };

static int run(const struct instruction *code, int input)
{
    int stack[64], variables[8] = { input }, returns[16];
    int *top = stack, *back = returns;
    const struct instruction *at = code;
    for (;;) {
        int n = at->operand;
        switch ((at++)->op) {
        case PUSH: *++top = n; break;
        case LOAD: *++top = variables[n]; break;
        case STORE: variables[n] = *top--; break;
        case ADD: top[-1] += *top; top--; break;
        case SUB: top[-1] -= *top; top--; break;
        case MUL: top[-1] = (int)((unsigned)top[-1] * (unsigned)*top); top--; break;
        case MOD: top[-1] %= *top; top--; break;
        case LESS: top[-1] = top[-1] < *top; top--; break;
        case EQUAL: top[-1] = top[-1] == *top; top--; break;
        case JUMP: at = code + n; break;
        case JUMP_IF: if (*top--) at = code + n; break;
        case DUP: top[1] = *top; top++; break;
        case DROP: top--; break;
        case SWAP: { int t = *top; *top = top[-1]; top[-1] = t; break; }
        case AND: top[-1] &= *top; top--; break;
        case XOR: top[-1] ^= *top; top--; break;
        case SHIFT: top[-1] >>= *top & 31; top--; break;
        case CALL: *++back = (int)(at - code); at = code + n; break;
        case RETURN: at = code + *back--; break;
        case HALT: return *top;
        }
    }
}

/* variable 1 counts down from 0's value; 2 collects a digest; 17 on is a function that mixes its argument */
static const struct instruction program[] = {
    { PUSH, 1 }, { STORE, 2 }, { LOAD, 0 }, { STORE, 1 },
    { LOAD, 1 }, { PUSH, 0 }, { EQUAL }, { JUMP_IF, 15 },
    { LOAD, 1 }, { CALL, 17 }, { STORE, 2 },
    { LOAD, 1 }, { PUSH, 1 }, { SUB }, { JUMP, 29 },
    { LOAD, 2 }, { HALT },
    { DUP }, { PUSH, 3 }, { MOD }, { SWAP }, { LOAD, 2 }, { PUSH, 31 }, { MUL }, { ADD }, { XOR },
    { PUSH, 0x7FFFFFFF }, { AND }, { RETURN },
    { STORE, 1 }, { LOAD, 2 }, { PUSH, 3 }, { SHIFT }, { LOAD, 2 }, { XOR }, { STORE, 2 }, { JUMP, 4 },
};

int main(void)
{
    unsigned sum = 0;
    for (int round = 0; round < 300; round++) sum = sum * 31 + run(program, 60000 + round);
    printf("machine %u\n", sum);
    return 0;
}
