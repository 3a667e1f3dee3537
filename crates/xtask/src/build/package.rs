//! `cargo xtask package`: the package for JavaScript and TypeScript, in `dist/package/`.
//!
//! One program, and parts of it that it fetches when something needs them: what they are is written in
//! `crates/js/src/parts.rs`. The script that starts the program, the one that fetches parts and `fetching.js`
//! become one; what else lies in `crates/js/package` is put beside it as it is.

use std::fs;
use std::path::Path;

use crate::build::parts::{self, LOADER};
use crate::build::{names, programs};
use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::folder::files_below;
use crate::repository::Repository;
use crate::tools::{PackageTools, node};

/// Where the package stands in `dist`.
pub(crate) const FOLDER: &str = "package";

/// What the program and its script are called.
const NAME: &str = "entente";

/// The entry that starts the program by itself.
const ENTRY: &str = "index";

/// What is written in `crates/js/package` to become part of the script.
const SOURCES: [&str; 2] = ["fetching.js", "init.js"];

/// What the splitter writes, and what stands in its place: how a part is come by is said in `fetching.js`.
const OWN: [(&str, &str); 3] = [
    ("import { initSync }", "import { all, part } from \"./fetching.js\";\nimport { initSync }"),
    ("await Promise.all(parallelStuff)", "await all(parallelStuff)"),
    (parts::STREAMED, "WebAssembly.instantiate(await src, imports)"),
];

/// Builds the package.
pub(crate) fn package(repository: &Repository) -> Outcome {
    let tools = PackageTools::ready(repository)?;
    let folder = repository.dist().join(FOLDER);
    let scratch = repository.scratch()?.join(FOLDER);
    // What an earlier build left there is none of this one's package.
    for folder in [&folder, &scratch] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    }
    compile(repository, &tools)?;
    cut_off(repository, &tools, &scratch, &folder)?;
    declare(repository, &tools, &scratch, &folder)?;
    programs::optimise_below(repository, &folder, &[])?;
    let licences = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| repository.root().join(name));
    for path in files_below(&repository.root().join("crates/js/package"))?.into_iter().chain(licences) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let to = if SOURCES.contains(&name) { &scratch } else { &folder };
        parts::copy(&path, &to.join(name))?;
    }
    join(repository, &scratch, &folder)?;
    println!("The package is in {}.", folder.display());
    Ok(())
}

fn compile(repository: &Repository, tools: &PackageTools) -> Outcome {
    tools
        .remapped(Program::cargo(), repository)
        .arguments(["build", "--locked", "--release", "--lib", "--package", "entente-js"])
        .arguments(["--features", "split", "--target", &repository.pins().target])
        .within(repository.root())
        .run()
}

/// Cuts the parts off the program, and writes the scripts of what is left.
fn cut_off(repository: &Repository, tools: &PackageTools, scratch: &Path, folder: &Path) -> Outcome {
    let cut = scratch.join("parts");
    tools
        .splitter()
        .arguments([repository.compiled("entente_js.wasm"), cut.clone()])
        .arguments(["--out-name", NAME])
        .run()?;
    let program = cut.join(format!("{NAME}.wasm"));
    tools
        .bindgen()
        .arguments(["--keep-lld-exports", "--target=web", &format!("--out-name={NAME}"), "--out-dir"])
        .arguments([scratch, &program])
        .run()?;
    let bare = format!("{NAME}_bg.wasm");
    parts::copy(&scratch.join(&bare), &folder.join(&bare))?;

    let mut loader = parts::read(&cut.join(LOADER))?;
    for path in files_below(&cut)? {
        let file = path.file_name().and_then(|file| file.to_str()).unwrap_or_default();
        if path == program || !file.ends_with(".wasm") {
            continue;
        }
        let published = parts::published(file, "");
        loader = parts::replaced(
            &loader,
            &format!("fetch(new URL(\"./{file}\", import.meta.url))"),
            &format!("part(\"{published}\", new URL(\"./{published}\", import.meta.url))"),
        )?;
        parts::copy(&path, &folder.join(published))?;
    }
    for (theirs, ours) in OWN {
        loader = parts::replaced(&loader, theirs, ours)?;
    }
    loader = parts::by_name(&loader)? + "export { loaders };\n";
    parts::write(&scratch.join(LOADER), &loader)?;
    let mut others = programs::programs_below(folder)?;
    others.push(scratch.join(format!("{NAME}.d.ts")));
    names::number(&scratch.join(format!("{NAME}.js")), &others)
}

/// Declares what the scripts export, for who starts the program and for who has it start by itself.
fn declare(repository: &Repository, tools: &PackageTools, scratch: &Path, folder: &Path) -> Outcome {
    let by_itself = scratch.join(ENTRY);
    tools
        .bindgen()
        .arguments(["--target=bundler", &format!("--out-name={ENTRY}"), "--out-dir"])
        .arguments([&by_itself, &repository.compiled("entente_js.wasm")])
        .run()?;
    for (from, name) in [(scratch, NAME), (&by_itself, ENTRY)] {
        let declarations = format!("{name}.d.ts");
        parts::copy(&from.join(&declarations), &folder.join(&declarations))?;
    }
    Ok(())
}

/// Makes one small script of those that start the program and fetch its parts.
fn join(repository: &Repository, scratch: &Path, folder: &Path) -> Outcome {
    node::esbuild(repository)?
        .arguments(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        // The program imports each part's fetching by itself, and the scripts say so.
        .arguments(["--log-override:duplicate-object-key=silent", "--allow-overwrite"])
        .arguments([format!("--outfile={}", folder.join(format!("{NAME}.js")).display())])
        .arguments([scratch.join("init.js")])
        .run()
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot write {}: {error}", path.display()))
}
