//! The words of what the sign-in logs record. Values stand as the log has them.

use alloc::format;
use alloc::vec::Vec;

use entente_policy::SettingPath;
use entente_policy::consequence::LogField;
use entente_policy::consequence::facts::SignInLog as Fact;

use super::Following;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// A field of the log, and whether that is its name in Graph.
    pub fn log_field(&self, field: LogField) -> (&'static str, bool) {
        match field {
            LogField::Recorded => ("When", false),
            LogField::ClientApplication => ("Client application", false),
            named => (named.as_str(), true),
        }
    }
}

pub(super) fn says(following: &Following<'_>, fact: Fact) -> Text {
    let value = |value: &str| Text::new().strong(value);
    let error = || {
        let codes =
            following.consequence.errors.iter().map(|code| code.as_str().trim_start_matches("AADSTS"));
        Text::list(codes.map(value).collect(), " or ")
    };
    let request = following.request();
    match fact {
        Fact::NothingRecorded => "Nothing: there is nothing to sign in to.".into(),
        Fact::AtFirstAccessAndRefresh => "At first access, and each time a refresh token is issued.".into(),
        Fact::AtEverySignIn => "At every sign-in.".into(),
        Fact::InReceivingTenantOnly => match following.consequence.errors.as_slice() {
            [] => "Recorded here alone, where the request arrives.".into(),
            _ => error().and(", recorded where the request arrives"),
        },
        Fact::NotRecordedHere => "Nothing.".into(),
        Fact::TypeNone => value("none"),
        Fact::TypeDirectConnect => value("b2bDirectConnect"),
        Fact::TypeCollaboration => value("b2bCollaboration"),
        Fact::TypeServiceProvider => Text::from("For delegated administrators of ")
            .and(following.home())
            .and(": ")
            .strong("serviceProvider"),
        Fact::HomeTenantId => id(request.home.as_str(), &following.home()),
        Fact::ResourceTenantId => id(request.resource.as_str(), &following.resource()),
        Fact::HomeTenantNameBlank => "Blank, for privacy.".into(),
        Fact::ObjectIdFromHome => Text::from("The object id that ")
            .and(following.user())
            .and(format!(" has in {}.", following.home())),
        Fact::UserTypeGuest => value("guest"),
        Fact::UserTypeMember => value("member"),
        Fact::ClientApplication => "Recorded here alone.".into(),
        Fact::PoliciesApplied => policies(following),
        Fact::NoError => "None.".into(),
        Fact::ErrorInBoth | Fact::ErrorExpected | Fact::NotInTenant => error(),
        Fact::NotInTenantFromHome => error().and(", the same event seen from home"),
        Fact::ErrorNotDocumented => "Which code is not documented.".into(),
        Fact::Restricted => value("true"),
        Fact::RestrictionNotDocumented => "Whether true or false is not documented.".into(),
        Fact::NotRestricted => value("false"),
    }
}

/// An id with the name it stands for.
fn id(id: &str, name: &str) -> Text {
    Text::new().and(name).and(": ").and(id)
}

/// The policies that were applied, by their names.
fn policies(following: &Following<'_>) -> Text {
    let names: Vec<Text> = following
        .consequence
        .settings
        .iter()
        .filter_map(|path| match path {
            SettingPath::ConditionalAccess { tenant, policy } => {
                let found = following.narrator.find_tenant(tenant)?;
                let policy = found.conditional_access_policies.iter().find(|other| other.id == *policy)?;
                Some(Text::from("“").and(&policy.display_name).and("”"))
            }
            _ => None,
        })
        .collect();
    if names.is_empty() { "None is applied.".into() } else { Text::list(names, " and ") }
}
