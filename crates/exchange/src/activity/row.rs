//! One sign-in, as Graph's log, the cmdlets that export it, or the portal's table has it.

use alloc::format;
use alloc::string::{String, ToString};

use entente_policy::{Feature, Id, Request, Resource, Subject};
use serde_json::Value;

use super::who::Directory;
use super::{Why, day};
use crate::import::same_name;

/// Codes of sign-ins that were interrupted to ask for something: a second factor or its registration, or whether to
/// stay signed in.
const PROMPTS: [&str; 6] = ["50072", "50074", "50076", "50078", "50079", "50140"];

/// Whether a code says that somebody was asked for something, and not that somebody was refused.
pub(super) fn is_prompt(code: &str) -> bool {
    PROMPTS.contains(&code.trim_start_matches("AADSTS"))
}

/// An id that stands for none.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// What else a sign-in can be, by Graph's words.
const OTHER_KINDS: [&str; 4] = ["none", "microsoftSupport", "serviceProvider", "passthrough"];

/// Columns that only sums have.
const OF_SUMS: [&str; 3] = ["signIns", "successSignIns", "uniqueUsers"];

pub(super) struct Row<'a>(pub(super) &'a Value);

/// What a row says.
pub(super) struct Found {
    pub(super) request: Request,
    /// What it calls the person.
    pub(super) person: Option<String>,
    /// What it calls the application.
    pub(super) application: Option<String>,
}

impl<'a> Row<'a> {
    fn get(&self, name: &str) -> Option<&'a Value> {
        let object = self.0.as_object()?;
        object
            .get(name)
            .or_else(|| object.iter().find(|(key, _)| same_name(key, name)).map(|(_, value)| value))
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    fn id(&self, name: &str) -> Option<Id> {
        self.text(name).filter(|id| *id != NOBODY).map(Id::from)
    }

    /// What was asked for. `owner` is the tenant whose log it is, where somebody says it.
    pub(super) fn request(&self, owner: Option<&Id>, directories: &[Directory<'_>]) -> Result<Found, Why> {
        let feature = self.feature()?;
        let (home, resource) = self.tenants(owner, directories).ok_or(Why::NoTenants)?;
        if home == resource {
            return Err(Why::NoTenants);
        }
        let of = |id: &Id| directories.iter().find(|directory| directory.tenant.id == *id);
        let (Some(at_home), Some(at_resource)) = (of(&home), of(&resource)) else {
            return Err(Why::OtherTenant);
        };
        let names = [self.text("userPrincipalName"), self.text("userName"), self.text("user")];
        let user = at_home.user(self.id("userId").as_ref(), &names, at_resource).ok_or(Why::NoUser)?;
        let signed_in_to = [
            (
                self.id("resourceId").or_else(|| self.id("resourceIdentity")),
                self.text("resourceDisplayName").or_else(|| self.text("resource")),
            ),
            (self.id("appId"), self.text("appDisplayName").or_else(|| self.text("application"))),
        ];
        let [(resource_app, _), (client, _)] = &signed_in_to;
        let application =
            at_resource.application([resource_app.as_ref(), client.as_ref()]).ok_or(Why::NoApplication)?;
        let called = signed_in_to.iter().find(|(id, _)| id.as_ref() == Some(&application));
        let person = self.text("userDisplayName").or(names.into_iter().flatten().next());
        Ok(Found {
            person: person.map(quoted),
            application: called.and_then(|(_, name)| *name).map(quoted),
            request: Request {
                home,
                resource,
                feature,
                user: Subject::User(user),
                application: Resource::Application(application),
                signal: None,
            },
        })
    }

    fn feature(&self) -> Result<Feature, Why> {
        let Some(kind) = self.text("crossTenantAccessType") else {
            let is_sum = OF_SUMS.iter().any(|name| self.get(name).is_some());
            return Err(if is_sum { Why::Sum } else { Why::NoKind });
        };
        let is = |word: &str| same_name(kind, word);
        if let Some(feature) = Feature::ALL.into_iter().find(|feature| is(feature.as_str())) {
            return Ok(feature);
        }
        let known = OTHER_KINDS.into_iter().find(|known| is(known));
        Err(Why::OtherKind(known.unwrap_or_default()))
    }

    /// From which tenant, to which. The cmdlet's table names only the other tenant; the log's own is then the one that
    /// somebody says, or the first that is not the other.
    fn tenants(&self, owner: Option<&Id>, directories: &[Directory<'_>]) -> Option<(Id, Id)> {
        if let (Some(home), Some(resource)) = (self.id("homeTenantId"), self.id("resourceTenantId")) {
            return Some((home, resource));
        }
        let external = self.id("externalTenantId")?;
        let mut all = directories.iter().map(|directory| &directory.tenant.id);
        let own = owner.filter(|owner| **owner != external).or_else(|| all.find(|id| **id != external))?;
        let direction = self.text("accessDirection")?;
        if direction.eq_ignore_ascii_case("inbound") {
            Some((external, own.clone()))
        } else {
            direction.eq_ignore_ascii_case("outbound").then(|| (own.clone(), external))
        }
    }

    /// The id of the sign-in itself.
    pub(super) fn own_id(&self) -> Option<Id> {
        ["signInId", "id", "requestId"].into_iter().find_map(|name| self.id(name)).filter(Id::is_guid)
    }

    /// When it was: a text, or the object that Windows PowerShell makes of a date that it has decorated.
    fn date(&self) -> Option<&'a str> {
        let names = ["createdDateTime", "timeGenerated", "timeGenerated [UTC]", "date(UTC)"];
        names.into_iter().find_map(|name| match self.get(name) {
            Some(decorated @ Value::Object(_)) => {
                let decorated = Row(decorated);
                decorated.text("value").or_else(|| decorated.text("DateTime"))
            }
            _ => self.text(name),
        })
    }

    /// Whether it has a date, however that is written.
    pub(super) fn has_date(&self) -> bool {
        self.date().is_some()
    }

    /// Its day, where it can be told.
    pub(super) fn day(&self) -> Option<String> {
        day::of(self.date()?)
    }

    fn status(&self) -> Option<String> {
        let written = |value: &Value| match value {
            Value::Number(number) => Some(number.to_string()),
            Value::String(text) => Some(text.trim().to_string()).filter(|text| !text.is_empty()),
            _ => None,
        };
        let of_status = self.get("status").and_then(|status| match status {
            Value::Object(_) => Row(status).get("errorCode").and_then(written),
            other => written(other),
        });
        let codes = ["statusCode", "signInErrorCode", "resultType", "errorCode"];
        codes.into_iter().find_map(|name| self.get(name).and_then(written)).or(of_status)
    }

    /// Whether it says what came of it.
    pub(super) fn has_status(&self) -> bool {
        self.status().is_some()
    }

    /// Why it did not succeed: a code, if it did not.
    pub(super) fn error(&self) -> Option<String> {
        let status = self.status()?;
        let is_success = status.eq_ignore_ascii_case("success") || status.parse() == Ok(0_i64);
        (!is_success).then(|| quoted(&status))
    }
}

/// A name of a file, as a message repeats it: on one line, and not at length.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 80;
    let one_line = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let cut: String = one_line.take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() { format!("{cut}…") } else { cut }
}
