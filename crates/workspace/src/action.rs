//! Everything a person can do.

use std::rc::Rc;

use entente_exchange::gallery::Entry;
use entente_policy::graph::{AccessType, Target};
use entente_policy::{
    AppKind, Feature, Half, Id, Layer, Property, Scenario, SettingPath, SharedDirectory, UserType,
};

use crate::edit::{CloudEdit, GuestEdit, LayerEdit, PolicyEdit, SessionEdit, TeamsEdit};
use crate::view::{Cell, Pane};

/// One of the two panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first tenant's.
    Left,
    /// The second tenant's.
    Right,
}

impl Side {
    /// The side of the tenant at this position.
    pub fn of(position: usize) -> Self {
        if position == 0 { Side::Left } else { Side::Right }
    }
}

/// A claim that trust settings can accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustClaim {
    /// `isMfaAccepted`
    Mfa,
    /// `isCompliantDeviceAccepted`
    CompliantDevice,
    /// `isHybridAzureADJoinedDeviceAccepted`
    HybridJoinedDevice,
}

/// A claim that a person's session can hold: the same three, seen from home.
pub type PersonClaim = TrustClaim;

/// One thing a person does to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes the scenario. Can be undone.
    Edit(Edit),
    /// Changes the scenario by an edit with this name.
    EditNamed(Rc<Edit>, String),
    /// Takes the last edit back.
    Undo,
    /// Does it again.
    Redo,
    /// Starts from a gallery entry.
    OpenEntry(&'static Entry),
    /// Starts from a scenario.
    OpenScenario(Box<Scenario>),
    /// Puts what was read from files in the place of the scenario, and compares with that from here on. Can be undone.
    Import(Box<Scenario>),
    /// Compares with the scenario as it is now from here on.
    CompareFromHere,
    /// Looks at this feature.
    ShowFeature(Feature),
    /// Looks at the people of the tenant at this position.
    ShowDirection(usize),
    /// Looks at a tenant's settings about the other, or at its defaults.
    ShowPane(Side, Pane),
    /// Asks for a cell's explanation, or closes it.
    Select(Option<Cell>),
    /// Shows or hides the people of a class, by its key.
    Expand(String, bool),
    /// Chooses the targets of one half of a setting, or is done with it.
    Pick(Option<SettingPath>),
    /// Brings a setting into sight.
    PointOut(SettingPath),
    /// Lights settings up while a gate is being looked at.
    Hint(Vec<SettingPath>),
}

impl Action {
    /// Whether it is about how the scenario is looked at, and leaves the scenario and its baseline alone.
    pub fn only_looks(&self) -> bool {
        match self {
            Action::Edit(_)
            | Action::EditNamed(..)
            | Action::Undo
            | Action::Redo
            | Action::OpenEntry(_)
            | Action::OpenScenario(_)
            | Action::Import(_)
            | Action::CompareFromHere
            | Action::Pick(Some(_)) => false,
            Action::ShowFeature(_)
            | Action::ShowDirection(_)
            | Action::ShowPane(..)
            | Action::Select(_)
            | Action::Expand(..)
            | Action::Pick(None)
            | Action::PointOut(_)
            | Action::Hint(_) => true,
        }
    }
}

/// One change of the scenario. `tenant` is always the tenant whose setting or directory it is.
///
/// An edit of an inherited organizational setting first takes the inherited value over.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Names the scenario.
    SetTitle(String),
    /// Makes a setting allow or block, both halves alike.
    SetVerb {
        /// Whose.
        tenant: Id,
        /// Default or about whom.
        layer: Layer,
        /// One of the four `b2b*` settings.
        property: Property,
        /// Allow or block.
        access_type: AccessType,
    },
    /// Makes one half of a setting an allow list or a block list.
    SetAccessType {
        /// Whose.
        tenant: Id,
        /// Default or about whom.
        layer: Layer,
        /// One of the four `b2b*` settings.
        property: Property,
        /// Which half.
        half: Half,
        /// Allow or block.
        access_type: AccessType,
    },
    /// Replaces a target list.
    SetTargets {
        /// Whose.
        tenant: Id,
        /// Default or about whom.
        layer: Layer,
        /// One of the four `b2b*` settings.
        property: Property,
        /// Which half.
        half: Half,
        /// The new list.
        targets: Vec<Target>,
    },
    /// Gives a setting about one organization a value of its own, the inherited one to begin with.
    TakeOver {
        /// Whose.
        tenant: Id,
        /// About whom.
        partner: Id,
        /// Which setting.
        property: Property,
    },
    /// Gives a setting about one organization back to the default.
    GiveBack {
        /// Whose.
        tenant: Id,
        /// About whom.
        partner: Id,
        /// Which setting.
        property: Property,
    },
    /// Accepts a claim from outside, or no longer.
    SetTrust {
        /// Whose.
        tenant: Id,
        /// Default or about whom.
        layer: Layer,
        /// Which claim.
        claim: TrustClaim,
        /// Whether it is accepted.
        accepted: bool,
    },
    /// Switches automatic redemption, which only organizational settings can.
    SetConsent {
        /// Whose.
        tenant: Id,
        /// About whom.
        partner: Id,
        /// The inbound switch, else the outbound one.
        inbound: bool,
        /// Whether the prompt is suppressed.
        allowed: bool,
    },
    /// Changes another setting of a layer.
    Layer {
        /// Whose.
        tenant: Id,
        /// Default or about whom.
        layer: Layer,
        /// What is changed.
        edit: LayerEdit,
    },
    /// Changes where a tenant lives and with whom it works.
    Cloud {
        /// Whose.
        tenant: Id,
        /// What is changed.
        edit: CloudEdit,
    },
    /// Changes a tenant's guests and the ways to become one.
    Guests {
        /// Whose.
        tenant: Id,
        /// What is changed.
        edit: GuestEdit,
    },
    /// Changes a tenant's settings for Teams.
    Teams {
        /// Whose.
        tenant: Id,
        /// What is changed.
        edit: TeamsEdit,
    },
    /// Adds a conditional access policy for external users that asks for multifactor authentication.
    AddPolicy {
        /// Whose.
        tenant: Id,
    },
    /// Removes a conditional access policy.
    RemovePolicy {
        /// Whose.
        tenant: Id,
        /// Which.
        policy: Id,
    },
    /// Changes a conditional access policy.
    Policy {
        /// Whose.
        tenant: Id,
        /// Which.
        policy: Id,
        /// What is changed.
        edit: PolicyEdit,
    },
    /// Adds a tenant that stands by.
    AddTenant {
        /// The name.
        name: String,
    },
    /// Removes a tenant that stands by. Settings keep the id they name.
    RemoveTenant {
        /// Which.
        tenant: Id,
    },
    /// Names a tenant.
    RenameTenant {
        /// Which.
        tenant: Id,
        /// The new name.
        name: String,
    },
    /// Sets a tenant's verified domains.
    SetDomains {
        /// Which tenant.
        tenant: Id,
        /// The domains, the first being the one shown.
        domains: Vec<String>,
    },
    /// Puts a directory in the place of the one there is, as it was loaded or generated.
    LoadDirectory {
        /// Where.
        tenant: Id,
        /// The new directory.
        directory: SharedDirectory,
    },
    /// Adds a person.
    AddUser {
        /// Where.
        tenant: Id,
        /// The name.
        name: String,
    },
    /// Names a person.
    RenameUser {
        /// Where.
        tenant: Id,
        /// Who.
        user: Id,
        /// The new name.
        name: String,
    },
    /// Removes a person, from groups as well. Settings keep the id they name.
    RemoveUser {
        /// Where.
        tenant: Id,
        /// Who.
        user: Id,
    },
    /// Sets a claim in a person's session; nobody named means everyone the directory does not list.
    SetSession {
        /// Where.
        tenant: Id,
        /// Whose.
        user: Option<Id>,
        /// Which claim.
        claim: PersonClaim,
        /// Whether the session holds it.
        held: bool,
    },
    /// Changes what else a session says; nobody named means everyone the directory does not list.
    Session {
        /// Where.
        tenant: Id,
        /// Whose.
        user: Option<Id>,
        /// What is changed.
        edit: SessionEdit,
    },
    /// Sets a person's sign-in name.
    SetSignInName {
        /// Where.
        tenant: Id,
        /// Whose.
        user: Id,
        /// The new name.
        name: String,
    },
    /// Sets a person's e-mail address.
    SetMail {
        /// Where.
        tenant: Id,
        /// Whose.
        user: Id,
        /// The address; empty where it is the sign-in name.
        mail: String,
    },
    /// Sets whether a person is the tenant's own or a guest of it.
    SetUserType {
        /// Where.
        tenant: Id,
        /// Who.
        user: Id,
        /// Which; none where it is not stated.
        user_type: Option<UserType>,
    },
    /// Adds a group.
    AddGroup {
        /// Where.
        tenant: Id,
        /// The name.
        name: String,
    },
    /// Names a group.
    RenameGroup {
        /// Where.
        tenant: Id,
        /// Which.
        group: Id,
        /// The new name.
        name: String,
    },
    /// Says whether more people may be in a group than those who are known to be.
    SetMayHaveOthers {
        /// Where.
        tenant: Id,
        /// Which.
        group: Id,
        /// Whether they may.
        may: bool,
    },
    /// Removes a group. Settings keep the id they name.
    RemoveGroup {
        /// Where.
        tenant: Id,
        /// Which.
        group: Id,
    },
    /// Makes a person a member of a group, or no longer.
    SetMember {
        /// Where.
        tenant: Id,
        /// Which group.
        group: Id,
        /// Who.
        user: Id,
        /// Whether a member.
        member: bool,
    },
    /// Adds an application.
    AddApplication {
        /// Where.
        tenant: Id,
        /// The name.
        name: String,
        /// What it is.
        kind: AppKind,
    },
    /// Names an application.
    RenameApplication {
        /// Where.
        tenant: Id,
        /// Which.
        application: Id,
        /// The new name.
        name: String,
    },
    /// Says what an application is.
    SetApplicationKind {
        /// Where.
        tenant: Id,
        /// Which.
        application: Id,
        /// What it is.
        kind: AppKind,
    },
    /// Removes an application. Settings keep the id they name.
    RemoveApplication {
        /// Where.
        tenant: Id,
        /// Which.
        application: Id,
    },
}
