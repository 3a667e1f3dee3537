//! A piece as it was found.

use alloc::string::String;

use super::What;
use super::asked::Asked;
use super::resource::Tool;
use super::tree::Node;

/// A piece as it was found, with the names that the file has for things.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) what: What,
    pub(super) node: Node,
    pub(super) pointer: String,
    pub(super) source: usize,
    pub(super) is_partial: bool,
    pub(super) is_declared: bool,
    pub(super) asked: Asked,
    pub(super) tool: Option<Tool>,
}

impl Raw {
    /// A piece of which nothing more is said.
    pub(super) fn of(what: What, node: Node, pointer: &str, source: usize) -> Self {
        Raw {
            what,
            node,
            pointer: pointer.into(),
            source,
            is_partial: false,
            is_declared: false,
            asked: Asked::default(),
            tool: None,
        }
    }
}
