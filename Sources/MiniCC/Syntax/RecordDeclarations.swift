/// A member that was read but has no place yet: attributes behind the `}` may still change the layout.
struct PendingField {
    var name: Name
    var type: TypeID
    var bitWidth: Int64 = -1
    var alignment: Int32
    var isPacked: Bool
    var location: SourceLocation
}

extension Parser {
    /// `struct` or `union`, with or without a body.
    mutating func parseRecord(_ specifiers: inout Specifiers) -> TypeID {
        let recordKind: TypeKind = kind == .kwUnion ? .union : .structure
        let keyword = location
        advance()
        var attributes = Attributes()
        parseAttributes(into: &attributes)
        specifiers.declaresTag = true
        var place = keyword
        var tag: Name = -1
        if kind == .identifier {
            tag = token.name
            place = location
            advance()
        }
        guard kind == .leftBrace else {
            guard tag >= 0 else {
                syntaxError("expected the name of a \(recordKind == .union ? "union" : "struct") or '{', not \(describeToken())")
                // A word that means something else stands for the name.
                if kind.isKeyword {
                    advance()
                    if kind == .leftBrace { skipToEndOfStatement() }
                    lastSyntaxError = location
                }
                return .invalid
            }
            return referTag(tag, recordKind, place)
        }
        guard descend() else { return .invalid }
        defer { depth -= 1 }
        let type = defineTag(tag, recordKind, place)
        let record = Int(types[type].first)
        types.records[record].isBeingDefined = true
        let pack = self.pack
        let opened = location
        advance()
        var fields: [PendingField] = []
        while kind != .rightBrace && kind != .endOfFile {
            if kind == .semicolon {
                advance()
                continue
            }
            if kind == .kwStaticAssert {
                parseStaticAssert()
                continue
            }
            parseFields(into: &fields, recordKind)
        }
        expectClosing(.rightBrace, opened: opened)
        parseAttributes(into: &attributes)
        layOut(type, fields, attributes, pack)
        types.records[record].isBeingDefined = false
        return type
    }

    /// One member declaration: specifiers and any number of declarators.
    private mutating func parseFields(into fields: inout [PendingField], _ recordKind: TypeKind) {
        let start = location
        let specifiers = parseSpecifiers(allowsStorage: false)
        if specifiers.isEmpty {
            syntaxError("expected a member declaration, not \(describeToken())")
            skipToEndOfStatement()
            if location == start && kind != .rightBrace { advance() }
            return
        }
        if kind == .semicolon {
            // An anonymous struct or union; anything else declares nothing.
            if types.isRecord(specifiers.type) && types.records[Int(types[specifiers.type].first)].tag < 0 {
                addField(PendingField(name: -1, type: specifiers.type, alignment: specifiers.attributes.alignment,
                                      isPacked: specifiers.attributes.isPacked, location: specifiers.location), &fields)
            } else if !specifiers.declaresTag {
                warn(.pedantic, start, "declaration does not declare anything")
            }
            advance()
            return
        }
        if specifiers.isImplicitInt { warn(.implicitInt, start, "type specifier missing, defaults to 'int'") }
        while true {
            var attributes = specifiers.attributes
            parseAttributes(into: &attributes)
            var field = PendingField(name: -1, type: specifiers.type, alignment: 0, isPacked: false, location: location)
            if kind != .colon {
                let declarator = parseDeclarator(specifiers.type, .member)
                field.name = declarator.name
                field.type = declarator.type
                field.location = declarator.location
                if declarator.name < 0 && kind != .colon {
                    syntaxError("expected the name of a member, not \(describeToken())")
                    skipToEndOfStatement()
                    return
                }
            }
            if accept(.colon) { parseBitWidth(&field) }
            parseAttributes(into: &attributes)
            field.alignment = attributes.alignment
            field.isPacked = attributes.isPacked
            addField(field, &fields)
            guard accept(.comma) else { break }
        }
        if !accept(.semicolon) {
            if kind == .rightBrace {
                // The last semicolon may be missed without losing anything behind it.
                syntaxError("expected ';' at end of declaration list", afterPrevious: true)
            } else {
                syntaxError("expected ';' after the member", afterPrevious: true)
                skipToEndOfStatement()
            }
        }
    }

    private mutating func parseBitWidth(_ field: inout PendingField) {
        let place = location
        let width = parseConstantExpression("width of the bit-field") ?? 1
        let name = field.name < 0 ? "unnamed bit-field" : "bit-field '\(names.string(field.name))'"
        guard types.isInteger(field.type) else {
            if field.type != .invalid { error(field.location, "\(name) has the type \(describe(field.type)), which is no integer") }
            field.type = .int
            field.bitWidth = 1
            return
        }
        let limit = types.storage(field.type) == .bool ? 1 : types.size(field.type) * 8
        if width < 0 {
            error(place, "\(name) has a negative width")
        } else if width > limit {
            error(place, "width of \(name) (\(width) bits) exceeds the \(limit) bits of its type")
        } else if width == 0 && field.name >= 0 {
            error(place, "named \(name) has zero width")
        } else {
            field.bitWidth = width
            return
        }
        field.bitWidth = 1
    }

    private mutating func addField(_ field: PendingField, _ fields: inout [PendingField]) {
        var field = field
        let entry = types[field.type]
        switch entry.kind {
        case .function:
            error(field.location, "member '\(names.string(field.name))' is declared as a function")
            field.type = types.pointer(to: field.type)
        case .variableArray:
            error(field.location, "a member cannot be an array of variable length")
            field.type = .invalid
        case .array where entry.count < 0:
            break
        default:
            if !entry.isComplete {
                diagnostics.error(field.location, "member has incomplete type \(describe(field.type))")
                noteForwardDeclaration(field.type)
                field.type = .invalid
            }
        }
        fields.append(field)
    }

    func noteForwardDeclaration(_ type: TypeID) {
        guard types.isRecord(type) else { return }
        let record = types.records[Int(types[type].first)]
        if record.isBeingDefined {
            diagnostics.note(record.location, "definition of \(describe(type.unqualified)) is not complete until the closing '}'")
        } else {
            diagnostics.note(record.location, "forward declaration of \(describe(type.unqualified))")
        }
    }

    private mutating func layOut(_ type: TypeID, _ fields: [PendingField], _ attributes: Attributes, _ pack: Int32) {
        let number = types[type].first
        let isUnion = types.kind(type) == .union
        var layout = RecordLayout(isUnion: isUnion, isPacked: attributes.isPacked, pack: pack)
        let first = types.fields.count
        for (index, field) in fields.enumerated() {
            let entry = types[field.type]
            var placed = Field(name: field.name, type: field.type, offset: 0, location: field.location)
            if field.bitWidth >= 0 {
                let position = layout.place(width: field.bitWidth, named: field.name >= 0, size: entry.size,
                                            alignment: entry.alignment, explicit: field.alignment, packed: field.isPacked)
                placed.offset = position >> 3
                placed.bitOffset = Int16(position & 7)
                placed.bitWidth = Int16(field.bitWidth)
            } else {
                if entry.kind == .array && entry.count < 0 { checkFlexible(field, isLast: index == fields.count - 1, number) }
                let size = entry.isComplete ? entry.size : 0
                placed.offset = layout.place(size: size, alignment: entry.alignment, explicit: field.alignment, packed: field.isPacked)
                if placed.offset > TypeTable.maximumSize {
                    error(field.location, "the record is too large")
                    placed.offset = 0
                    layout = RecordLayout(isUnion: isUnion, isPacked: attributes.isPacked, pack: pack)
                }
            }
            types.records[Int(number)].memberQualifiers.formUnion(types.qualifiersWithin(field.type))
            types.fields.append(placed)
        }
        types.records[Int(number)].firstField = first
        types.records[Int(number)].fieldCount = Int32(fields.count)
        for index in 0..<Int32(fields.count) { enterNames(of: first + index, through: first + index, number) }
        let size = layout.finish(explicit: attributes.alignment)
        if size > TypeTable.maximumSize { error(types.records[Int(number)].location, "the record is too large") }
        types[type].size = size > TypeTable.maximumSize ? 1 : size
        types[type].alignment = layout.alignment
        types[type].isComplete = true
    }

    private mutating func checkFlexible(_ field: PendingField, isLast: Bool, _ record: Int32) {
        types.records[Int(record)].hasFlexibleArray = true
        if !isLast && types.kind(types.records[Int(record)].type) == .structure {
            error(field.location, "flexible array member '\(names.string(field.name))' is not at the end of the struct")
        }
    }

    /// Enters the field's name, or for an anonymous member the names in it, as leading to field `through`.
    private mutating func enterNames(of field: Int32, through: Int32, _ record: Int32) {
        let entry = types.fields[field]
        if entry.name >= 0 {
            if let earlier = types.fieldIndex.enter(record: record, name: entry.name, field: through) {
                diagnostics.error(entry.location, "duplicate member '\(names.string(entry.name))'")
                diagnostics.note(types.fields[earlier].location, "previous declaration is here")
            }
        } else if types.isRecord(entry.type) && !entry.isBitField {
            let inner = types.records[Int(types[entry.type].first)]
            for index in 0..<inner.fieldCount { enterNames(of: inner.firstField + index, through: through, record) }
        }
    }
}
