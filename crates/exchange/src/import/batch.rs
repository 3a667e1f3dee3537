//! The answers of a `$batch`: each has its status, and says by its context what was asked.

use alloc::format;
use alloc::string::ToString;

use super::asked::Asked;
use super::envelope::{Around, Opened, Opening};
use super::side_by_side::SideBySide;
use super::tree::{Data, Member, Node};

impl Opening<'_> {
    /// The answers of a `$batch`.
    pub(super) fn responses(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let Some(responses) = node.take("responses") else { return Ok(()) };
        let pointer = format!("{pointer}/{}", responses.step());
        let Data::List(items) = responses.node.data else { return Ok(()) };
        let mut answers = SideBySide::of(self);
        for (number, mut response) in items.into_iter().enumerate() {
            let pointer = format!("{pointer}/{number}");
            let status = match response.get("status").map(|status| &status.data) {
                Some(Data::Number(status)) => status.to_string().parse::<u16>().ok(),
                Some(Data::Text(status)) => status.trim().parse().ok(),
                _ => None,
            };
            let failures = self.failed.len();
            // A change that went well is answered by nothing.
            let is_nothing = |body: &Member| body.node.text().is_some_and(|text| text.trim().is_empty());
            if let Some(body) = response.take("body").filter(|body| !is_nothing(body)) {
                let pointer = format!("{pointer}/{}", body.step());
                let is_failed = status.is_some_and(|status| status >= 400);
                let is_search = around.is_search || is_failed;
                // Where the batch was sent says nothing of what its parts asked for.
                let around = Around { asked: Asked::default(), status, is_search, ..around.clone() };
                answers.open(self, body.node, &pointer, &around)?;
            }
            if status.is_some_and(|status| status >= 400) && failures == self.failed.len() {
                self.failed(response.at, &pointer, status, "");
            }
        }
        answers.finish(self)
    }
}
