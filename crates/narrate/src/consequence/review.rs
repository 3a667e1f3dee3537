//! The words of what else can be looked up.

use entente_policy::consequence::facts::Review as Fact;

pub(super) fn says(fact: Fact) -> &'static str {
    match fact {
        Fact::TeamsAuditAtHostOnly => {
            "Teams writes its audit log in the tenant that hosts the channel. At home there is none of what people do in an external channel."
        }
        Fact::TeamsOperations => {
            "Operations there: InviteSent, InviteeResponded, ChannelOwnerResponded, TerminatedSharing, SharingRestored, MemberAdded, MemberRemoved, MemberRoleChanged, ChannelAdded, ChannelDeleted, ChannelSettingChanged."
        }
        Fact::ReviewOfOneTeam => {
            "Access reviews find direct connect users in a single-stage review of one chosen team, not in a multi-stage one, and not in “all groups with guests”."
        }
        Fact::NoSelfReview => "They can’t review themselves; the team’s owner does.",
        Fact::TeamsInReviewsContradict => {
            "Whether a review finds whole teams that a channel is shared with: one page says that teams are covered, another that they are not detected."
        }
        Fact::ReviewOfGuests => "Access reviews cover guests in full.",
        Fact::Tools => {
            "To see who works across tenants: the cross-tenant access activity workbook, Get-MSIDCrossTenantAccessActivity, or sign-in logs filtered by resource tenant."
        }
        Fact::KeptThirtyDays => "Sign-in logs are kept for about 30 days unless they are exported.",
    }
}
