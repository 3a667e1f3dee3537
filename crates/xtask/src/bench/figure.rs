//! Numbers as they are read.

/// Three digits that count.
pub(super) fn figure(value: f64) -> String {
    if value <= 0.0 {
        return "0".to_owned();
    }
    let digits = if value >= 100.0 { 0 } else { (2.0 - value.log10().floor()).clamp(0.0, 9.0) as usize };
    let text = format!("{value:.digits$}");
    let mut grouped = String::new();
    let whole = text.split('.').next().unwrap_or_default().len();
    for (at, digit) in text.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Nanoseconds in the unit that suits them.
pub(super) fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        short if short < 1e3 => format!("{} ns", figure(short)),
        short if short < 1e6 => format!("{} µs", figure(short / 1e3)),
        long => format!("{} ms", figure(long / 1e6)),
    }
}

/// How often in a second.
pub(super) fn per_second(nanoseconds: f64) -> String {
    match 1e9 / nanoseconds {
        few if few < 1e6 => figure(few),
        many if many < 1e9 => format!("{} million", figure(many / 1e6)),
        many => format!("{} billion", figure(many / 1e9)),
    }
}

/// Bytes in the unit that suits them.
pub(super) fn bytes(bytes: f64) -> String {
    match bytes {
        few if few < 1e6 => format!("{} KB", figure(few / 1024.0)),
        many => format!("{} MB", figure(many / (1024.0 * 1024.0))),
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, duration, figure, per_second};

    #[test]
    fn figures_have_three_digits() {
        assert_eq!(figure(0.000_123_4), "0.000123");
        assert_eq!(figure(12.34), "12.3");
        assert_eq!(figure(1_234_567.0), "1,234,567");
        assert_eq!(figure(0.0), "0");
        assert_eq!(duration(1_234_000.0), "1.23 ms");
        assert_eq!(per_second(0.5), "2.00 billion");
        assert_eq!(bytes(2048.0), "2.00 KB");
    }
}
