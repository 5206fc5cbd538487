#!/bin/sh
# A package outside of this repository depends on it by a version, and compiles and runs C with it: what is committed is cloned
# and tagged as that version.
set -eu
swift=${SWIFT:-swift}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/build/package
rm -rf "$work/minicc" "$work/client"
mkdir -p "$work/client/Sources/client"
git clone -q "$root" "$work/minicc"
version=$(sed -n 's/.*number = "\(.*\)".*/\1/p' "$root/Sources/MiniCC/Release.swift").0
git -C "$work/minicc" -c user.name=test -c user.email=test@example.org tag -a -m "for a test" "$version"

cat >"$work/client/Package.swift" <<END
// swift-tools-version:6.0
import PackageDescription

let package = Package(name: "client", dependencies: [.package(url: "$work/minicc", from: "$version")], targets: [
    .executableTarget(name: "client", dependencies: [.product(name: "MiniCC", package: "minicc"), .product(name: "P1Backend", package: "minicc")]),
])
END
cp "$root/examples/embed/main.swift" "$work/client/Sources/client/main.swift"
"$swift" build --package-path "$work/client" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
# The library and the headers are those that make has built.
"$work/client/.build/debug/client" "$root" >"$work/output" || { cat "$work/output"; exit 1; }
diff "$root/examples/embed/expected" "$work/output"
echo "a package with MiniCC $version: 1 passed, 0 failed"
