/* The file of hashed pass phrases. */
#ifndef _MINICC_LIBC_SHADOW_H
#define _MINICC_LIBC_SHADOW_H

#include <features.h>
#include <bits/size_t.h>
#include <stdio.h>

#define SHADOW "/etc/shadow"

struct spwd {
    char *sp_namp;
    char *sp_pwdp;
    long sp_lstchg;
    long sp_min;
    long sp_max;
    long sp_warn;
    long sp_inact;
    long sp_expire;
    unsigned long sp_flag;
};

void setspent(void);
void endspent(void);
struct spwd *getspent(void);
struct spwd *getspnam(const char *name);
struct spwd *fgetspent(FILE *file);
struct spwd *sgetspent(const char *line);
int getspnam_r(const char *name, struct spwd *entry, char *room, size_t size, struct spwd **found);
int putspent(const struct spwd *entry, FILE *file);
int lckpwdf(void);
int ulckpwdf(void);

#endif
