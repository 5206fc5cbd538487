#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

struct variable {
    char *name, *value;
    int is_exported;
    struct variable *next;
};

static struct variable *variables;

static struct variable *find(const char *name)
{
    struct variable *found;

    for (found = variables; found; found = found->next)
        if (strcmp(found->name, name) == 0)
            return found;
    return NULL;
}

const char *variable(const char *name)
{
    struct variable *found = find(name);

    return found ? found->value : NULL;
}

void set_variable(const char *name, const char *value)
{
    struct variable *found = find(name);

    if (!found) {
        found = calloc(1, sizeof *found);
        found->name = strdup(name);
        found->next = variables;
        variables = found;
    }
    free(found->value);
    found->value = strdup(value);
}

void export_variable(const char *name)
{
    if (!find(name))
        set_variable(name, "");
    find(name)->is_exported = 1;
}

void unset_variable(const char *name)
{
    for (struct variable **link = &variables; *link; link = &(*link)->next) {
        struct variable *gone = *link;

        if (strcmp(gone->name, name) != 0)
            continue;
        *link = gone->next;
        free(gone->name);
        free(gone->value);
        free(gone);
        return;
    }
}

char **exported_variables(void)
{
    struct texts list = { NULL, 0, 0 };

    for (struct variable *each = variables; each; each = each->next) {
        size_t size = strlen(each->name) + strlen(each->value) + 2;
        char *text;

        if (!each->is_exported)
            continue;
        text = keep(size);
        snprintf(text, size, "%s=%s", each->name, each->value);
        texts_add(&list, text);
    }
    return list.at ? list.at : keep(sizeof(char *));
}

void take_environment(char **environment)
{
    for (; *environment; environment++) {
        char *equals = strchr(*environment, '=');
        char *name;

        if (!equals)
            continue;
        name = keep_text(*environment, (size_t)(equals - *environment));
        set_variable(name, equals + 1);
        export_variable(name);
    }
}

void print_variables(int only_exported)
{
    for (struct variable *each = variables; each; each = each->next)
        if (each->is_exported || !only_exported)
            printf("%s=%s\n", each->name, each->value);
}
