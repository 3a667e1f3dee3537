//! Writes what fuzzing begins with: a folder for each target.

use std::fs;
use std::path::Path;

use entente_fuzz::seeds;

fn main() -> std::io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let to = std::env::args_os().nth(1).map_or_else(|| here.join("corpus"), Into::into);
    let tests = here.parent().unwrap_or(here);
    for target in seeds::TARGETS {
        let folder = to.join(target);
        fs::create_dir_all(&folder)?;
        let seeds = seeds::of(target, tests);
        for (number, bytes) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), bytes)?;
        }
        println!("{target}: {} seeds", seeds.len());
    }
    Ok(())
}
