//! What else is worth knowing about a setting, and what a decision leaves out.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::invitation::RedeemsWith;
use entente_policy::{Half, Id, NotModelled, Note, Request};

use crate::names::short;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// A note in a sentence or two.
    pub fn note(&self, request: &Request, note: &Note) -> Text {
        match note {
            Note::RedeemsWith { identity } => self.redeems_with(request, *identity),
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
            Note::OtherError { error } => {
                Text::from("Another page gives ").strong(error.as_str()).and(" for this.")
            }
            Note::MfaRegistrationPolicy => Text::new().and(format!(
                "A multifactor authentication registration policy of Identity Protection in {} has to leave external users out: they can’t satisfy it.",
                self.tenant(&request.resource)
            )),
            Note::FilesOnly => {
                "In a shared channel this condition is enforced at its files alone: the channel opens, and a file may not.".into()
            }
            Note::CannotBeRemoved => Text::new().and(format!(
                "{} cannot be removed from {} list of organizations while it is a service provider.",
                self.tenant(&request.home),
                self.tenants(&request.resource)
            )),
            Note::DefaultIsForEveryone => {
                "The portal has no choice of users in default tenant restrictions: they are for everyone.".into()
            }
            Note::PersonalAccountsAlike => {
                "Personal accounts cannot be told apart: tenant restrictions for them choose applications alone.".into()
            }
            Note::TargetOfOtherTenant { target, tenant } => Text::from("The list names ")
                .strong(self.foreign_name(tenant, target))
                .and(format!(
                    ". It needs an object id of {}: an object of {} has no {} user in it.",
                    self.tenant(&request.home),
                    self.tenant(tenant),
                    self.tenant(&request.home)
                )),
            Note::PartOfOffice365 => {
                "This lets a part of Office 365 through. Teams leans on SharePoint and Exchange, so Microsoft’s guidance is to name Office 365; that the channel’s files stay shut otherwise follows from it.".into()
            }
            Note::JoinsWithTeam => Text::from("As a member of a team that is in an external channel, ")
                .and(self.user(&request.home, &request.user))
                .and(" still gets into that channel."),
            Note::MembersStay => {
                "Whoever was let into a channel before keeps it: turning this off removes nobody.".into()
            }
            Note::AddedByHomeAccount => Text::new().and(format!(
                "{} has a guest account at {} as well. Guests cannot be added to shared channels: add the account of {}.",
                self.user(&request.home, &request.user),
                self.tenant(&request.resource),
                self.tenant(&request.home)
            )),
            Note::AddedByPrincipalName { name } => Text::from("Add ")
                .and(self.user(&request.home, &request.user))
                .and(" by the sign-in name ")
                .strong(name)
                .and(": it differs from the e-mail address, by which Teams finds nobody."),
        }
    }

    /// What somebody would redeem an invitation with.
    fn redeems_with(&self, request: &Request, identity: RedeemsWith) -> Text {
        let (home, resource) = (self.tenant(&request.home), self.tenant(&request.resource));
        let begins = format!("By {resource}’s redemption order, the invitation is redeemed with ");
        let other = format!(", and {home}’s settings do not govern from then on.");
        Text::from(begins.as_str()).and(match identity {
            RedeemsWith::HomeAccount => format!("the account of {home}."),
            RedeemsWith::HomeAccountUnlessFederated => {
                format!("the account of {home}, unless {resource} has a federation with the person’s domain.")
            }
            RedeemsWith::DefaultFallback => {
                format!("a passcode by e-mail, or with a personal Microsoft account where that is off{other}")
            }
            RedeemsWith::Passcode => format!("a passcode by e-mail{other}"),
            RedeemsWith::MicrosoftAccount => format!("a personal Microsoft account{other}"),
            RedeemsWith::NotStated => "a fallback that is not stated; one always stays.".into(),
        })
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
