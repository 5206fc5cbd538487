// swift-tools-version:6.0
import PackageDescription

// Driver → MiniCC → P1Backend → Support, never back. No package dependencies.

// The command as `make` builds it; SwiftPM lets nobody depend on a package with flags like these, so that they are there only when
// the Makefile asks for them. Static exclusivity checking stays on; the run-time check costs a compiler a tenth of its speed.
// Functions in sections of their own lie closer together in the command, and what it does not use of Swift's library (regular
// expressions, tasks) stays out: a small compilation spends much of its time on the pages of the command itself.
let isCommandBuild = Context.environment["MINICC_COMMAND_BUILD"] != nil
let settings: [SwiftSetting] = isCommandBuild ? [.unsafeFlags([
    "-enforce-exclusivity=unchecked", "-Xfrontend", "-function-sections",
    "-Xfrontend", "-disable-implicit-string-processing-module-import",
    "-Xfrontend", "-disable-implicit-concurrency-module-import",
], .when(configuration: .release))] : []
// Nothing to find and bind at every start: that takes longer than compiling a small file.
let linkerSettings: [LinkerSetting] = isCommandBuild
    ? [.unsafeFlags(["-static-executable", "-use-ld=lld"], .when(configuration: .release))] : []

let package = Package(
    name: "MiniCC",
    products: [
        .executable(name: "minicc", targets: ["Driver"]),
        .library(name: "MiniCC", targets: ["MiniCC"]),
        .library(name: "P1Backend", targets: ["P1Backend"]),
    ],
    targets: [
        .target(name: "Support", swiftSettings: settings),
        .target(name: "P1Backend", dependencies: ["Support"], swiftSettings: settings),
        .target(name: "MiniCC", dependencies: ["P1Backend", "Support"], swiftSettings: settings),
        .executableTarget(name: "Driver", dependencies: ["MiniCC", "P1Backend", "Support"], swiftSettings: settings, linkerSettings: linkerSettings),
        .executableTarget(name: "bench", dependencies: ["Harness", "SeedHost"], path: "Tools/Bench"),
        .target(name: "Harness", dependencies: ["P1Backend"], path: "Tools/Harness"),
        .target(name: "SeedHost", dependencies: ["Harness"], path: "Tools/SeedHost", swiftSettings: settings),
        .executableTarget(name: "runner", dependencies: ["Harness", "SeedHost"], path: "Tools/Runner"),
        .executableTarget(name: "seed", dependencies: ["P1Backend", "Harness", "SeedHost"], path: "Tools/Seed"),
        .executableTarget(name: "fuzz", dependencies: ["Harness"], path: "Tools/Fuzz"),
        .executableTarget(name: "p1check", dependencies: ["P1Backend", "Support", "Harness"], path: "Tools/P1Check", swiftSettings: settings),
        .testTarget(name: "P1BackendTests", dependencies: ["P1Backend", "Support"], path: "tests/unit/P1Backend"),
        .testTarget(name: "MiniCCTests", dependencies: ["MiniCC", "P1Backend", "Support", "Harness"], path: "tests/unit/MiniCC"),
    ],
    swiftLanguageModes: [.v6]
)
