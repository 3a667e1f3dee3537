//! Names for contents, so that what was made of them once need not be made again.

/// FNV-1a: a name for contents, not a seal on them.
pub(crate) struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Adds to the contents.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The name.
    pub(crate) fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn any_change_is_another_name() {
        let of = |parts: &[&str]| {
            let mut print = Fingerprint::default();
            parts.iter().for_each(|part| print.add(part.as_bytes()));
            print.text()
        };
        assert_eq!(of(&[]), "cbf29ce484222325");
        assert_eq!(of(&["a"]), "af63dc4c8601ec8c");
        assert_ne!(of(&["a", "b"]), of(&["a", "c"]));
    }
}
