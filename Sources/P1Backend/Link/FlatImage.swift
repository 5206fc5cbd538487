extension Image {
    /// Every byte from the first section to the last one that is not bss.
    func flatBytes() -> [UInt8] {
        var out = ByteBuffer()
        for (index, section) in layout.sections.enumerated() where section.size > 0 && section.kind != .bss {
            guard placement.offsets[index] >= out.count else {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) lies before or over another one", Origin())
                return []
            }
            guard placement.offsets[index] - out.count < 1 << 30 else {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) is more than 1 GiB away in a flat image", Origin())
                return []
            }
            out.pad(to: placement.offsets[index])
            out.bytes.append(contentsOf: layout.bytes(of: section))
        }
        return out.bytes
    }
}
