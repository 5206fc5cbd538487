import MiniCC
import Support

/// Where the command finds what belongs to it: beside itself, as installed, or in the source tree it was built in.
enum Installation {
    /// The command itself.
    static let command = OperatingSystem.command ?? "minicc"

    static let toolchain: Toolchain = {
        var folder = command
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if let found = Toolchain(folder: folder) ?? Toolchain(folder: folder + "/lib/minicc") { return found }
        }
        return .none
    }()

    /// The command under a tool's name: ld, nm, ar, …, or under a compiler's, cc.
    static func tool(_ name: String) -> String? {
        guard name == "cc" || ToolNames.all.contains(name) else { return nil }
        return ["bin/", "build/bin/tools/"].lazy.compactMap { toolchain.path($0 + name) }.first
    }
}
