//! What else is worth knowing about a setting, and what a decision leaves out.

use alloc::format;
use alloc::string::String;

use entente_policy::{Half, Id, NotModelled, Note, Request};

use crate::names::short;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// A note in a sentence or two.
    pub fn note(&self, request: &Request, note: &Note) -> Text {
        match note {
            Note::MissingHalf { half: Half::UsersAndGroups } => {
                "This setting says nothing about users and groups. Whether it inherits them or sets no limit is not documented.".into()
            }
            Note::MissingHalf { half: Half::Applications } => {
                "This setting says nothing about applications. Whether it inherits them or sets no limit is not documented.".into()
            }
            Note::PortalRefuses => {
                "The portal would refuse to save this combination of users and applications; Graph takes it.".into()
            }
            Note::ShapeNotDocumented => {
                "No documented example combines users and applications this way. The rule of the documented ones was applied.".into()
            }
            Note::TargetOfOtherTenant { target, tenant } => Text::from("The list names ")
                .strong(self.foreign_name(tenant, target))
                .and(format!(
                    ". It needs an object id of {}: an object of {} has no {} user in it.",
                    self.tenant(&request.home),
                    self.tenant(tenant),
                    self.tenant(&request.home)
                )),
        }
    }

    /// An object of another tenant than expected, with its tenant's name.
    pub(crate) fn foreign_name(&self, tenant: &Id, target: &Id) -> String {
        let found = self.find_tenant(tenant);
        let name = found.and_then(|tenant| {
            let directory = &tenant.directory;
            let group = directory.group(target).map(|group| format!("group {}", group.display_name));
            let user = || directory.user(target).map(|user| user.display_name.clone());
            let application = || directory.application(target).map(|app| app.display_name.clone());
            group.or_else(user).or_else(application)
        });
        format!("{} own {}", self.tenants(tenant), name.unwrap_or_else(|| short(target)))
    }

    /// What a decision leaves out.
    pub fn not_modelled(&self, what: NotModelled) -> &'static str {
        match what {
            NotModelled::ApplicationAssignment => "the application needs no further consent or assignment",
            NotModelled::ApplicationPermissions => "the application lets the person do what they came for",
            NotModelled::Propagation => {
                "every change has arrived: that takes one to six hours, and up to a day in Teams"
            }
            NotModelled::Risk => "the services see no risk in the person or the sign-in",
            NotModelled::InformationBarriers => "no information barriers of the host organization interfere",
        }
    }
}
