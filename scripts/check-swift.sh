#!/bin/sh
# check-swift.sh SWIFT: whether that command is a Swift that can build MiniCC; one line if it is not.
found=$("$1" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
[ "${found%%.*}" ] && [ "${found%%.*}" -ge 6 ] && exit 0
echo "MiniCC is built with Swift 6.0 or later (package swiftlang or swift-lang); '$1' is ${found:-not installed}" >&2
exit 1
