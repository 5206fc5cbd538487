/// The version, in one place.
public enum Release {
    public static let number = "1.0"
    public static let line = "minicc \(number)"
}
