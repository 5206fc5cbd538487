import Glibc

/// Reading and writing whole files, with the reason in words where it fails.
enum Files {
    enum Outcome<Value> {
        case success(Value)
        case failure(String)
    }

    static func read(_ path: String) -> Outcome<[UInt8]> {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else { return .failure(reason()) }
        defer { if descriptor != 0 { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(reason()) }
        if status.st_mode & S_IFMT == S_IFDIR { return .failure("Is a directory") }
        // One byte more than the file has shows its end in the same call.
        var room = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) + 1 : 1 << 16
        var bytes: [UInt8] = []
        var isAtEnd = false
        var failure: String?
        while !isAtEnd && failure == nil {
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                while count < room {
                    let got = Glibc.read(descriptor, buffer.baseAddress! + count, room - count)
                    if got < 0 && errno == EINTR { continue }
                    if got < 0 { failure = reason() }
                    if got == 0 { isAtEnd = true }
                    if got <= 0 { return }
                    count += got
                }
            }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            room = max(bytes.count, 1 << 16)
        }
        if let failure { return .failure(failure) }
        return .success(bytes)
    }

    /// A file's bytes for as long as the command runs, read as far as they are looked at.
    static func map(_ path: String) -> Outcome<UnsafeBufferPointer<UInt8>> {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return .failure(reason()) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
           let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED {
            return .success(UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: Int(status.st_size)))
        }
        // Empty files, pipes and the like.
        switch read(path) {
        case .failure(let why): return .failure(why)
        case .success(let bytes):
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
            _ = copy.initialize(from: bytes)
            return .success(UnsafeBufferPointer(copy))
        }
    }

    /// Writes beside the file and renames, so that a failed run leaves what was there. Nil if all went well.
    static func write(_ path: String, _ bytes: [UInt8], executable: Bool = false) -> String? {
        if path == "-" { return put(1, bytes) ? nil : reason() }
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists && status.st_mode & S_IFMT != S_IFREG {
            // A device or a pipe cannot be renamed over.
            if status.st_mode & S_IFMT == S_IFDIR { return "Is a directory" }
            let descriptor = open(path, O_WRONLY)
            guard descriptor >= 0 else { return reason() }
            defer { close(descriptor) }
            return put(descriptor, bytes) ? nil : reason()
        }
        let temporary = path + ".tmp\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, executable ? 0o777 : 0o666)
        guard descriptor >= 0 else { return reason() }
        guard put(descriptor, bytes), close(descriptor) == 0 else {
            let why = reason()
            unlink(temporary)
            return why
        }
        // Many file systems put a new content on the disk before they let it be renamed over an old one, which takes long;
        // to change places with it is as safe.
        if exists && renameat2(AT_FDCWD, temporary, AT_FDCWD, path, exchangingNames) == 0 {
            unlink(temporary)
            return nil
        }
        guard rename(temporary, path) == 0 else {
            let why = reason()
            unlink(temporary)
            return why
        }
        return nil
    }

    /// RENAME_EXCHANGE.
    private static let exchangingNames: UInt32 = 2

    static func put(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func reason() -> String { String(cString: strerror(errno)) }
}

/// The module of the C library leaves it out.
@_silgen_name("renameat2")
private func renameat2(_ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>,
                       _ flags: UInt32) -> Int32
