//! The day of a moment, where it can be told which number is the day.

use alloc::format;
use alloc::string::{String, ToString};

/// The day, of a moment as Graph writes it, year first, or as Windows PowerShell does: `/Date(…)/`, in milliseconds.
pub(super) fn of(written: &str) -> Option<String> {
    of_milliseconds(written).or_else(|| {
        let day = written.get(..10)?;
        let is_one = day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        is_one.then(|| day.to_string())
    })
}

fn of_milliseconds(written: &str) -> Option<String> {
    const OF_A_DAY: i64 = 86_400_000;
    let inner = written.trim_matches('/').strip_prefix("Date(")?.strip_suffix(')')?;
    // An offset after the number says where it was written, and the number is of UTC all the same.
    let end = inner.char_indices().skip(1).find(|(_, letter)| matches!(letter, '+' | '-')).map(|(at, _)| at);
    let milliseconds: i64 = inner.get(..end.unwrap_or(inner.len()))?.parse().ok()?;
    let (year, month, day) = civil(milliseconds.div_euclid(OF_A_DAY))?;
    (0..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of a day since the first of 1970, counted in eras of 400 years that begin with March.
fn civil(days: i64) -> Option<(i64, i64, i64)> {
    let days = days.checked_add(719_468)?;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    Some((year_of_era + era * 400 + i64::from(month <= 2), month, day))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn days_are_read_where_it_is_known_which_number_is_the_day() {
        for (written, day) in [
            ("/Date(0)/", Some("1970-01-01")),
            ("/Date(-1)/", Some("1969-12-31")),
            ("/Date(951782400000+0200)/", Some("2000-02-29")),
            ("/Date(1709251199999)/", Some("2024-02-29")),
            ("/Date(1709251200000)/", Some("2024-03-01")),
            ("2026-05-04T09:12:11Z", Some("2026-05-04")),
            ("/Date(9223372036854775807)/", None),
            ("/Date(x)/", None),
            ("5/4/2026, 9:12:11.000 AM", None),
        ] {
            assert_eq!(of(written).as_deref(), day, "{written}");
        }
    }
}
