/// The machine that this runs on, and what runs programs of the others.
package enum HostMachine {
    package static var name: String {
        #if arch(x86_64)
        return "amd64"
        #elseif arch(arm64)
        return "aarch64"
        #else
        return "riscv64"
        #endif
    }

    /// nil for programs that run directly.
    package static func emulator(of architecture: String) -> String? {
        if architecture == name { return nil }
        return "qemu-" + (architecture == "amd64" ? "x86_64" : architecture)
    }
}
