//! The words of licences and roles.

use alloc::format;

use entente_policy::consequence::facts::Licence as Fact;

use super::Following;
use crate::Text;

pub(super) fn says(following: &Following<'_>, fact: Fact) -> Text {
    let tenant = following.narrator.tenant(following.tenant());
    let because = |need: &str| {
        Text::new().strong(&tenant).and(format!(" needs {need}: ")).then(following.settings()).and(".")
    };
    match fact {
        Fact::ChosenTargets => because("Entra ID P1 to choose users, groups or applications"),
        Fact::Trust => because("Entra ID P1 to accept claims of other tenants"),
        Fact::DirectConnect => Text::new()
            .strong(&tenant)
            .and(" needs Entra ID P1 for direct connect with ")
            .strong(following.narrator.tenant(following.other()))
            .and(": both tenants do."),
        Fact::AutomaticRedemption => because("Entra ID P1 to redeem automatically"),
        Fact::Synchronization => because("Entra ID P1 to synchronize users"),
        Fact::NotSeen => Text::from("Whether ")
            .then(Text::new().strong(&tenant))
            .and(" needs a licence for them: ")
            .then(following.not_seen()),
        Fact::NoneNeeded => Text::new().strong(&tenant).and(
            " needs no premium licence for these settings: they allow or block everyone, and accept no claims.",
        ),
        Fact::TenantRestrictions => because("Entra ID P1 or P2 for tenant restrictions"),
        Fact::GlobalSecureAccess => because("a Global Secure Access licence for universal tenant restrictions"),
        Fact::GuestsCount => Text::new()
            .strong(&tenant)
            .and(" is billed for guests as monthly active users; objects of type Member do not count."),
        Fact::DirectConnectCountContradicts => {
            "Whether direct connect users count as monthly active users: an overview says so, the pricing page no longer lists them.".into()
        }
        Fact::SecurityAdministrator => {
            "To edit these settings: at least Security Administrator; in Graph, Policy.ReadWrite.CrossTenantAccess.".into()
        }
        Fact::TeamsAdministratorContradicts => {
            "Whether Teams Administrators may: Graph’s page on partner configurations says so, the page of roles says that they only read.".into()
        }
        Fact::RestrictionsAdministrator => {
            "For tenant restrictions of one organization, Conditional Access Administrator is named too.".into()
        }
        Fact::GlobalSecureAccessAdministrator => {
            "For universal tenant restrictions: Global Secure Access Administrator and Security Administrator.".into()
        }
        Fact::DomainListsAdministrator => {
            Text::new().strong(&tenant).and(" keeps a list of domains for invitations: Global Administrator.")
        }
        Fact::Inviters => Text::new()
            .strong(&tenant)
            .and(" says who may invite: Guest Inviter or User Administrator, where members may not."),
    }
}
