import Support

/// What a program is made with beside its own sources: the headers, libp1pp, the start of a C program, and the C library. A
/// folder holds them, as `make` leaves it in the source tree and `make install` where it installs, or memory does.
public struct Toolchain: Sendable {
    /// The folder; empty for one in memory, and for the root of the file system.
    public let root: String
    /// A toolchain in memory: texts by their paths from its root.
    let files: [String: [UInt8]]
    private let isInMemory: Bool
    /// A path in the toolchain that leads to a file or, without an ending, to a folder.
    private let exists: @Sendable (String) -> Bool

    /// Nil if the folder holds no toolchain.
    public init?(folder: String) {
        guard OperatingSystem.exists(folder + "/P1/P1pp.P1pp") else { return nil }
        root = folder
        files = [:]
        isInMemory = false
        exists = { OperatingSystem.exists(folder + "/" + $0) }
    }

    /// The texts by their paths in an installed toolchain: `P1/P1pp.P1pp`, `include/stdio.h`, `lib/libc.a`.
    public init(files: [String: [UInt8]]) {
        root = ""
        isInMemory = true
        var named: [String: [UInt8]] = [:]
        for (path, bytes) in files { named["/" + path] = bytes }
        self.files = named
        let known = Set(files.keys)
        exists = { path in known.contains(path) || known.contains { $0.hasPrefix(path + "/") } }
    }

    /// No headers, no library: for sources that need none.
    public static let none = Toolchain(files: [:])

    /// A file's path, if it is there.
    public func path(_ relative: String) -> String? { exists(relative) ? root + "/" + relative : nil }

    /// A file's bytes by its path from the root.
    func read(_ relative: String) -> OperatingSystem.Outcome<[UInt8]> {
        guard isInMemory else { return OperatingSystem.read(root + "/" + relative) }
        return files["/" + relative].map { .success($0) } ?? .failure("it is not there")
    }

    /// The bytes of a file that `path` has found, for as long as the process runs.
    func map(_ path: String) -> OperatingSystem.Outcome<UnsafeBufferPointer<UInt8>> {
        guard isInMemory, let bytes = files[path] else { return OperatingSystem.map(path) }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        return .success(UnsafeBufferPointer(copy))
    }

    /// Where the compiler's own headers are.
    public var headerFolders: [String] { ["include", "Sources/libc/include"].compactMap(path) }

    /// The C library as an archive of portable objects, if it has been built.
    public var standardLibrary: String? { ["lib/libc.a", "build/lib/libc.a"].lazy.compactMap(path).first }

    /// What P1 consists of beside its instructions.
    public static let libp1pp = ["P1/P1pp.P1pp", "P1/sys-base.P1pp", "P1/ext.P1pp"]
    /// The start of a program with the C library.
    public static let entry = "P1/entry-libc.P1pp"
    /// What a program without a library begins with.
    public static let entryWithoutLibrary = Array("%fn(p1_main, 16, {\n    %call(&main)\n})\n".utf8)
}
