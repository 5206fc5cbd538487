/// The version, in one place.
public enum Release {
    /// The version alone.
    public static let number = "1.0"
    /// As objects and --version have it.
    public static let line = "minicc \(number)"
}
