import Glibc
import Harness

/// A folder of the host as entries of an archive, and back.
package enum Tree {
    /// Everything below a folder, in the order of the names; nil if something cannot be read.
    package static func entries(of folder: String) -> [ArchiveEntry]? {
        var entries: [ArchiveEntry] = []
        return add(folder, "", to: &entries) ? entries : nil
    }

    private static func add(_ folder: String, _ prefix: String, to entries: inout [ArchiveEntry]) -> Bool {
        guard FileSystem.exists(folder) else { return false }
        for name in FileSystem.names(in: folder) {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { return false }
            let mode = UInt32(status.st_mode)
            switch mode & S_IFMT {
            case S_IFDIR:
                entries.append(ArchiveEntry(path: prefix + name, mode: mode, content: []))
                if !add(path, prefix + name + "/", to: &entries) { return false }
            case S_IFLNK:
                var target = [UInt8](repeating: 0, count: 4096)
                let length = readlink(path, &target, target.count)
                if length < 0 { return false }
                entries.append(ArchiveEntry(path: prefix + name, mode: mode, content: Array(target[..<length])))
            default:
                guard let content = FileSystem.read(path) else { return false }
                entries.append(ArchiveEntry(path: prefix + name, mode: mode, content: content))
            }
        }
        return true
    }

    package static func write(_ entries: [ArchiveEntry], to folder: String) -> Bool {
        FileSystem.makeFolder(folder)
        for entry in entries where entry.path != "." {
            // An archive has no business elsewhere.
            if entry.path.hasPrefix("/") || entry.path.split(separator: "/").contains("..") { return false }
            let path = folder + "/" + entry.path
            switch entry.mode & S_IFMT {
            case S_IFDIR: FileSystem.makeFolder(path)
            case S_IFLNK:
                unlink(path)
                if symlink(String(decoding: entry.content, as: UTF8.self), path) != 0 { return false }
            case S_IFREG:
                if !FileSystem.write(path, entry.content) { return false }
                chmod(path, entry.mode & 0o777)
            default: break
            }
        }
        return true
    }
}
