//! Annotations of our own, as OData spells those that are not Graph's. They never leave in a request.

/// What nobody has seen of an object. Beside it, what is not stated is not set.
pub(crate) const UNKNOWN: &str = "@entente.unknown";

/// What the files of a tenant held beside its settings.
pub(crate) const BESIDE: &str = "@entente.beside";
