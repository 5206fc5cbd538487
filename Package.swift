// swift-tools-version:6.0
import PackageDescription

// Driver → MiniCC → P1Backend, never back. No package dependencies.
let package = Package(
    name: "MiniCC",
    products: [
        .executable(name: "minicc", targets: ["Driver"]),
        .library(name: "MiniCC", targets: ["MiniCC"]),
        .library(name: "P1Backend", targets: ["P1Backend"]),
    ],
    targets: [
        .target(name: "P1Backend"),
        .target(name: "MiniCC", dependencies: ["P1Backend"]),
        .executableTarget(name: "Driver", dependencies: ["MiniCC", "P1Backend"]),
    ],
    swiftLanguageModes: [.v6]
)
