/* Every language's UTF-8 is known, and nothing else; there are no translations and no catalogues. */
#include <errno.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <nl_types.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    static const char *const names[] = { "en_US.UTF-8", "de_DE.utf8@euro", "xx.Utf-8", "en_US", ".UTF-8", "a/b.UTF-8", "en_US.UTF-16",
        "en_US.UTF-88", "en_US.", "de_DE.ISO-8859-1", "C" };
    size_t i;
    char *kept;

    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *name = setlocale(LC_ALL, names[i]);
        printf("%s: %s %s\n", names[i], name ? name : "no", nl_langinfo(CODESET));
    }
    setenv("LC_ALL", "en_US.UTF-8", 1);
    kept = setlocale(LC_ALL, "");
    setlocale(LC_ALL, "C");
    printf("%s %s\n", kept, setlocale(LC_CTYPE, kept));

    printf("%s %s %s\n", gettext("one"), dgettext("d", "two"), dcgettext("d", "three", LC_MESSAGES));
    printf("%s %s %s\n", ngettext("file", "files", 1), ngettext("file", "files", 0), dngettext("d", "file", "files", 2));
    printf("%s", textdomain(NULL));
    printf(" %s", textdomain("mine"));
    printf(" %s", textdomain(NULL));
    printf(" %s\n", textdomain(""));
    printf("%d", bindtextdomain("mine", NULL) != NULL);
    printf(" %s", bindtextdomain("mine", "/somewhere"));
    printf(" %s %d\n", bindtextdomain("mine", NULL), bindtextdomain("", NULL) == NULL);
    printf("%d", bind_textdomain_codeset("mine", NULL) == NULL);
    printf(" %s\n", bind_textdomain_codeset("mine", "UTF-8"));
    errno = 0;
    printf("%d", catopen("messages", NL_CAT_LOCALE) == (nl_catd)-1);
    printf(" %s\n", strerror(errno));
    printf("%s\n", catgets((nl_catd)-1, 1, 1, "as it was"));
    return 0;
}
