//! No bytes can break the reader: neither random ones, nor files of the other cases with something wrong in them.
//!
//! `ENTENTE_FUZZ_MINUTES` goes on for so long, and `ENTENTE_FUZZ_SEED` with other files; `cargo xtask fuzz` sets them,
//! and builds for speed.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use entente_exchange::import::{File, read};
use proptest::prelude::*;

use crate::fuzz::hold::file as hold;
use crate::strategy::config;

/// How many files are tried unless a time is asked for.
const FILES: u64 = 3_000;

/// How long one small file may take at the very most: more is a hang.
const PATIENCE: Duration = Duration::from_secs(10);

/// The files of all other cases.
fn seeds() -> Vec<Vec<u8>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut open) = (Vec::new(), vec![top.join("imports"), top.join("graph")]);
    while let Some(next) = open.pop() {
        let mut paths: Vec<_> = fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() { open.push(path) } else { found.push(fs::read(&path).unwrap()) }
        }
    }
    found
}

/// Numbers that look random, the same ones for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// What is put into files: what means something to one of the readers.
const WORDS: [&[u8]; 32] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"'",
    b"null",
    b"true",
    b"\"True\"",
    b"-1e999",
    b"\\u",
    b"\\ud800",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\0",
    b"@{",
    b"@(",
    b"\"@{a=b}\"",
    b"\"value\":",
    b"\"tenantId\":",
    b"\"default\":",
    b"\"partners\":",
    b"\"@odata.nextLink\":\"x\"",
    b"AADCrossTenantAccessPolicy {",
    b"MSFT_X{ A = ",
    b"\nGET https://x/policies/crossTenantAccessPolicy/default\n\n",
    b"HTTP/1.1 200 OK\n",
    b"id,displayName\n",
    "“".as_bytes(),
    b"/*",
];

fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.roll(seeds.len())].clone();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        let end = (at + dice.roll(64)).min(bytes.len());
        match dice.roll(7) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, WORDS[dice.roll(WORDS.len())].iter().copied())),
            2 => drop(bytes.splice(at..end, WORDS[dice.roll(WORDS.len())].iter().copied())),
            3 => {
                let again = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, again));
            }
            4 if at < bytes.len() => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            5 => {
                let other = &seeds[dice.roll(seeds.len())];
                let from = dice.roll(other.len() + 1);
                let to = (from + dice.roll(400)).min(other.len());
                let part = other[from..to].to_vec();
                drop(bytes.splice(at..end, part));
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

#[test]
fn no_mutated_file_breaks_the_reader() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let minutes = number("ENTENTE_FUZZ_MINUTES");
    let seed = number("ENTENTE_FUZZ_SEED").unwrap_or(1);
    let (seeds, mut dice) = (seeds(), Dice(0x9E37_79B9_7F4A_7C15 ^ (seed << 1 | 1)));
    let start = Instant::now();
    let mut tried = 0_u64;
    loop {
        let bytes = mutated(&seeds, &mut dice);
        let began = Instant::now();
        let held = std::panic::catch_unwind(|| hold("Policies/a.json", &bytes));
        if held.is_err() || began.elapsed() > PATIENCE {
            panic!("file {tried} of seed {seed} breaks the reader: {:?}", String::from_utf8_lossy(&bytes));
        }
        tried += 1;
        let is_over =
            minutes.map_or(tried >= FILES, |minutes| start.elapsed() >= Duration::from_secs(minutes * 60));
        if is_over {
            break;
        }
    }
    println!("{tried} files tried in {} s", start.elapsed().as_secs());
}

#[test]
fn what_is_too_much_is_refused() {
    let refused = |bytes: Vec<u8>| {
        let plan = read(&[File { name: "a", bytes: &bytes }]);
        plan.refused().next().map(|error| error.to_string()).expect("refused")
    };
    assert!(refused(vec![b'['; 300_000]).contains("64 objects and lists"));
    assert!(refused(b"{\"a\":".repeat(300_000)).contains("64 objects and lists"));
    let lists = [b"AADCrossTenantAccessPolicy 'x' { a = ".to_vec(), b"@(".repeat(100_000)].concat();
    assert!(refused(lists).contains("more than 64 lists"));
    assert!(refused(b"AADCrossTenantAccessPolicy ".repeat(50_000)).len() < 1_000);
    assert!(refused(b"\"\n".repeat(200_000)).len() < 1_000);
    let wrapped = |times: usize| {
        let answer = String::from("{\"isServiceDefault\": true}");
        (0..times).fold(answer, |text, _| serde_json::json!({ "body": text }).to_string()).into_bytes()
    };
    assert_eq!(read(&[File { name: "a", bytes: &wrapped(3) }]).pieces.len(), 1);
    assert!(refused(wrapped(4)).len() < 1_000);
    let many: Vec<File<'_>> =
        (0..600).map(|_| File { name: "a", bytes: b"{\"isServiceDefault\": true}" }).collect();
    assert_eq!(read(&many).refused().count(), 100);
    let partners: String = (0..20_000).map(|number| format!("{{\"tenantId\":\"{number}\"}},")).collect();
    let list = format!("[{partners}]");
    hold("partners.json", list.as_bytes());
}

#[test]
fn nothing_that_is_told_repeats_a_file_at_length() {
    let long = "<script>alert(1)</script>`".repeat(10_000);
    for text in [
        format!("{{\"{long}\": 1}}"),
        format!("{{\"tenantId\": \"a\", \"b2bCollaborationInbound\": \"@{{{long}}}\"}}"),
        format!("{{\"error\": {{\"code\": \"x\", \"message\": \"{long}\"}}}}"),
    ] {
        let plan = read(&[File::of_text("a.json", &text)]);
        let error = plan.refused().next().expect("refused").to_string();
        assert!(error.len() < 2_000, "{} letters", error.len());
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        hold("a", &bytes);
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,400}") {
        hold("a", text.as_bytes());
    }
}
