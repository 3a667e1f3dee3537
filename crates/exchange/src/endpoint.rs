//! Where Microsoft Graph is, for the tenants of a cloud.

use entente_policy::Cloud;

/// The address that every request of the tenants of a cloud begins with.
pub(crate) fn of(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Commercial => "https://graph.microsoft.com",
        Cloud::UsGovernment => "https://graph.microsoft.us",
        Cloud::China => "https://microsoftgraph.chinacloudapi.cn",
    }
}

/// The Department of Defense has one of its own in the cloud of the government.
const DEFENSE: &str = "https://dod-graph.microsoft.us";

/// The cloud that an address is in; none for one that is not Graph's.
pub(crate) fn cloud_of(address: &str) -> Option<Cloud> {
    let address = address.to_ascii_lowercase();
    let is_at = |endpoint: &str| address.strip_prefix(endpoint).is_some_and(|rest| rest.starts_with('/'));
    let cloud = Cloud::ALL.into_iter().find(|cloud| is_at(of(*cloud)));
    cloud.or_else(|| is_at(DEFENSE).then_some(Cloud::UsGovernment))
}
