//! What else can be looked up afterwards, and where: Teams' audit log, access reviews, tools.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::facts;
use super::{Consequence, Situation};
use crate::Feature;

facts! {
    /// Teams records what happens in a shared channel in the tenant that hosts it, and nothing at home.
    TeamsAuditAtHostOnly = "review.teamsAuditAtHostOnly" is Documented on DirectConnectOverview,
    /// What Teams records of members and channels.
    TeamsOperations = "review.teamsOperations" is Documented on SharedChannels,
    /// Access reviews find direct connect users in a single-stage review of one team.
    ReviewOfOneTeam = "review.reviewOfOneTeam" is Documented on AccessReviews,
    /// Direct connect users cannot review themselves.
    NoSelfReview = "review.noSelfReview" is Documented on AccessReviews,
    /// Whether reviews find teams that a channel is shared with: pages disagree.
    TeamsInReviewsContradict = "review.teamsInReviewsContradict" is Contradictory on AccessReviews,
    /// Access reviews find guests.
    ReviewOfGuests = "review.reviewOfGuests" is Documented on AccessReviews,
    /// Ways to see who works across tenants.
    Tools = "review.tools" is Documented on CrossTenantAccessOverview,
    /// Sign-in logs are kept for about thirty days.
    KeptThirtyDays = "review.keptThirtyDays" is Documented on CrossTenantAccessOverview,
}

/// What can be looked up for the feature asked about.
pub(super) fn records(_: &Situation<'_>, feature: Feature) -> Vec<Consequence> {
    let of_feature: &[Fact] = match feature {
        Feature::B2bDirectConnect => &[
            Fact::TeamsAuditAtHostOnly,
            Fact::TeamsOperations,
            Fact::ReviewOfOneTeam,
            Fact::NoSelfReview,
            Fact::TeamsInReviewsContradict,
        ],
        Feature::B2bCollaboration => &[Fact::ReviewOfGuests],
    };
    let mut records: Vec<Consequence> = of_feature.iter().map(|fact| Consequence::general(*fact)).collect();
    records.extend(vec![Consequence::general(Fact::Tools), Consequence::general(Fact::KeptThirtyDays)]);
    records
}
