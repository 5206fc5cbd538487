import Harness

/// A machine of qemu's that boots the seed kernel: its command line, and what its exit status means.
package struct Machine: Sendable {
    package let architecture: String
    package var megabytes = 256
    /// What the kernel boots from; on amd64 the older q35 instead of microvm.
    package var isQ35 = false

    package init(_ architecture: String) { self.architecture = architecture }

    package var emulator: String { HostMachine.systemEmulator(of: architecture) }

    /// The file in build/ARCH that qemu loads.
    package var kernelName: String { architecture == "aarch64" ? "Image" : "kernel.elf" }

    /// Where RAM begins; a file that holds RAM begins with this address.
    package var ramBase: UInt64 {
        switch architecture {
        case "amd64": return 0
        case "aarch64": return 0x4000_0000
        default: return 0x8000_0000
        }
    }

    /// - Parameters:
    ///   - ram: a file that is the machine's memory, so that the host can read it afterwards; nil for a machine without one.
    ///   - console: qemu's words for where the console is.
    package func command(kernel: String, initramfs: String, options: String, ram: String? = nil,
                        console: [String] = ["-serial", "stdio"]) -> [String] {
        var board = boardWords
        var memory: [String] = []
        if let ram {
            memory = ["-object", "memory-backend-file,id=ram,size=\(megabytes)M,mem-path=\(ram),share=on"]
            board[1] += ",memory-backend=ram"
        }
        return [emulator] + board + ["-accel", "tcg", "-m", "\(megabytes)"] + memory
            + ["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"] + console
            + ["-kernel", kernel, "-initrd", initramfs, "-append", options]
    }

    private var boardWords: [String] {
        switch architecture {
        case "amd64":
            let board = isQ35 ? "q35" : "microvm,acpi=off,pit=off,pic=off,rtc=off,x-option-roms=off"
            return ["-M", board, "-cpu", "max", "-device", "isa-debug-exit,iobase=0xf4,iosize=4"]
        case "aarch64":
            return ["-M", "virt", "-cpu", "cortex-a57", "-semihosting-config", "enable=on,target=native"]
        default:
            return ["-M", "virt", "-bios", "none"]
        }
    }

    /// init's status behind qemu's; nil if the kernel did not come to its end.
    package func status(ofExit exit: Int) -> Int? {
        if exit == 255 { return nil }
        if architecture != "amd64" { return exit }
        return exit % 2 == 1 ? exit / 2 : nil
    }
}
