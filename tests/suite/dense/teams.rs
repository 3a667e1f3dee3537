//! Teams settings.

use entente_policy::{FederationConfiguration, TeamsChannelsPolicy, TeamsService, TeamsSettings};

use super::dice::Dice;
use super::directory::{self, GROUPS, USERS};

pub(super) fn settings(dice: &mut Dice, at: usize) -> TeamsSettings {
    // Mostly as shipped, so that one thing at a time decides.
    let mostly_on = |dice: &mut Dice| if dice.hits(5, 6) { None } else { dice.switch() };
    TeamsSettings {
        service: *dice.pick(&[
            None,
            None,
            None,
            Some(TeamsService::Commercial),
            Some(TeamsService::Commercial),
            Some(TeamsService::Gcc),
        ]),
        channels_policies: channels_policies(dice, at),
        allow_guests_to_access_groups: mostly_on(dice),
        allow_share_point_external_sharing: mostly_on(dice),
        federation: FederationConfiguration {
            allow_federated_users: mostly_on(dice),
            allowed_domains: dice.maybe(1, 6, |dice| {
                let other = (at + 1) % super::TENANTS;
                dice.some_of(&directory::domains(other), 1, 2)
            }),
            blocked_domains: if dice.hits(1, 6) {
                directory::domains((at + 1) % super::TENANTS)
            } else {
                vec![]
            },
            ..FederationConfiguration::default()
        },
        ..TeamsSettings::default()
    }
}

/// None, the one for everybody, or that and others.
fn channels_policies(dice: &mut Dice, at: usize) -> Vec<TeamsChannelsPolicy> {
    let names = ["Global", "Sales", "Students"];
    names[..dice.below(names.len() + 1)]
        .iter()
        .map(|name| {
            let everyone_else = *name == "Global";
            let users: Vec<_> = (0..USERS).map(|number| directory::user_id(at, number)).collect();
            let groups: Vec<_> = (0..GROUPS).map(|number| directory::group_id(at, number)).collect();
            TeamsChannelsPolicy {
                identity: (*name).into(),
                allow_shared_channel_creation: dice.switch(),
                allow_channel_sharing_to_external_user: dice.switch(),
                allow_user_to_participate_in_external_shared_channel: dice.switch(),
                assigned_users: if everyone_else { vec![] } else { dice.some_of(&users, 1, 3) },
                assigned_groups: if everyone_else { vec![] } else { dice.some_of(&groups, 1, 3) },
                ..TeamsChannelsPolicy::default()
            }
        })
        .collect()
}
