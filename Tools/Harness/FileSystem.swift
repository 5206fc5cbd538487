import Glibc

/// The few things the runner does with files and folders.
package enum FileSystem {
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// In bytes; 0 for a file that is not there.
    package static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    package static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            guard count >= 0 else { return nil }
            if count == 0 { return content }
            content += piece[..<count]
        }
    }

    package static func readText(_ path: String) -> String? { read(path).map { String(decoding: $0, as: UTF8.self) } }

    @discardableResult
    package static func write(_ path: String, _ content: [UInt8]) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var done = 0
        while done < content.count {
            let count = content.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, content.count - done) }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// The names in a folder, sorted; none if it does not exist.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    package static func makeFolder(_ path: String) {
        if path.isEmpty || mkdir(path, 0o755) == 0 || errno != ENOENT { return }
        if let slash = path.lastIndex(of: "/") {
            makeFolder(String(path[..<slash]))
            mkdir(path, 0o755)
        }
    }

    package static func remove(_ path: String) {
        if unlink(path) == 0 || errno == ENOENT { return }
        for name in names(in: path) { remove(path + "/" + name) }
        rmdir(path)
    }

    package static func makeEmptyFolder(_ path: String) {
        remove(path)
        makeFolder(path)
    }

    package static var currentFolder: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        return getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "."
    }

    package static func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : currentFolder + "/" + path }

    /// Where the shell would find a command.
    package static func findCommand(_ name: String) -> String? {
        for folder in environment("PATH", default: "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
            let path = folder + "/" + name
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    package static func environment(_ name: String, default usual: String = "") -> String {
        getenv(name).map { String(cString: $0) } ?? usual
    }
}
