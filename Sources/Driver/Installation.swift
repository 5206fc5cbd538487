import Glibc

/// Where the command finds what belongs to it: beside itself, as installed, or in the source tree it was built in.
enum Installation {
    /// The folder that holds P1/ (and libc/), or nil.
    static let root: String? = {
        var buffer = [CChar](repeating: 0, count: 4097)
        guard readlink("/proc/self/exe", &buffer, 4096) > 0 else { return nil }
        var folder = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
