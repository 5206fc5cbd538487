import P1Backend

/// The machines that minicc makes programs for, as the tools ask for them: which one this is, and what runs programs of the others.
package enum HostMachine {
    package static var name: String { Machines.host.name }

    /// The names of all machines, in the order of tests and tables.
    package static var allNames: [String] { Machines.all.map { $0.name } }

    /// nil for programs that run directly.
    package static func emulator(of architecture: String) -> String? {
        architecture == name ? nil : Machines.named(architecture)?.description.programEmulator
    }

    /// What boots a kernel.
    package static func systemEmulator(of architecture: String) -> String {
        Machines.named(architecture)?.description.systemEmulator ?? "qemu-system-" + architecture
    }
}
