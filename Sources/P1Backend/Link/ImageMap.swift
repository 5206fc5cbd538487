extension Image {
    /// Sections and symbols by address, one a line, with their sizes.
    func map() -> String {
        var text = ""
        var symbols = symbols()[...]
        for (index, section) in layout.sections.enumerated() where section.size > 0 {
            text += "\(hex(section.address, digits: 16)) \(hex(section.size, digits: 8)) \(section.name)\n"
            while let symbol = symbols.first(where: { $0.section == index }), symbols.first?.section == index {
                symbols = symbols.dropFirst()
                text += "\(hex(symbol.address, digits: 16)) \(hex(symbol.size, digits: 8))   \(program.words.names.string(symbol.name))\n"
            }
        }
        return text
    }
}
