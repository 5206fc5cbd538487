/* The types of threads. A program has one thread so far; the sizes leave room. */
#ifndef _MINICC_LIBC_BITS_PTHREAD_TYPES_H
#define _MINICC_LIBC_BITS_PTHREAD_TYPES_H

typedef unsigned long pthread_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
typedef int pthread_spinlock_t;

typedef struct {
    int __type;
    int __count;
    int __robust;
    int __unused;
    long __room[4];
} pthread_mutex_t;

typedef struct {
    int __type;
    int __shared;
    int __protocol;
    int __ceiling;
    int __robust;
} pthread_mutexattr_t;

typedef struct {
    int __clock;
    int __unused;
    long __room[5];
} pthread_cond_t;

typedef struct {
    int __clock;
    int __shared;
} pthread_condattr_t;

typedef struct {
    int __readers;
    int __writer;
    long __room[6];
} pthread_rwlock_t;

typedef struct {
    int __shared;
} pthread_rwlockattr_t;

typedef struct {
    unsigned int __wanted;
    unsigned int __arrived;
    long __room[3];
} pthread_barrier_t;

typedef struct {
    int __shared;
} pthread_barrierattr_t;

typedef struct {
    void *__stack;
    unsigned long __stack_size;
    unsigned long __guard_size;
    int __detached;
    int __inherit;
    int __policy;
    int __priority;
    int __scope;
    int __unused;
} pthread_attr_t;

#endif
