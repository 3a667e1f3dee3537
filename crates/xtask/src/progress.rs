//! Named steps with a count and their seconds, and a table of them at the end.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::failure::Outcome;

/// A run of steps, stopped by the first that fails.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    done: Vec<Done>,
}

#[derive(Debug)]
struct Done {
    title: &'static str,
    took: Duration,
    passed: bool,
}

impl Progress {
    /// A run of this many steps.
    pub(crate) fn of(total: usize) -> Self {
        Self { total, done: Vec::with_capacity(total) }
    }

    /// Runs one step and says how long it took.
    pub(crate) fn step(&mut self, title: &'static str, work: impl FnOnce() -> Outcome) -> Outcome {
        let place = format!("[{}/{}] {title}", self.done.len() + 1, self.total);
        println!("\n{place} …");
        let start = Instant::now();
        let outcome = work();
        let took = start.elapsed();
        let passed = outcome.is_ok();
        let verdict = if passed { "" } else { "FAILED after " };
        println!("{place} … {verdict}{}", spoken(took));
        self.done.push(Done { title, took, passed });
        outcome
    }

    /// The table of the steps so far and their seconds.
    pub(crate) fn summary(&self) -> String {
        let width = self.done.iter().map(|done| done.title.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        for done in &self.done {
            let verdict = if done.passed { "" } else { "  FAILED" };
            let seconds = done.took.as_secs_f64();
            // Writing to a string cannot fail.
            let _ = writeln!(table, "  {:width$}  {seconds:>7.1} s{verdict}", done.title);
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        let seconds = total.as_secs_f64();
        let _ = writeln!(table, "  {:width$}  {seconds:>7.1} s", "");
        let left = self.total - self.done.len();
        if left > 0 {
            let _ = writeln!(table, "  ({left} more not run)");
        }
        table
    }
}

fn spoken(time: Duration) -> String {
    let seconds = (time.as_millis() + 500) / 1000;
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {:02} s", seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Done, Progress, spoken};

    #[test]
    fn short_times_are_seconds_and_long_ones_minutes() {
        assert_eq!(spoken(Duration::from_millis(14_300)), "14 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn the_table_shows_what_failed_and_what_was_left_out() {
        let progress = Progress {
            total: 3,
            done: vec![
                Done { title: "rustfmt", took: Duration::from_millis(1200), passed: true },
                Done { title: "clippy", took: Duration::from_millis(20_000), passed: false },
            ],
        };
        assert_eq!(
            progress.summary(),
            "  rustfmt      1.2 s\n  clippy      20.0 s  FAILED\n              21.2 s\n  (1 more not run)\n"
        );
    }
}
