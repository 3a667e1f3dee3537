//! Counts tests by reading what their runners print.

use std::fmt;

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
}

impl Tally {
    /// Adds a line that `cargo test` printed, if it is one that closes a test binary.
    pub(crate) fn add_cargo_line(&mut self, line: &str) {
        if line.contains("test result:") {
            self.passed += number_before(line, " passed").unwrap_or(0);
            self.failed += number_before(line, " failed").unwrap_or(0);
        }
    }

    /// Reads the closing lines of a TAP report by Node's test runner.
    pub(crate) fn of_tap(report: &str) -> Self {
        let count = |name: &str| closing_count(report, name).unwrap_or(0);
        Self {
            passed: count("pass"),
            // A cancelled test is one that never finished.
            failed: count("fail") + count("cancelled"),
        }
    }

    /// Adds another tally to this one.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(line: &str, word: &str) -> Option<u64> {
    let (before, _) = line.split_once(word)?;
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// The number in the last line `# NAME N` that is not indented: subtests have indented ones.
fn closing_count(report: &str, name: &str) -> Option<u64> {
    report.lines().rev().find_map(|line| {
        let rest = line.strip_prefix("# ")?.strip_prefix(name)?;
        rest.strip_prefix(' ')?.trim().parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn cargo_test_is_counted_binary_by_binary() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test one ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 4 passed; 2 failed; 0 ignored",
        ] {
            tally.add_cargo_line(line);
        }
        assert_eq!(tally, Tally { passed: 16, failed: 2 });
        assert_eq!(tally.to_string(), "16 passed, 2 failed");
    }

    #[test]
    fn a_test_that_speaks_of_results_is_not_counted() {
        let mut tally = Tally::default();
        tally.add_cargo_line("3 passed, 1 failed");
        assert_eq!(tally, Tally::default());
    }

    #[test]
    fn node_is_counted_by_its_closing_lines() {
        let report = "TAP version 13\nok 1 - a\n    # pass 99\n1..2\n# tests 4\n# suites 1\n\
                      # pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n# duration_ms 12.5\n";
        assert_eq!(Tally::of_tap(report), Tally { passed: 2, failed: 2 });
    }

    #[test]
    fn an_empty_report_counts_nothing() {
        assert_eq!(Tally::of_tap(""), Tally::default());
    }
}
