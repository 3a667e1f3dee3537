//! What the targets of `cargo fuzz` hold to, held without a fuzzer: what they begin with, and every file that has broken
//! one of them (`tests/fuzz/found`).

#[allow(unreachable_pub, reason = "among the targets it is part of a library")]
#[path = "../fuzz/src/hold.rs"]
pub(crate) mod hold;
#[allow(unreachable_pub, reason = "among the targets it is part of a library")]
#[path = "../fuzz/src/seeds.rs"]
mod seeds;

use std::fs;
use std::path::Path;

use self::seeds::TARGETS;

const HOLD: [fn(&[u8]); 5] = [hold::import, hold::import_pair, hold::link, hold::block, hold::document];

#[test]
fn what_fuzzing_begins_with_holds() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, hold) in TARGETS.into_iter().zip(HOLD) {
        let seeds = seeds::of(target, tests);
        assert!(seeds.len() > 5, "{target} has {} seeds", seeds.len());
        seeds.iter().for_each(|seed| hold(seed));
    }
}

#[test]
fn what_was_found_holds() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    for path in seeds::files_below(&found) {
        let target = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap();
        let at = TARGETS.iter().position(|known| *known == target).expect("a folder for each target");
        HOLD[at](&fs::read(&path).unwrap());
    }
}

/// A seed is the same each time, so that a run can be told by its number.
#[test]
fn seeds_are_short_and_each_is_one() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    for target in TARGETS {
        let seeds = seeds::of(target, tests);
        assert_eq!(seeds, seeds::of(target, tests));
        assert!(seeds.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
