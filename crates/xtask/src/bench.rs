//! `cargo xtask bench`: how fast the rules answer, natively and in a browser, side by side with what else could answer
//! the same. The tables it prints stand in the README too, with what is aimed at and whether it is met.
//!
//! `crates/bench` is a workspace of its own: nothing else waits for what it compares with to be compiled.

mod figure;
mod record;
mod table;
mod targets;

use std::fs;
use std::path::Path;

use serde_json::Value;

use self::record::Record;
use crate::build::programs;
use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::folder::{copy_all, unreadable};
use crate::repository::Repository;
use crate::sizes::Sizes;
use crate::tools::{PackageTools, chromium, node};

/// The lines of the README that the table stands between.
const MARKS: [&str; 2] = ["<!-- What follows is written by `cargo xtask bench`. -->", "<!-- Until here. -->"];

/// Measures, prints the tables and what is aimed at, and puts them into the README.
pub(crate) fn bench(repository: &Repository) -> Outcome {
    let folder = repository.scratch()?.join("bench");
    fs::create_dir_all(&folder).map_err(|error| unreadable(&folder, &error))?;
    println!("Measuring natively. The first time, what is compared with has to be compiled.");
    let native = json(&cargo(repository, &folder, &["run", "--release", "--quiet"]).output()?)?;
    println!("Measuring in the browser.");
    let page = folder.join("page");
    build_page(repository, &folder, &page)?;
    let browser = json(&run_page(repository, &page, "measure")?)?;
    println!("Looking where the time goes.");
    let profile = json(&run_page(repository, &folder.join("named"), "profile")?)?;
    let record = serde_json::json!({ "native": native, "browser": browser, "profile": profile });
    let path = folder.join("record.json");
    fs::write(&path, format!("{record:#}")).map_err(|error| unreadable(&path, &error))?;
    let record = Record::read(&record);
    let targets = targets::targets(&record, Sizes::of(repository).as_ref());
    let text = format!("{}\n{targets}", table::tables(&record));
    println!("{text}");
    write_into(&repository.root().join("README.md"), &text)
}

fn cargo(repository: &Repository, folder: &Path, words: &[&str]) -> Program {
    Program::cargo()
        .arguments(words)
        .arguments(["--locked", "--manifest-path", "crates/bench/Cargo.toml"])
        .variable("CARGO_TARGET_DIR", folder.join("target"))
        .within(repository.root())
}

/// The page: the engine as small as it is shipped, and the others in one script.
fn build_page(repository: &Repository, folder: &Path, page: &Path) -> Outcome {
    let tools = PackageTools::ready(repository)?;
    let target = &repository.pins().target;
    let build = ["build", "--profile", "shipped", "--lib", "--target", target];
    cargo(repository, folder, &build).run()?;
    let program = folder.join("target").join(target).join("shipped").join("entente_bench.wasm");
    tools.bindgen().arguments(["--target=web", "--out-dir"]).arguments([page, &program]).run()?;
    let web = repository.root().join("crates/bench/web");
    node::packages_of(&web)?;
    let script = web.join("bench.mjs");
    let bundle = format!("--outfile={}", page.join("bundle.js").display());
    node::esbuild(repository)?
        .arguments([script.display().to_string(), bundle])
        .arguments([
            "--bundle",
            "--format=esm",
            "--minify",
            "--log-level=warning",
            "--external:./entente_bench.js",
        ])
        // casbin reads files where there are any.
        .arguments(["--define:global=globalThis", "--external:fs"])
        .run()?;
    let cedar = "node_modules/@cedar-policy/cedar-wasm/web/cedar_wasm_bg.wasm";
    for (from, name) in [(web.join(cedar), "cedar_wasm_bg.wasm"), (web.join("index.html"), "index.html")] {
        fs::copy(&from, page.join(name)).map_err(|error| unreadable(&from, &error))?;
    }
    // The same again with the names of its functions, to see where the time goes.
    let named = folder.join("named");
    copy_all(page, &named)?;
    programs::optimise_below(repository, &named, &[programs::NAMES])?;
    programs::optimise_below(repository, page, &[])
}

fn run_page(repository: &Repository, page: &Path, mode: &str) -> Outcome<String> {
    Program::new("node")
        .when_missing(node::REMEDY)
        .arguments(["crates/bench/web/run.mjs".into(), page.display().to_string()])
        .arguments([repository.tests()])
        .arguments([mode])
        .variable("CHROMIUM", chromium::ready(repository)?)
        .within(repository.root())
        .output()
}

fn json(text: &str) -> Outcome<Value> {
    let last = text.trim().lines().last().unwrap_or_default();
    serde_json::from_str(last)
        .map_err(|error| Failure::new(format!("what was measured cannot be read: {error}")))
}

/// Puts the table in the place of the one before.
fn write_into(path: &Path, table: &str) -> Outcome {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let [begin, end] = MARKS;
    let places = text.split_once(begin).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let Some((before, after)) = places else {
        return Err(Failure::new(format!("{} has no place for the table", path.display()))
            .remedy(format!("put these two lines where it belongs:\n{begin}\n{end}")));
    };
    let text = format!("{before}{begin}\n\n{}\n\n{end}{after}", table.trim_end());
    fs::write(path, text).map_err(|error| unreadable(path, &error))
}
