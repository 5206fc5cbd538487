#include <bits/null.h>
#include <dlfcn.h>

/* The text that dlerror gives once. */
static const char *dl_message;

void *dlopen(const char *path, int flags)
{
    (void)path;
    (void)flags;
    dl_message = "this program is statically linked: it cannot load libraries";
    return NULL;
}

void *dlsym(void *handle, const char *name)
{
    (void)handle;
    (void)name;
    dl_message = "this program is statically linked: it has no table of symbols";
    return NULL;
}

int dlclose(void *handle)
{
    (void)handle;
    dl_message = "not an open library";
    return -1;
}

char *dlerror(void)
{
    const char *message = dl_message;

    dl_message = NULL;
    return (char *)message;
}

int dladdr(const void *address, Dl_info *information)
{
    (void)address;
    (void)information;
    return 0;
}
