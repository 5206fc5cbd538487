#include <regex.h>
#include <string.h>

size_t regerror(int error, const regex_t *regex, char *text, size_t size)
{
    static const char *const messages[] = {
        "Success", "No match", "Invalid regular expression", "Invalid collation character", "Invalid character class name",
        "Trailing backslash", "Invalid back reference", "Unmatched [, [^, [:, [., or [=", "Unmatched ( or \\(", "Unmatched \\{",
        "Invalid content of \\{\\}", "Invalid range end", "Out of memory", "Invalid preceding regular expression"
    };
    const char *message = "Unknown error";
    size_t length;

    (void)regex;
    if (error >= 0 && error < (int)(sizeof messages / sizeof messages[0])) message = messages[error];
    length = strlen(message) + 1;
    if (size > 0) {
        size_t part = length < size ? length : size;

        memcpy(text, message, part - 1);
        text[part - 1] = 0;
    }
    return length;
}
