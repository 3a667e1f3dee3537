//! Why a file cannot be read.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt;

use entente_policy::ShapeError;

use super::What;

/// Why a file cannot be read: where, what was expected, and how to get a good one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// A word for scripts.
    pub code: &'static str,
    /// The file.
    pub file: String,
    /// The place in it, as a JSON pointer; empty for the whole of it.
    pub pointer: String,
    /// Line and column, counted from one, where they can be told.
    pub place: Option<(u32, u32)>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: Box<str>,
}

impl ImportError {
    pub(super) fn new(
        file: &str,
        pointer: &str,
        code: &'static str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        ImportError {
            code,
            file: file.into(),
            pointer: pointer.into(),
            place: None,
            what: what.into(),
            remedy: remedy.into().into_boxed_str(),
        }
    }

    /// What is of another shape, from a tool that Graph’s own requests do not help with.
    pub(super) fn with_remedy(self, remedy: &str) -> Self {
        if !matches!(self.code, "shape" | "noTenantId") {
            return self;
        }
        ImportError { remedy: remedy.into(), ..self }
    }

    /// Something of another shape than what it should be.
    pub(super) fn shape(file: &str, pointer: &str, error: &ShapeError, what: What) -> Self {
        let is_id = what == What::Partner && error.pointer == "/tenantId";
        if is_id && error.found.is_none_or(|found| found == "null") {
            return Self::no_tenant_id(file, pointer);
        }
        let expected = match error.found {
            Some(found) => format!("{} belongs here, and this is {found}", error.expected),
            None => format!("this is missing; {} belongs here", error.expected),
        };
        Self::new(file, pointer, "shape", expected, what.remedy())
    }

    /// Settings about an organization that nobody names.
    pub(super) fn no_tenant_id(file: &str, pointer: &str) -> Self {
        let what = "the id of the organization (`tenantId`) is missing, so nobody can say about whom these settings are";
        let request = What::Partners.request().unwrap_or_default();
        let remedy = format!(
            "Get the list again with `{request}`, and save the answer as it comes: without a `$select` or a `Select-Object` that leaves `tenantId` out"
        );
        Self::new(file, pointer, "noTenantId", what, remedy)
    }

    /// A table with other columns than those that are known, or in another language.
    pub(super) fn unknown_table(file: &str, columns: &[String]) -> Self {
        let named = super::quote(&columns.join("`, `"));
        let what = format!("this is a table of nothing that Entente knows: its columns are `{named}`");
        let remedy = format!(
            "{}. The admin center names columns in its own language: set it to English and export again, or ask Graph: `{}`",
            super::tables::COLUMNS,
            What::Users.request().unwrap_or_default()
        );
        Self::new(file, "", "unknownTable", what, remedy)
    }

    /// PowerShell has cut an object short.
    pub(super) fn cut_short(file: &str, pointer: &str, text: &str) -> Self {
        let what = format!(
            "PowerShell has cut the answer short: `{}` stands where an object or a list belongs",
            super::quote(text)
        );
        let remedy = "Export it again with `ConvertTo-Json -Depth 100`, or with `Invoke-MgGraphRequest -OutputType Json`";
        Self::new(file, pointer, "cutShort", what, remedy)
    }

    /// A placeholder of documentation or a script.
    pub(super) fn not_filled_in(file: &str, pointer: &str, text: &str) -> Self {
        let what = format!("`{}` is a placeholder that nobody has filled in", super::quote(text));
        let remedy = "Put the value in its place, or give the answer of a tenant instead of an example";
        Self::new(file, pointer, "notFilledIn", what, remedy)
    }

    /// A name in the place of an organization's id.
    pub(super) fn not_an_id(file: &str, pointer: &str, text: &str) -> Self {
        let what = format!("`{}` stands where the id of an organization belongs", super::quote(text));
        Self::new(
            file,
            pointer,
            "notATenantId",
            what,
            "Put the organization’s tenant id, a GUID, in its place",
        )
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ", line {line}, column {column}")?;
        }
        if !self.pointer.is_empty() {
            write!(f, ", `{}`", self.pointer)?;
        }
        write!(f, ": {}. {}", self.what, self.remedy)
    }
}

impl core::error::Error for ImportError {}
