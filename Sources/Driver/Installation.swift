import Glibc

/// Where the command finds what belongs to it: beside itself, as installed, or in the source tree it was built in.
enum Installation {
    /// The command itself.
    static let command: String = {
        var buffer = [CChar](repeating: 0, count: 4097)
        guard readlink("/proc/self/exe", &buffer, 4096) > 0 else { return "minicc" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }()

    /// The folder that holds P1/ (and libc/), or nil.
    static let root: String? = {
        var folder = command
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            for candidate in [folder, folder + "/lib/minicc"] where Files.exists(candidate + "/P1/P1pp.P1pp") {
                return candidate
            }
        }
        return nil
    }()

    static func path(_ relative: String) -> String? { root.map { $0 + "/" + relative } }
}

extension Installation {
    /// The command under a tool's name: ld, nm, ar, …, or under a compiler's, cc.
    static func tool(_ name: String) -> String? {
        guard let root, name == "cc" || ToolNames.all.contains(name) else { return nil }
        return ["/bin/", "/build/bin/tools/"].map { root + $0 + name }.first(where: Files.exists)
    }

    /// Where the compiler's own headers are.
    static var includeFolders: [String] {
        guard let root else { return [] }
        return ["/include", "/Sources/libc/include"].map { root + $0 }.filter(Files.exists)
    }

    /// The C library as an archive of portable objects, if it has been built.
    static var standardLibrary: String? {
        guard let root else { return nil }
        return ["/lib/libc.a", "/build/lib/libc.a"].map { root + $0 }.first(where: Files.exists)
    }
}
