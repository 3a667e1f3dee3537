//! Cuts the parts of the page that are loaded later off the program.
//!
//! Trunk knows nothing of parts, so this comes after it and puts its own results in the place of Trunk's.
//! What the parts are is written in `web/src/lazy.rs`; the splitter finds them in the linked program, by the
//! linker's notes of what refers to what. Those are lost in `wasm-bindgen`, which therefore runs a second
//! time here, on what is left of the program.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::names;
use crate::build::programs::programs_below;
use crate::failure::{Failure, Outcome};
use crate::folder::{files_below, unreadable};
use crate::repository::Repository;
use crate::tools::ReleaseTools;

/// The script the splitter writes, which fetches the parts. The program imports it by this very name.
pub(super) const LOADER: &str = "__wasm_split.js";

/// How the names of the files of parts start.
pub(crate) const PREFIX: &str = "part-";

/// How a part is made from what the server sends, as the splitter writes it for each, and as it is published, once: a
/// server that does not know the type of the program's files serves the program, and is to serve the parts as well.
pub(super) const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const WHOLE: &str = "whole(src, imports)";
const OF_WHOLE: &str = "
const whole = async (src, imports) =>
    WebAssembly.instantiate(await src.then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status))), imports);
";

/// What fetches a part by its name. Why it could not be fetched is told where developers look.
const LOAD: &str = "
export const load = (part) => loaders[part]().catch((error) => {
    console.error(error);
    throw error;
});
";

/// The splitter's script with what fetches each part under the part's name: the program does not wait for parts, the
/// scripts do (see `crates/parts`).
pub(super) fn by_name(loader: &str) -> Outcome<String> {
    let loader = replaced(loader, "wrapAsyncCb(makeLoad(", "(makeLoad(")?;
    Ok(String::from("const loaders = {};\n")
        + &replaced(&loader, "export const __wasm_split_load_", "loaders.")?)
}

/// Cuts the parts off the program in `dist`, and puts them and the script that loads them beside it.
pub(super) fn cut_off(repository: &Repository, tools: &ReleaseTools) -> Outcome {
    let dist = repository.dist();
    let name = program_in(&dist)?;
    let hash = name.rsplit('-').next().unwrap_or_default();
    let folder = repository.scratch()?.join("parts");
    // What an earlier build left there is none of this one's parts.
    let _ = fs::remove_dir_all(&folder);

    tools
        .splitter()
        .arguments([repository.compiled("playground.wasm"), folder.clone()])
        .arguments(["--out-name", &name])
        .run()?;
    let rest = folder.join(format!("{name}.wasm"));
    // The parts find the program's functions in its table, which is among the linker's own exports.
    tools
        .bindgen()
        .arguments(["--keep-lld-exports"])
        .arguments(["--target=web", "--no-typescript", &format!("--out-name={name}"), "--out-dir"])
        .arguments([&dist, &rest])
        .run()?;

    let mut loader = read(&folder.join(LOADER))?;
    for path in files_below(&folder)? {
        let file = path.file_name().and_then(|file| file.to_str()).unwrap_or_default();
        if path == rest || !file.ends_with(".wasm") {
            continue;
        }
        let published = published(file, &format!("-{hash}"));
        loader = replaced(&loader, &format!("\"./{file}\""), &format!("\"./{published}\""))?;
        copy(&path, &dist.join(published))?;
    }
    loader = by_name(&replaced(&loader, STREAMED, WHOLE)?)? + OF_WHOLE + LOAD;
    write(&dist.join(LOADER), &loader)?;
    names::number(&dist.join(format!("{name}.js")), &programs_below(&dist)?)
}

/// The name of the program that Trunk put into `dist`: `playground-` and a hash of what it was made from.
pub(super) fn program_in(dist: &Path) -> Outcome<String> {
    let mut names = files_below(dist)?.into_iter().filter_map(|path| {
        let file = path.file_name()?.to_str()?;
        file.strip_suffix("_bg.wasm").map(str::to_owned)
    });
    names.next().ok_or_else(|| Failure::new(format!("there is no program in {}", dist.display())))
}

/// What the splitter's file is called in `dist`: `split_dialogs.wasm` becomes `part-dialogs-HASH.wasm`, and
/// `chunk_3.wasm`, which several parts have in common, `part-shared-3-HASH.wasm`, where `end` is `-HASH`.
pub(super) fn published(file: &str, end: &str) -> String {
    let stem = file.trim_end_matches(".wasm");
    let name = match (stem.strip_prefix("split_"), stem.strip_prefix("chunk_")) {
        (Some(part), _) => part.to_owned(),
        (None, Some(number)) => format!("shared-{number}"),
        (None, None) => stem.to_owned(),
    };
    format!("{PREFIX}{name}{end}.wasm")
}

/// The script with every `old` replaced. That there is none means that the splitter writes it another way.
pub(super) fn replaced(script: &str, old: &str, new: &str) -> Outcome<String> {
    if script.contains(old) {
        return Ok(script.replace(old, new));
    }
    Err(Failure::new(format!("the splitter's script does not say `{old}`"))
        .remedy("see how this version of it says that, and say so in crates/xtask/src/build/parts.rs"))
}

pub(super) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

pub(super) fn write(path: &PathBuf, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}

pub(super) fn copy(from: &Path, to: &PathBuf) -> Outcome {
    fs::copy(from, to)
        .map(drop)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", to.display())))
}

#[cfg(test)]
mod tests {
    use super::{published, replaced};

    #[test]
    fn files_are_called_after_their_part_and_the_build() {
        assert_eq!(published("split_dialogs.wasm", "-0a1b"), "part-dialogs-0a1b.wasm");
        assert_eq!(published("chunk_3.wasm", "-0a1b"), "part-shared-3-0a1b.wasm");
        assert_eq!(published("split_rules.wasm", ""), "part-rules.wasm");
    }

    #[test]
    fn a_script_that_says_it_another_way_is_an_error() {
        assert_eq!(replaced("a b a", "a", "c").unwrap(), "c b c");
        assert!(replaced("a b a", "d", "c").is_err());
    }
}
