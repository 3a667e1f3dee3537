//! A hand-over as a text for tickets and letters.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Property;

use super::{Handover, Object, Of};
use crate::changes::{Remark, refused};
use crate::quote;

/// Text of people in a line of Markdown: whatever has a meaning there loses it.
fn plain(text: &str) -> String {
    let mut written = String::new();
    for character in quote::comment(text).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '.' | ',' | '-' | '\'') {
            written.push('\\');
        }
        written.push(character);
    }
    written
}

impl Handover {
    /// The hand-over as Markdown.
    pub fn markdown(&self) -> String {
        let (to, from) = (plain(&self.to.1), plain(&self.from.1));
        let mut text =
            format!("# What {from} asks {to} to set\n\nTenant of {from}: {}\n", plain(self.from.0.as_str()));
        if self.adds_organization {
            text.push_str(&format!(
                "\nFirst add {from} as an organization: External Identities › Cross-tenant access settings › Organizational settings.\n"
            ));
        }
        if self.removes_organization {
            text.push_str(&format!(
                "\nRemove {from} from your organizations, and with it all that you have set about it: External Identities › Cross-tenant access settings › Organizational settings.\n"
            ));
        }
        for ask in &self.asks {
            let of = match ask.of {
                Of::Organization => "",
                Of::Default => "Default settings: ",
                Of::Policy => "Microsoft cloud settings: ",
            };
            text.push_str(&format!("\n## {of}{}\n\n{}\n\n", ask.name, plain(&ask.why)));
            if ask.of == Of::Default {
                text.push_str(&format!(
                    "This holds for every organization about which you state nothing else, and {from} is one of them.\n\n"
                ));
            }
            if ask.value.is_null() {
                text.push_str(match ask.of {
                    Of::Default => "Return it to what the service ships.\n",
                    _ if ask.name == Property::IdentitySynchronization.as_str() => "Remove it.\n",
                    _ => "Return it to your default settings: set it to null.\n",
                });
                continue;
            }
            if !ask.is_stated {
                text.push_str("This lets through what we let through. More than this works as well.\n\n");
            }
            text.push_str(&format!("```json\n{}\n```\n", quote::json(&ask.value)));
            for matter in refused::matters(&ask.value) {
                let remark = Remark { matter, settings: Vec::new() };
                text.push_str(&format!("\n{}\n", plain(&remark.says())));
            }
        }
        objects(&mut text, "Object ids of ours that stand in these settings", of(&self.receives, true));
        objects(
            &mut text,
            "Names of ours that stand in these settings, and are no ids yet",
            of(&self.receives, false),
        );
        objects(&mut text, "Object ids of yours that we need: send or confirm them", of(&self.sends, true));
        objects(
            &mut text,
            "Names that we have in the place of object ids of yours: send the ids",
            of(&self.sends, false),
        );
        if !self.not_asked.is_empty() {
            let besides: Vec<&str> = self.not_asked.iter().map(|beside| beside.says()).collect();
            text.push_str(&format!(
                "\n## Not asked for here\n\nThese were changed for {to} as well, and are no settings between {to} and {from}: {}.\n",
                besides.join("; ")
            ));
        }
        text
    }
}

/// Those that have an id, or those of which only a name is known.
fn of(objects: &[Object], has_id: bool) -> Vec<&Object> {
    objects.iter().filter(|object| object.id.is_guid() == has_id).collect()
}

fn objects(text: &mut String, title: &str, objects: Vec<&Object>) {
    if objects.is_empty() {
        return;
    }
    text.push_str(&format!("\n## {title}\n\n"));
    for object in objects {
        let name = object.name.as_deref().map(|name| format!(", {}", plain(name))).unwrap_or_default();
        let (kind, id) = (&object.kind, plain(object.id.as_str()));
        text.push_str(&format!("- {kind} {id}{name}, for {}\n", object.setting));
    }
}
