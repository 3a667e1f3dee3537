//! The budget in `tests/budgets.json`: what the page may weigh when it is sent.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::sizes::weight::{Kind, Weights, kilobytes};

/// Where the limits of what is loaded later stand.
const LATER: &str = "later";

/// Where the limits of what stands beside the page stand.
const BESIDE: &str = "beside";

/// The limits: of the first load first, then of what is loaded later, of what stands beside the page last.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    limits: Vec<Limit>,
}

#[derive(Debug, PartialEq, Eq)]
struct Limit {
    of: Measured,
    bytes: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Measured {
    FirstLoad,
    Kind(Kind),
    /// Something that is loaded later, by the name of the part.
    Part(String),
    /// Something that stands beside the page, by its word.
    Beside(String),
}

impl Budget {
    /// Reads the budget file.
    pub(crate) fn read(file: &Path) -> Outcome<Self> {
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::new(format!("cannot read the budget {}: {error}", file.display())))?;
        Self::parse(&text)
            .map_err(|what| Failure::new(format!("the budget {} is not usable: {what}", file.display())))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let document: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let limits = document.get("gzipKilobytes").and_then(Value::as_object);
        let limits = limits.ok_or("it has no object `gzipKilobytes`")?;
        let limit = |name: &str, of: Measured, number: &Value| {
            let kilobytes = number.as_u64().ok_or_else(|| format!("`{name}` is no whole number"))?;
            Ok::<_, String>(Limit { of, bytes: kilobytes.saturating_mul(1024) })
        };
        let first =
            limits.iter().filter(|(name, _)| *name != LATER && *name != BESIDE).map(|(name, number)| {
                let of = Measured::named(name).ok_or_else(|| format!("there is nothing called `{name}`"))?;
                limit(name, of, number)
            });
        let within = |group: &str| limits.get(group).and_then(Value::as_object).into_iter().flatten();
        let later = within(LATER).map(|(name, number)| limit(name, Measured::Part(name.clone()), number));
        let beside = within(BESIDE).map(|(name, number)| limit(name, Measured::Beside(name.clone()), number));
        let limits = first.chain(later).chain(beside).collect::<Result<Vec<_>, String>>()?;
        if limits.is_empty() {
            return Err("`gzipKilobytes` limits nothing".to_owned());
        }
        Ok(Self { limits })
    }

    /// What to tell when every limit is kept; a failure that lists the broken ones otherwise.
    pub(crate) fn verdict(&self, weights: &Weights) -> Outcome<String> {
        let lines = self.limits.iter().map(|limit| limit.compare(limit.of.weigh(weights)));
        let (kept, broken): (Vec<_>, Vec<_>) = lines.chain(self.unlimited(weights)).partition(Result::is_ok);
        if broken.is_empty() {
            let kept: Vec<String> = kept.into_iter().filter_map(Result::ok).collect();
            return Ok(kept.join("\n"));
        }
        let broken: Vec<String> = broken.into_iter().filter_map(Result::err).collect();
        Err(Failure::new(format!("the page is over its budget\n{}", broken.join("\n")))
            .remedy("find out what grew; raise tests/budgets.json only on purpose"))
    }
}

impl Budget {
    /// A complaint for each part that no limit is set for, and for what stands beside the page: it could grow
    /// without anyone noticing.
    fn unlimited(&self, weights: &Weights) -> Vec<Result<String, String>> {
        let is_limited = |of: &Measured| self.limits.iter().any(|limit| limit.of == *of);
        let parts =
            weights.parts().into_iter().filter(|(name, _)| !is_limited(&Measured::Part((*name).into())));
        let beside = weights.beside().into_iter();
        let beside = beside.filter(|(name, _)| !is_limited(&Measured::Beside((*name).into())));
        parts
            .chain(beside)
            .map(|(name, part)| Err(format!("  {name}: {}, and no limit", kilobytes(part.gzip))))
            .collect()
    }
}

impl Limit {
    fn compare(&self, gzip: u64) -> Result<String, String> {
        let (is, limit) = (kilobytes(gzip), kilobytes(self.bytes));
        let name = self.of.name();
        match gzip.checked_sub(self.bytes) {
            None | Some(0) => Ok(format!("  {name}: {is} of {limit}")),
            Some(over) => Err(format!("  {name}: {is} of {limit}, {} too much", kilobytes(over))),
        }
    }
}

impl Measured {
    fn named(name: &str) -> Option<Self> {
        if name == Self::FirstLoad.name() {
            return Some(Self::FirstLoad);
        }
        Kind::FIRST_LOAD.into_iter().find(|kind| kind.name() == name).map(Self::Kind)
    }

    fn name(&self) -> &str {
        match self {
            Self::FirstLoad => "firstLoad",
            Self::Kind(kind) => kind.name(),
            Self::Part(name) | Self::Beside(name) => name,
        }
    }

    fn weigh(&self, weights: &Weights) -> u64 {
        match self {
            Self::FirstLoad => weights.first_load().gzip,
            Self::Kind(kind) => weights.of_kind(*kind).gzip,
            Self::Part(name) => weights.parts().get(name.as_str()).map_or(0, |part| part.gzip),
            Self::Beside(name) => weights.beside().get(name.as_str()).map_or(0, |beside| beside.gzip),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Limit, Measured};
    use crate::sizes::weight::Kind;

    #[test]
    fn limits_are_kilobytes_of_gzip() {
        let budget = Budget::parse(
            r#"{ "gzipKilobytes": { "firstLoad": 180, "css": 12, "later": { "dialogs": 9 },
                "beside": { "loader": 4 } } }"#,
        );
        let limit = |of, kilobytes: u64| Limit { of, bytes: kilobytes * 1024 };
        assert_eq!(
            budget.map(|budget| budget.limits),
            Ok(vec![
                limit(Measured::Kind(Kind::Css), 12),
                limit(Measured::FirstLoad, 180),
                limit(Measured::Part("dialogs".to_owned()), 9),
                limit(Measured::Beside("loader".to_owned()), 4)
            ])
        );
    }

    #[test]
    fn a_budget_that_would_check_nothing_is_refused() {
        for text in [
            "",
            "{}",
            r#"{ "gzipKilobytes": {} }"#,
            r#"{ "gzipKilobytes": { "wasn": 3 } }"#,
            r#"{ "gzipKilobytes": { "wasm": "3" } }"#,
            r#"{ "gzipKilobytes": { "later": {} } }"#,
            r#"{ "gzipKilobytes": { "later": { "dialogs": "3" } } }"#,
        ] {
            assert!(Budget::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_limit_is_kept_to_the_byte() {
        let limit = Limit { of: Measured::FirstLoad, bytes: 1024 };
        assert_eq!(limit.compare(1024), Ok("  firstLoad: 1.0 KB of 1.0 KB".to_owned()));
        assert!(limit.compare(1025).is_err());
    }
}
