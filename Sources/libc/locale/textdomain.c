#include <bits/null.h>
#include <errno.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/keep.h"

/* Nothing is read from the folders, but a program may ask for what it set. */
struct textdomain_binding {
    struct textdomain_binding *next;
    const char *domain, *folder, *codeset;
};

static struct textdomain_binding *textdomain_bindings;
static const char *textdomain_current = "messages";

char *textdomain(const char *domain)
{
    if (domain) {
        const char *kept = *domain ? __keep_text(domain, strlen(domain)) : "messages";
        if (!kept)
            return NULL;
        textdomain_current = kept;
    }
    return (char *)textdomain_current;
}

static struct textdomain_binding *textdomain_binding(const char *domain)
{
    struct textdomain_binding *binding;

    if (!domain || !*domain) {
        errno = EINVAL;
        return NULL;
    }
    for (binding = textdomain_bindings; binding; binding = binding->next)
        if (strcmp(binding->domain, domain) == 0)
            return binding;
    binding = malloc(sizeof *binding);
    if (!binding)
        return NULL;
    binding->domain = __keep_text(domain, strlen(domain));
    binding->folder = "/usr/share/locale";
    binding->codeset = NULL;
    if (!binding->domain) {
        free(binding);
        return NULL;
    }
    binding->next = textdomain_bindings;
    textdomain_bindings = binding;
    return binding;
}

char *bindtextdomain(const char *domain, const char *folder)
{
    struct textdomain_binding *binding = textdomain_binding(domain);
    const char *kept = binding && folder ? __keep_text(folder, strlen(folder)) : NULL;

    if (!binding || (folder && !kept))
        return NULL;
    if (kept)
        binding->folder = kept;
    return (char *)binding->folder;
}

char *bind_textdomain_codeset(const char *domain, const char *codeset)
{
    struct textdomain_binding *binding = textdomain_binding(domain);
    const char *kept = binding && codeset ? __keep_text(codeset, strlen(codeset)) : NULL;

    if (!binding || (codeset && !kept))
        return NULL;
    if (kept)
        binding->codeset = kept;
    return (char *)binding->codeset;
}
