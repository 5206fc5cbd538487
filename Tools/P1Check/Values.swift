import Harness
import P1Backend

/// Values worth trying.
extension Random {
    /// Powers of two and their neighbours, of both signs: where encodings and carries change.
    private mutating func edge() -> Int64 {
        let power = Int64(bitPattern: 1 << UInt64(below(64)))
        let value = power &+ Int64(below(3) - 1)
        return chance(1, in: 2) ? value : 0 &- value
    }

    /// Half way between two floats or doubles, or next to that: where a rounding mistake shows.
    private mutating func tie() -> Int64 {
        let precision = pick([24, 53])
        let lead = next() >> UInt64(64 - precision) | 1 << UInt64(precision - 1)
        let half = (lead << 1 | 1) << UInt64(below(64 - precision))
        return Int64(bitPattern: half) &+ Int64(below(3) - 1)
    }

    /// What a register may hold.
    mutating func word() -> Int64 {
        switch below(16) {
        case 0, 1: return Int64(below(5) - 2)
        case 2...5: return edge()
        case 6, 7: return Int64(bitPattern: next()) >> Int64(below(64))
        case 8, 9: return Int64(Int32(truncatingIfNeeded: next()))
        case 10, 11: return Int64(UInt32(truncatingIfNeeded: next()))
        case 12: return tie()
        default: return Int64(bitPattern: next())
        }
    }

    /// An immediate operand: around the limits of 8, 12, 16 and 32 bits, and masks, which some machines encode specially.
    mutating func immediate() -> Int64 {
        switch below(10) {
        case 0: return Int64(below(17) - 8)
        case 1:
            let value = 1 << pick([7, 8, 11, 12, 15, 16, 23, 24, 31, 32] as [Int64]) + Int64(below(5) - 2)
            return chance(1, in: 2) ? value : -value
        case 2: return edge()
        case 3: return Int64(below(4096)) << pick([0, 12, 16, 24])
        case 4:
            // A run of ones, rotated, perhaps repeated in each half, quarter, …
            let size = pick([8, 16, 32, 64]), length = 1 + below(size - 1), turn = below(size)
            let full = size == 64 ? UInt64.max : 1 << UInt64(size) - 1
            let run = (1 as UInt64) << UInt64(length) - 1
            var mask = (run << UInt64(turn) | run >> UInt64(size - turn)) & full
            var width = size
            while width < 64 {
                mask |= mask << UInt64(width)
                width *= 2
            }
            return Int64(bitPattern: mask)
        case 5: return Int64(UInt16(truncatingIfNeeded: next())) << pick([0, 16, 32, 48])
        case 6: return ~(Int64(UInt16(truncatingIfNeeded: next())) << pick([0, 16, 32, 48]))
        default: return word()
        }
    }

    /// A distance from a base register.
    mutating func offset() -> Int64 {
        switch below(12) {
        case 0...3: return Int64(below(64)) * 8
        case 4: return Int64(below(513) - 256)
        case 5: return Int64(below(65536) - 32768)
        case 6: return immediate()
        case 7: return Int64(below(40000)) * pick([1, 2, 4, 8])
        default:
            let limit: Int64 = pick([127, 128, 255, 256, 2047, 2048, 4095, 4096, 8190, 16380, 32760, 32768, 0x7FFF_FFFF, 0x8000_0000])
            let value = limit + Int64(below(19) - 9)
            return chance(1, in: 2) ? value : -value
        }
    }

    /// The bit pattern of a double.
    mutating func doubleBits() -> UInt64 {
        let magnitude: Double
        switch below(12) {
        case 0: return pick([0, 1 << 63])
        case 1: return pick([0x7FF0_0000_0000_0000, 0xFFF0_0000_0000_0000, 0x7FF8_0000_0000_0000, 0xFFF8_0000_0000_1234, 0x7FF0_0000_0000_0001])
        case 2: return pick([1, 0x000F_FFFF_FFFF_FFFF, 0x0010_0000_0000_0000, 0x7FEF_FFFF_FFFF_FFFF]) | next() & 1 << 63
        case 3: magnitude = Double(below(20))
        case 4: magnitude = Double(below(2000)) / 16
        case 5: magnitude = Double(next())
        case 6: magnitude = pick([0x1p31, 0x1p32, 0x1p52, 0x1p53, 0x1p62, 0x1p63, 0x1p64]) - pick([0, 0.5, 1, 2048])
        case 7: magnitude = Double(next() >> UInt64(below(64))) + pick([0, 0.25, 0.5, 0.75])
        case 8: magnitude = Double(Float(bitPattern: UInt32(truncatingIfNeeded: next() & 0x7F7F_FFFF)))
        case 9:
            // Half way between two floats, or next to that.
            let float = Double(Float(bitPattern: UInt32(truncatingIfNeeded: next() & 0x7F7F_FFFF)))
            return (float.bitPattern | 1 << 28) &+ UInt64(below(3)) &- 1
        default: return next()
        }
        return (chance(1, in: 2) ? magnitude : -magnitude).bitPattern
    }

    /// The bit pattern of a float.
    mutating func floatBits() -> UInt32 {
        switch below(6) {
        case 0: return pick([0x7F80_0000, 0xFF80_0000, 0x7FC0_0000, 0xFFC0_0001, 0x7F80_0001, 0, 0x8000_0000])
        case 1: return pick([1, 0x007F_FFFF, 0x0080_0000, 0x7F7F_FFFF]) | UInt32(truncatingIfNeeded: next()) & 1 << 31
        case 2: return UInt32(truncatingIfNeeded: next())
        default: return Float(Double(bitPattern: doubleBits())).bitPattern
        }
    }
}
