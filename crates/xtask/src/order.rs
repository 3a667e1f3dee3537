//! The command line, read into one [`Order`].

use crate::failure::{Failure, Outcome};
use crate::fuzz::Trial;
use crate::oracle::Comparison;
use crate::test::{Choice, Step};

/// What `cargo xtask help` prints, and what a mistaken command line ends with.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--no-open]   build the page, watch the sources, open it in the browser
                                 (http://127.0.0.1:8080/, or the next free port)
  test [--quick | --only STEP]   everything CI runs: formatting, lints, tests, documentation,
                                 release build, sizes, sites of
                                 other generators, browser specs
           --quick               without the page: no release build, no sizes, no browser
           --only STEP           one step by its name; a wrong name lists them
  build                          release build of the static page into dist/
  package                        the package for JavaScript and TypeScript alone, into dist/package/
  sizes                          weigh dist/ and compare it with tests/budgets.json
  oracle --scenarios N [--seed S]
                                 compare the engine with the documented tables on N random
                                 scenarios; where they differ, print the smallest it finds
  fuzz --minutes N [--seed S]    try files with something wrong in them on the reader of files
           --coverage            the same with libFuzzer, on everything that is read from outside;
                                 needs a nightly compiler
  bench                          how fast the engine answers, natively and in the browser, beside
                                 other policy engines; puts the table into the README
  screenshots                    take pictures of the page in dist/, and the one in the README
  tools                          install whatever the other commands need, and say where it is
  help                           this text

Tools that are missing are installed at the versions pinned in Cargo.toml, once, into the
per-user cache folder (set ENTENTE_CACHE to choose another). CHROMIUM=/path/to/browser
chooses the browser of the specs.";

/// One thing `xtask` was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Serve the page from the sources and rebuild it when they change.
    Serve {
        /// The first port to try.
        port: u16,
        /// Whether to open a browser once the page is built.
        open: bool,
    },
    /// Run the checks.
    Test(Choice),
    /// Build the static page for release.
    Build,
    /// Build the package for JavaScript.
    Package,
    /// Weigh the built page.
    Sizes,
    /// Measure the engine beside others.
    Bench,
    /// Compare the engine with the documented tables.
    Oracle(Comparison),
    /// Try broken files on the reader of files.
    Fuzz(Trial),
    /// Take pictures of the built page.
    Screenshots,
    /// Install the tools and say where they are.
    Tools,
    /// Print the usage text.
    Help,
}

impl Order {
    /// Reads the words after `cargo xtask`.
    pub(crate) fn read(words: impl IntoIterator<Item = String>) -> Outcome<Self> {
        let mut words = words.into_iter();
        let Some(name) = words.next() else {
            return Ok(Self::Help);
        };
        match name.as_str() {
            "serve" => serve(words),
            "test" => test(words),
            "build" => Self::Build.unless_more(words),
            "package" => Self::Package.unless_more(words),
            "sizes" => Self::Sizes.unless_more(words),
            "bench" => Self::Bench.unless_more(words),
            "oracle" => oracle(words),
            "fuzz" => fuzz(words),
            "screenshots" => Self::Screenshots.unless_more(words),
            "tools" => Self::Tools.unless_more(words),
            "help" | "--help" | "-h" => Ok(Self::Help),
            _ => Err(mistake(&format!("there is no command `{name}`"))),
        }
    }

    fn unless_more(self, mut words: impl Iterator<Item = String>) -> Outcome<Self> {
        match words.next() {
            None => Ok(self),
            Some(word) => Err(unexpected(&word)),
        }
    }
}

fn serve(mut words: impl Iterator<Item = String>) -> Outcome<Order> {
    let (mut port, mut open) = (8080, true);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-open" => open = false,
            "--port" => {
                let number = words.next().unwrap_or_default();
                port = number.parse().ok().filter(|&port| port != 0).ok_or_else(|| {
                    mistake(&format!("`--port` wants a number from 1 to 65535, not `{number}`"))
                })?;
            }
            _ => return Err(unexpected(&word)),
        }
    }
    Ok(Order::Serve { port, open })
}

fn test(mut words: impl Iterator<Item = String>) -> Outcome<Order> {
    let choice = match words.next().as_deref() {
        None => Choice::Everything,
        Some("--quick") => Choice::Quick,
        Some("--only") => {
            let name = words.next().unwrap_or_default();
            Choice::Only(Step::named(&name).ok_or_else(|| {
                let names = Step::ALL.map(Step::name).join(", ");
                Failure::new(format!("there is no step `{name}`")).remedy(format!("one of: {names}"))
            })?)
        }
        Some(word) => return Err(unexpected(word)),
    };
    Order::Test(choice).unless_more(words)
}

fn oracle(words: impl Iterator<Item = String>) -> Outcome<Order> {
    let (scenarios, seed) = amount_and_seed(words, "--scenarios")?;
    let scenarios = scenarios.ok_or_else(|| mistake("`oracle` wants `--scenarios` and how many"))?;
    Ok(Order::Oracle(Comparison { scenarios, seed }))
}

fn fuzz(words: impl Iterator<Item = String>) -> Outcome<Order> {
    let mut by_coverage = false;
    let words = words.filter(|word| {
        let is_flag = word == "--coverage";
        by_coverage |= is_flag;
        !is_flag
    });
    let (minutes, seed) = amount_and_seed(words, "--minutes")?;
    let minutes = minutes.ok_or_else(|| mistake("`fuzz` wants `--minutes` and how many"))?;
    Ok(Order::Fuzz(Trial { minutes, seed, by_coverage }))
}

/// How much, if it is more than nothing, and which.
fn amount_and_seed(mut words: impl Iterator<Item = String>, flag: &str) -> Outcome<(Option<u64>, u64)> {
    let (mut amount, mut seed) = (None, 0);
    while let Some(word) = words.next() {
        let mut number = || {
            let number = words.next().unwrap_or_default();
            number.parse().map_err(|_| mistake(&format!("`{word}` wants a number, not `{number}`")))
        };
        match word.as_str() {
            "--seed" => seed = number()?,
            known if known == flag => amount = Some(number()?).filter(|&amount| amount != 0),
            _ => return Err(unexpected(&word)),
        }
    }
    Ok((amount, seed))
}

fn unexpected(word: &str) -> Failure {
    mistake(&format!("`{word}` is not understood here"))
}

fn mistake(what: &str) -> Failure {
    Failure::new(format!("{what}\n\n{USAGE}"))
}

#[cfg(test)]
mod tests {
    use super::{Choice, Comparison, Order, Step, Trial};

    fn read(line: &str) -> Result<Order, String> {
        Order::read(line.split_whitespace().map(str::to_owned)).map_err(|f| f.to_string())
    }

    #[test]
    fn serve_has_a_port_and_opens_a_browser_unless_told_otherwise() {
        assert_eq!(read("serve"), Ok(Order::Serve { port: 8080, open: true }));
        assert_eq!(read("serve --no-open --port 9001"), Ok(Order::Serve { port: 9001, open: false }));
    }

    #[test]
    fn a_port_must_be_a_port() {
        for line in ["serve --port", "serve --port 0", "serve --port 70000", "serve --port x"] {
            assert!(read(line).unwrap_err().contains("from 1 to 65535"), "{line}");
        }
    }

    #[test]
    fn test_runs_everything_or_less() {
        assert_eq!(read("test"), Ok(Order::Test(Choice::Everything)));
        assert_eq!(read("test --quick"), Ok(Order::Test(Choice::Quick)));
        assert_eq!(read("test --only browser"), Ok(Order::Test(Choice::Only(Step::Browser))));
    }

    #[test]
    fn a_wrong_step_lists_the_right_ones() {
        assert!(read("test --only browsr").unwrap_err().contains("hosts, browser"));
    }

    #[test]
    fn oracle_has_to_be_told_how_many_scenarios() {
        let order = |scenarios, seed| Ok(Order::Oracle(Comparison { scenarios, seed }));
        assert_eq!(read("oracle --scenarios 50"), order(50, 0));
        assert_eq!(read("oracle --seed 7 --scenarios 1000000"), order(1_000_000, 7));
        for line in ["oracle", "oracle --scenarios 0", "oracle --scenarios", "oracle --scenarios many"] {
            assert!(read(line).unwrap_err().contains("--scenarios"), "{line}");
        }
    }

    #[test]
    fn fuzz_has_to_be_told_for_how_long() {
        let order = |minutes, seed, by_coverage| Ok(Order::Fuzz(Trial { minutes, seed, by_coverage }));
        assert_eq!(read("fuzz --minutes 5"), order(5, 0, false));
        assert_eq!(read("fuzz --coverage --minutes 60 --seed 3"), order(60, 3, true));
        assert!(read("fuzz --coverage").unwrap_err().contains("--minutes"));
    }

    #[test]
    fn mistakes_end_with_the_usage() {
        for line in ["deploy", "build now", "test --slow", "test --quick more", "serve 80"] {
            assert!(read(line).unwrap_err().contains("Usage: cargo xtask"), "{line}");
        }
    }

    #[test]
    fn no_words_at_all_ask_for_help() {
        assert_eq!(read(""), Ok(Order::Help));
    }
}
