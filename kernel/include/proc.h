/* What /proc tells of the system as a whole (files/proc_system.c): a tree of folders and texts. */
#ifndef PROC_H
#define PROC_H

#include "types.h"

struct node {
    int parent;                       /* a node's number; NO_NODE: /proc itself */
    const char *name;
    void (*put)(char *text);          /* up to a page; NULL: a folder, or a number */
    u64 number;
};

enum { NO_NODE = -1, NODES_MAX = 128 };

const struct node *proc_node(int n);         /* NULL: there are no more */
int proc_node_is_folder(const struct node *node);
void proc_node_put(const struct node *node, char *text);

#endif
