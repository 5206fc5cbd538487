/* __sync_… and __atomic_… with the results that gcc's have, in a program of one thread. */
#include "show.h"

static int word;
static unsigned char byte = 250;
static short half;
static long wide = 1L << 40;
static char buffer[16], *pointer = buffer;
static struct pair { int a, b; } from = {1, 2}, to;
static int calls;
static int *counted(void) { calls++; return &word; }

int main(void) {
    __sync_synchronize();
    SHOW(__sync_fetch_and_add(&word, 5));
    SHOW(__sync_add_and_fetch(&word, 5));
    SHOW(__sync_sub_and_fetch(&word, 3));
    SHOW(__sync_fetch_and_or(&word, 8));
    SHOW(__sync_fetch_and_xor(&word, 5));
    SHOW(__atomic_load_n(&word, __ATOMIC_SEQ_CST));
    /* Narrow objects wrap. */
    SHOW(__sync_add_and_fetch(&byte, 10));
    SHOW(byte);
    SHOW(__atomic_nand_fetch(&half, 3, __ATOMIC_RELAXED));
    SHOW(__atomic_fetch_and(&half, 0xf0, __ATOMIC_RELAXED));
    SHOW(half);
    SHOW(__atomic_fetch_sub(&wide, 1, __ATOMIC_ACQ_REL) == wide + 1);
    /* Pointers move by bytes. */
    SHOW(__atomic_add_fetch(&pointer, 3, __ATOMIC_RELAXED) - buffer);
    SHOW(__sync_lock_test_and_set(&pointer, 0) - buffer);
    SHOW(pointer == 0);

    word = 10;
    SHOW(__sync_bool_compare_and_swap(&word, 10, 20));
    SHOW(__sync_val_compare_and_swap(&word, 10, 30));
    int expected = 5;
    SHOW(__atomic_compare_exchange_n(&word, &expected, 7, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
    SHOW(expected);
    SHOW(__atomic_compare_exchange_n(&word, &expected, 7, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
    int desired = 8;
    expected = 7;
    SHOW(__atomic_compare_exchange(&word, &expected, &desired, 1, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
    SHOW(word);
    __atomic_store_n(&word, 3, __ATOMIC_RELEASE);
    int value = 9, old;
    __atomic_exchange(&word, &value, &old, __ATOMIC_SEQ_CST);
    SHOW(old);
    SHOW(__atomic_exchange_n(&word, 11, __ATOMIC_SEQ_CST));
    __atomic_store(&word, &value, __ATOMIC_SEQ_CST);
    __atomic_load(&word, &old, __ATOMIC_SEQ_CST);
    SHOW(old);
    __atomic_load(&from, &to, __ATOMIC_SEQ_CST);
    SHOW(to.b);

    char flag = 0;
    SHOW(__atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
    SHOW(__atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
    __atomic_clear(&flag, __ATOMIC_SEQ_CST);
    SHOW(flag);
    __sync_lock_release(&word);
    SHOW(word);
    /* The object is evaluated once. */
    SHOW(__atomic_fetch_add(counted(), 1, __ATOMIC_SEQ_CST));
    SHOW(__sync_bool_compare_and_swap(counted(), 1, 2));
    SHOW(calls);
    SHOW(__atomic_always_lock_free(sizeof(long), 0));
    return 0;
}
