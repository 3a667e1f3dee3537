//! The words of the gate “Invitation”: guests, how they become ones, and what stands in the way.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::invitation::{Reason, Statement};
use entente_policy::graph::AllowInvitesFrom;
use entente_policy::{Gate, Id, Request, Status, Subject, effective_consent};

use super::Case;
use crate::names::capital;
use crate::{Narrator, Text};

pub(super) fn name(narrator: &Narrator<'_>, _: Gate, request: &Request) -> String {
    format!("Invitation to {}", narrator.tenant(&request.resource))
}

pub(super) fn short(_: Gate) -> &'static str {
    "Invitation"
}

/// Whether a ground of the decision has this reason.
fn has(case: &Case<'_>, reason: Reason) -> bool {
    case.gate.grounds.iter().any(|ground| ground.reason == entente_policy::Reason::Invitation(reason))
}

/// Who may invite, as the resource tenant has it.
fn who_may_invite(case: &Case<'_>) -> &'static str {
    let tenant = case.narrator.find_tenant(&case.request().resource);
    match tenant.and_then(|tenant| tenant.authorization_policy.allow_invites_from.as_ref()) {
        None => "Who may invite there is not stated: as Microsoft ships it, everyone may, guests included.",
        Some(AllowInvitesFrom::Everyone) => "Everyone there may invite, guests included.",
        Some(AllowInvitesFrom::AdminsGuestInvitersAndAllMembers) => {
            "Administrators, guest inviters and all members may invite there."
        }
        Some(AllowInvitesFrom::AdminsAndGuestInviters) => {
            "Only administrators and guest inviters may invite there."
        }
        Some(AllowInvitesFrom::None | AllowInvitesFrom::Other(_)) => "",
    }
}

/// What an obstacle means, by how far the person is.
fn meaning(case: &Case<'_>) -> String {
    let (user, resource) = (case.user(), case.resource());
    if case.ground.error.is_some() || case.narrator.guest(case.request()).is_some() {
        format!(" The invitation that {user} has not redeemed yet cannot be redeemed.")
    } else if case.ground.status == Status::Depends {
        format!(
            " Whether {user} is a guest of {resource} already is not stated: if so, this changes nothing; if not, no invitation gets through."
        )
    } else {
        String::new()
    }
}

/// Which side, or both, has not turned automatic redemption on.
fn prompt_stays(case: &Case<'_>) -> String {
    let (home, resource) = (case.home(), case.resource());
    let request = case.request();
    let narrator = case.narrator;
    let (Some(from), Some(to)) =
        (narrator.find_tenant(&request.home), narrator.find_tenant(&request.resource))
    else {
        return String::new();
    };
    let (out, into) = (effective_consent(from, &to.id), effective_consent(to, &from.id));
    // Where nobody has seen one side’s, it is the other’s that keeps the prompt.
    match (out.is_known(), into.is_known()) {
        (true, false) => return format!("{home} does not suppress the prompt going out."),
        (false, true) => return format!("{resource} does not suppress the prompt coming in."),
        _ => {}
    }
    match (out.value.outbound_allowed == Some(true), into.value.inbound_allowed == Some(true)) {
        (false, false) => {
            format!("Neither {home}, going out, nor {resource}, coming in, suppresses the prompt.")
        }
        (true, false) => {
            format!("{home} suppresses the prompt going out, but {resource} does not coming in.")
        }
        (false, true) => {
            format!("{resource} suppresses the prompt coming in, but {home} does not going out.")
        }
        (true, true) => format!(
            "Suppressing the prompt is between tenants, and does not hold for {}.",
            narrator.account(request)
        ),
    }
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (home, resource) = (case.home(), case.resource());
    let (user, begins) = (case.user(), capital(&case.user()));
    let failing = "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure";
    let text = match reason {
        Reason::TakenToBeGuest => format!(
            "The scenario does not state {resource}’s guests: whoever collaborates is taken to be a guest already."
        ),
        Reason::Redeemed => format!(
            "{begins} is a guest of {resource} and has redeemed the invitation. Domain lists and invite settings do not matter any more."
        ),
        Reason::RedeemsWithPrompt => format!(
            "{begins} has been invited to {resource} and has not redeemed yet. {}",
            prompt_stays(case)
        ),
        Reason::RedeemsAutomatically => format!(
            "{begins} has been invited to {resource} and has not redeemed yet. {home} suppresses the consent prompt going out, {resource} coming in: the invitation redeems itself."
        ),
        Reason::UnknownState => {
            format!("{resource} has an object of {user} in a state that this page does not know.")
        }
        Reason::NotInvited => format!(
            "{resource} has no object of {user}: nobody has invited the person. {}",
            who_may_invite(case)
        ),
        Reason::InvitationsNotAllowed => format!(
            "{resource} lets nobody invite guests. An invitation ends with “Guest invitations not allowed for your company”.{}",
            meaning(case)
        ),
        Reason::UnknownInviteSetting => format!(
            "Who may invite at {resource} is set to a word that this page does not know.{}",
            meaning(case)
        ),
        Reason::DomainBlocked => format!(
            "{resource} blocks invitations to the domain of {user}, whatever access settings say.{}",
            meaning(case)
        ),
        Reason::DomainNotListed => format!(
            "{resource} lets invitations go to listed domains alone, and that of {user} is not among them.{}",
            meaning(case)
        ),
        Reason::DomainNotStated => format!(
            "{resource} has a list of domains for invitations. Which domain {user} is invited at is not stated, or the list treats {home}’s domains differently."
        ),
        Reason::InboundBlocks if has(case, Reason::OutboundBlocks) => format!(
            "{resource}’s inbound settings block {user}, so an invitation is refused, with a message that names the administrators of both organizations."
        ),
        Reason::InboundBlocks => format!(
            "{resource}’s inbound settings block {user}, so an invitation is refused, with a message that names {resource}’s own administrators."
        ),
        Reason::OutboundBlocks => format!(
            "{home}’s outbound settings block {user}, so an invitation is refused, with a message that names the administrators of both organizations."
        ),
        Reason::BlocksApplications => format!(
            "{} access settings would not let {user} reach everything, or anything. Whether that stops an invitation is not documented: it is users who are said to be invited or not.",
            case.ground
                .settings
                .first()
                .map_or_else(|| format!("{resource}’s"), |path| case.narrator.tenants(path.tenant()))
        ),
        Reason::BlockStopsInvitation | Reason::OnlyUsersMatter => reading(reason).into(),
        Reason::SyncMayCreate => format!(
            "{resource} lets {home} synchronize users, and both sides redeem automatically. Whether {home}’s job has {user} in its scope is not stated: if so, synchronization creates the object."
        ),
        Reason::SyncNeedsHomeRedemption => format!(
            "{resource} lets {home} synchronize users, but {home} does not redeem automatically going out: synchronization fails with {failing}."
        ),
        Reason::SyncNeedsResourceRedemption => format!(
            "{resource} lets {home} synchronize users, but does not itself redeem automatically coming in: synchronization fails with {failing}."
        ),
        Reason::SyncForbidden => format!(
            "{resource} lets {home} synchronize users, but lets nobody invite guests: synchronization fails with AzureActiveDirectoryForbidden."
        ),
        Reason::SyncBlockedInbound => format!(
            "{resource} lets {home} synchronize users, but its inbound settings block {user}, which can stop synchronization."
        ),
    };
    Text::from(text.trim_end())
}

pub(super) fn deed(case: &Case<'_>, reason: Reason) -> Text {
    let user = match &case.request().user {
        Subject::AnyOther => "the person".into(),
        _ => case.user(),
    };
    let text = match reason {
        Reason::NotInvited
            if case.gate.grounds.iter().filter(|ground| ground.status == Status::Fail).count() > 1 =>
        {
            format!("invite {user}, once nothing stands in the way")
        }
        Reason::NotInvited => format!("invite {user}"),
        Reason::InvitationsNotAllowed => {
            "let somebody invite guests, in the external collaboration settings".into()
        }
        Reason::DomainBlocked => format!("take the domain of {user} off the list of blocked domains"),
        Reason::DomainNotListed => format!("add the domain of {user} to the list of allowed domains"),
        Reason::InboundBlocks => format!("let {user} in for B2B collaboration"),
        Reason::OutboundBlocks => format!("let {user} out for B2B collaboration"),
        _ => "look at this setting".into(),
    };
    Text::new().and(text)
}

pub(super) fn prompt(case: &Case<'_>, reason: Reason) -> Option<String> {
    match reason {
        Reason::RedeemsWithPrompt => {
            Some(format!("redeems the invitation and accepts {}’s consent prompt", case.resource()))
        }
        _ => None,
    }
}

pub(super) fn word(reason: Reason) -> Option<&'static str> {
    match reason {
        Reason::NotInvited => Some("Not invited"),
        Reason::RedeemsWithPrompt => Some("After redeeming"),
        _ => None,
    }
}

pub(super) fn reading(reading: Reason) -> &'static str {
    match reading {
        Reason::BlockStopsInvitation => "Such a block stops the invitation, too",
        Reason::OnlyUsersMatter => "Only users matter to an invitation",
        _ => "",
    }
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::Redemption => "How a guest redeems an invitation.",
        Statement::AutomaticRedemption => {
            "The consent prompt is suppressed only if the home tenant, going out, and the resource tenant, coming in, have both turned automatic redemption on."
        }
        Statement::GuestObject => {
            "An account that is not in the resource tenant is refused, and has to be invited there first."
        }
        Statement::WhoMayInvite => "Who may invite guests, from everyone to nobody.",
        Statement::DomainLists => {
            "A list of allowed or of blocked domains is for invitations, sent or not yet redeemed. What is not on the list of allowed ones counts as blocked; another page lets access settings decide on it."
        }
        Statement::InvitationAccess => {
            "Inbound and outbound settings for users say who can be invited. A refused invitation names the administrators of both organizations, or one’s own alone."
        }
        Statement::Synchronization => {
            "Cross-tenant synchronization needs the target’s permission, automatic redemption on both sides, and guests that may be invited."
        }
    }
}

pub(super) fn condition(
    narrator: &Narrator<'_>,
    code: &str,
    about: Option<&Id>,
    answer: bool,
) -> Option<String> {
    let tenant = about.map(|tenant| narrator.tenant(tenant)).unwrap_or_default();
    Some(match (code, answer) {
        ("guest", true) => format!("guest of {tenant}"),
        ("guest", false) => format!("not invited to {tenant}"),
        ("pending", true) => "invitation pending".into(),
        ("unknownState", true) => "in an unknown state".into(),
        ("otherAccount", true) => "signing in with another account".into(),
        ("domainBlocked", true) => "domain blocked".into(),
        ("domainNotListed", true) => "domain not listed".into(),
        ("domainNotStated", true) => "domain not stated".into(),
        _ => return None,
    })
}
