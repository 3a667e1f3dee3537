//! What an object of a file is: by the properties it has, by what Graph or a tool says of it, and by what was asked.

use super::What;
use super::asked::Asked;
use super::hollow::is_hollow;
use super::schema::SETTINGS;
use super::tree::{Data, Node};
use super::{names, policies_in_part};
use crate::annotation::UNKNOWN;

/// The policy as the documentation of 2021 prints it.
fn is_legacy_policy(object: &Node) -> bool {
    object.has("definition")
        && object.text_of("displayName").is_some_and(|name| name.starts_with("CrossTenantAccess"))
}

/// Tenants with parts of theirs, as scripts put them side by side. Ours have an id.
fn is_list_of_bundles(tenants: &Node) -> bool {
    let is_bundle = |tenant: &Node| ["tenantId", "default", "partners"].iter().any(|key| tenant.has(key));
    tenants.items().first().is_some_and(|tenant| !tenant.has("id") && is_bundle(tenant))
}

/// An organization of which nothing is stated. What has a tenant’s id and something else is mostly something else: an
/// account, a session, what Graph tells of any tenant.
fn is_bare(object: &Node) -> bool {
    const BESIDE: [&str; 8] = [
        "tenantId",
        "isInMultiTenantOrganization",
        "deletedDateTime",
        "crossCloudMeetingConfiguration",
        "protectedContentSharing",
        "m365Capabilities",
        "serviceProviderConstraints",
        "present",
    ];
    // What has an id of its own is something else: an organization has none but the tenant’s.
    let id = object.text_of("id");
    let is_other = id.is_some_and(|id| object.text_of("tenantId").is_some_and(|tenant| id != tenant));
    !is_other
        && object.members().iter().all(|member| {
            let is = |name: &&str| names::same(name, &member.key);
            member.key.contains("@odata.") || BESIDE.iter().any(is) || SETTINGS.iter().any(is)
        })
}

/// Whether somebody has signed in to something there, whether or not it says of what kind that was: the log of v1.0
/// does not, and neither does the portal’s table where nobody has added that column.
pub(super) fn is_sign_in(object: &Node) -> bool {
    let initials = object.initials();
    let has = |key: &str| initials.may_have(key) && object.has(key);
    has("crossTenantAccessType")
        || (has("externalTenantId") && has("accessDirection"))
        || (has("userPrincipalName") && ["appDisplayName", "application"].into_iter().any(has) && {
            ["resourceDisplayName", "resource", "ipAddress", "clientAppUsed"].into_iter().any(has)
        })
}

/// Whether whoever describes the tenant says that this is not to be there.
fn is_absent(object: &Node) -> bool {
    object.get("present").is_some_and(|said| match &said.data {
        Data::Flag(said) => !*said,
        Data::Text(said) => said.trim().trim_start_matches('$').eq_ignore_ascii_case("false"),
        _ => false,
    })
}

/// What is synchronized from an organization. Where something else is stated of it beside, or our own mark says what
/// nobody has seen of it, this is the organization, with a property that does not belong there.
fn is_synchronization(object: &Node) -> bool {
    let is_said = ["userSyncInbound", "groupSyncInbound"].iter().any(|key| object.has(key));
    is_said && !What::has_settings(object) && !object.has(UNKNOWN)
}

/// Whether only defaults have a property of these, whatever a script has put beside it.
fn is_default(object: &Node) -> bool {
    object.has("isServiceDefault") || object.has("invitationRedemptionIdentityProviderConfiguration")
}

impl What {
    /// What an object is, by the properties it has and the context that Graph names.
    pub(super) fn of(object: &Node, asked: &Asked) -> Option<Self> {
        if !matches!(object.data, Data::Object(_)) {
            return None;
        }
        let context = asked.path.as_str();
        let initials = object.initials();
        let has = |key: &str| initials.may_have(key) && object.has(key);
        let is_list = |key: &str| object.get(key).is_some_and(|node| matches!(node.data, Data::List(_)));
        let states = |key: &str| object.get(key).is_some_and(|node| !is_hollow(node));
        let named = object.text_of("@odata.type").unwrap_or_default();
        let is = |name: &str| {
            named
                .trim_start_matches('#')
                .strip_prefix("microsoft.graph.")
                .is_some_and(|named| names::same(named, name))
        };
        let has_settings = || What::has_settings(object);
        // What is asked for stands within, where there is a wrapper.
        let is_wrapped = ["value", "results"].into_iter().any(|key| {
            object.get(key).is_some_and(|inner| matches!(inner.data, Data::List(_) | Data::Object(_)))
        });
        let is_asked = |end: &str| !is_wrapped && context.ends_with(end);
        if is_list("tenants") && !object.get("tenants").is_some_and(is_list_of_bundles) {
            Some(What::Scenario)
        } else if has("templateApplicationLevel") || context.contains("/templates/") {
            Some(What::Template)
        } else if has("tenantId")
            && (states("deletedDateTime") || is_absent(object) || context.contains("/deleteditems/"))
        {
            Some(What::DeletedPartner)
        } else if is_sign_in(object) {
            Some(What::SignIn)
        } else if is_synchronization(object) {
            Some(What::Synchronization)
        } else if has("conditions") && (has("grantControls") || has("state"))
            || is("conditionalAccessPolicy")
            || has("id") && is_asked("identity/conditionalaccess/policies")
            || has("state") && policies_in_part::is_one(object)
        {
            Some(What::ConditionalAccessPolicy)
        } else if has("allowInvitesFrom") {
            Some(What::Authorization)
        } else if is("crossTenantAccessPolicyConfigurationPartner")
            || (states("tenantId") && has_settings() && !is_default(object))
        {
            Some(What::Partner)
        } else if has("isServiceDefault")
            || has("invitationRedemptionIdentityProviderConfiguration")
            || is("crossTenantAccessPolicyConfigurationDefault")
        {
            Some(What::Default)
        } else if has("verifiedDomains")
            || is("organization")
            || (has("id") && !is_wrapped && context == "organization")
        {
            Some(What::Organization)
        } else if has("groupId") && (has("userId") || has("memberId")) {
            Some(What::Membership)
        } else if has("userPrincipalName") || is("user") {
            Some(What::User)
        } else if has("appId") && (has("displayName") || has("appDisplayName") || has("id")) {
            Some(What::Application)
        } else if is("group")
            || has("securityEnabled")
            || has("groupTypes")
            || (is_list("members") && has("id"))
        {
            Some(What::Group)
        } else if has("tenantId")
            && (context.ends_with("crosstenantaccesspolicy/partners") || is_bare(object))
        {
            Some(What::Partner)
        } else if is_asked("crosstenantaccesspolicy/default") && !asked.is_change && !has("tenantId") {
            Some(What::Default)
        } else if (has("allowedCloudEndpoints") && !is_wrapped)
            || is("crossTenantAccessPolicy")
            || is_asked("policies/crosstenantaccesspolicy")
            || is_legacy_policy(object)
        {
            Some(What::Policy)
        } else if has_settings() {
            Some(What::Settings)
        } else if ["usersAndGroups", "applications"]
            .iter()
            .any(|half| object.get(half).is_some_and(|half| half.has("accessType") || half.has("targets")))
        {
            Some(What::B2bSetting)
        } else {
            None
        }
    }

    /// Whether what an object looks like tells more of it than what it is said to be by where it stands.
    pub(super) fn tells_more_than(self, said: Option<What>) -> bool {
        match (self, said) {
            (_, None) => true,
            // It could be anything.
            (What::Settings, _) => false,
            (What::Partner, Some(said)) => !matches!(said, What::Synchronization | What::Default),
            // Somebody has put a property beside settings that people have.
            (seen, Some(said)) => !seen.is_of_directory() || said.is_of_directory(),
        }
    }

    /// Whether an object has properties that a default or a partner has.
    pub(super) fn has_settings(object: &Node) -> bool {
        let initials = object.initials();
        SETTINGS.iter().any(|key| initials.may_have(key) && object.has(key))
    }

    /// What a list is whose items do not say it, by the context that Graph names.
    pub(super) fn of_list(asked: &Asked) -> Option<Self> {
        let named = [
            ("crosstenantaccesspolicy/partners", What::Partners),
            ("conditionalaccess/policies", What::ConditionalAccessPolicies),
            ("users", What::Users),
            ("groups", What::Groups),
            ("serviceprincipals", What::Applications),
            ("applications", What::Applications),
            ("auditlogs/signins", What::SignIns),
        ];
        if asked.is_members() {
            return Some(What::Users);
        }
        named.into_iter().find(|(end, _)| asked.path.ends_with(end)).map(|(_, what)| what)
    }

    /// What a tool’s resource is, by the name of its type: Microsoft365DSC, Graph’s configuration management and the
    /// providers of Terraform.
    pub(super) fn of_resource(name: &str) -> Option<Self> {
        let folded = names::folded(name).replace('.', "");
        let ends = |end: &str| folded.ends_with(end);
        if ends("crosstenantaccesspolicyconfigurationdefault") || ends("crosstenantaccessdefaultsettings") {
            Some(What::Default)
        } else if ends("crosstenantaccesspolicyconfigurationpartner")
            || ends("crosstenantaccesspartnersettings")
        {
            Some(What::Partner)
        } else if ends("crosstenantidentitysyncpolicypartner")
            || ends("partnerusersyncsettings")
            || ends("partnergroupsyncsettings")
        {
            Some(What::Synchronization)
        } else if ends("crosstenantaccesspolicy") {
            Some(What::Policy)
        } else {
            None
        }
    }
}
