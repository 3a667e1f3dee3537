//! What a scenario states beside settings: the directory, guests, and what the tenant is.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Shape, Tenant};

use super::difference::properties;
use super::{Book, Matter};

/// Writes down what differs from `before`.
pub(super) fn write(book: &mut Book<'_>, before: &Tenant) {
    let tenant = book.tenant;
    if before.directory != tenant.directory {
        let names = properties(&before.directory.write(), &tenant.directory.write());
        let settings = names.iter().map(|name| book.address(&format!("directory/{name}"))).collect();
        book.remark(Matter::Directory, settings);
    }
    if before.guests != tenant.guests {
        let setting = book.address("guests");
        book.remark(Matter::Guests, alloc::vec![setting]);
    }
    let mut identity: Vec<String> = Vec::new();
    for (name, differs) in [
        ("displayName", before.display_name != tenant.display_name),
        ("domains", before.domains != tenant.domains),
        ("cloud", before.cloud != tenant.cloud),
    ] {
        if differs {
            identity.push(book.address(name));
        }
    }
    book.remark(Matter::Identity, identity);
    let unknown: Vec<String> = properties(&before.rest.write(), &tenant.rest.write());
    let unknown = unknown.iter().map(|name| book.address(name)).collect();
    book.remark(Matter::Unknown, unknown);
}
