//! The signal of tenant restrictions that a request carries when it comes from an organization's network or
//! devices: `sec-Restrict-Tenant-Access-Policy: <tenant id>:<policy id>`.

use crate::Id;
use crate::shape::{object, words};

words! {
    /// What puts the signal on a request.
    Carrier or Proxy {
        /// The organization's proxy adds a header.
        Proxy = "proxy",
        /// A policy on a Windows device.
        WindowsDevicePolicy = "windowsDevicePolicy",
        /// Global Secure Access: universal tenant restrictions.
        GlobalSecureAccess = "globalSecureAccess",
    }
}

impl Carrier {
    /// Every carrier.
    pub const ALL: [Carrier; 3] = [Carrier::Proxy, Carrier::WindowsDevicePolicy, Carrier::GlobalSecureAccess];
}

object! {
    /// The signal of tenant restrictions on a request.
    TenantRestrictionsSignal {
        /// The tenant whose tenant restrictions the signal names: it owns the device or the network.
        policy_owner: Id = "policyOwner",
        /// What puts it there.
        carrier: Carrier = "carrier",
    }
}
