#!/usr/bin/env python3
# unicode-tables.py: writes Sources/libc/internal/unicode_*.h, the classes, cases and widths of wide characters, from what
# this machine's C library says of every code point in its locale C.UTF-8. The tables in the repository are Unicode 14
# (Debian 12); run it again on a machine with a newer Unicode.
import ctypes
import os

LIMIT = 0x110000
ASCII = 0x80
library = ctypes.CDLL(None)
library.setlocale.argtypes = [ctypes.c_int, ctypes.c_char_p]
library.setlocale.restype = ctypes.c_char_p
if not library.setlocale(6, b"C.UTF-8"):
    raise SystemExit("there is no locale C.UTF-8 here")
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Sources/libc/internal")


def ask(name):
    function = getattr(library, name)
    function.argtypes = [ctypes.c_uint]
    return [function(code) for code in range(LIMIT)]


# The places where a property changes: it holds between the first and the second, the third and the fourth, and so on.
def borders(holds):
    return [code for code in range(LIMIT) if holds(code) != (code > 0 and holds(code - 1))]


# Runs of code points that map with one difference, one or two apart: first, last, step, difference.
def cases(mapped):
    runs = []
    for code in range(ASCII, LIMIT):
        difference = mapped[code] - code
        if difference == 0:
            continue
        if runs and runs[-1][3] == difference:
            first, last, step, _ = runs[-1]
            if code - last == step or (first == last and code - last <= 2):
                runs[-1] = [first, code, code - last, difference]
                continue
        runs.append([code, code, 1, difference])
    return runs


def table(name, numbers):
    lines, line = [], "   "
    for number in numbers:
        word = " 0x%x," % number
        if len(line) + len(word) > 118:
            lines.append(line)
            line = "   "
        line += word
    lines.append(line.rstrip(","))
    return "static const unsigned int %s[%d] = {\n%s\n};\n" % (name, len(numbers), "\n".join(lines))


def case_table(name, runs):
    rows = ["    { 0x%x, 0x%x, %d, %d }" % tuple(run) for run in runs]
    return "static const struct unicode_case %s[%d] = {\n%s\n};\n" % (name, len(rows), ",\n".join(rows))


def write(name, comment, parts):
    guard = "INTERNAL_" + name.upper() + "_H"
    with open(os.path.join(folder, name + ".h"), "w") as file:
        file.write("/* %s Made by scripts/unicode-tables.py. */\n#ifndef %s\n#define %s\n\n%s\n#endif\n"
                   % (comment, guard, guard, "\n".join(parts)))


upper, lower, width = ask("towupper"), ask("towlower"), ask("wcwidth")
is_lower, is_upper = ask("iswlower"), ask("iswupper")
alpha, printable = ask("iswalpha"), ask("iswprint")
write("unicode_classes", "The places where a class begins and ends.", [
    table("unicode_alpha", borders(lambda code: bool(alpha[code]))),
    table("unicode_print", borders(lambda code: bool(printable[code]))),
    "/* Letters that are small or capital without being the other case of a letter, and the other way round. */\n"
    + table("unicode_lower_other", borders(lambda code: bool(is_lower[code]) != (upper[code] != code))),
    table("unicode_upper_other", borders(lambda code: bool(is_upper[code]) != (lower[code] != code)))])
write("unicode_case", "Runs of letters whose other case is equally far away.", [
    "/* The letters from first to last, step apart. */\n"
    "struct unicode_case {\n    unsigned int first, last;\n    int step, difference;\n};\n",
    case_table("unicode_to_upper", cases(upper)), case_table("unicode_to_lower", cases(lower))])
write("unicode_width", "The places where characters of two columns, and of none, begin and end.", [
    table("unicode_wide", borders(lambda code: width[code] == 2)),
    table("unicode_zero_width", borders(lambda code: code > 0 and width[code] == 0))])
