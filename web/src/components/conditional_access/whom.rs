//! Whom and what a policy meets, and whom and what it spares: the same lists on either side.

use entente_policy::graph::{ConditionalAccessPolicy, GuestsOrExternalUsers, Target};
use entente_policy::{Application, Id, Subject};
use entente_workspace::{Named, PolicyEdit};
use yew::prelude::*;

use super::{named, of_policy};
use crate::components::control::{Field, Takes, check, checks};
use crate::components::directory::many::MANY;
use crate::components::more::chosen;
use crate::components::roles::{ROLES, short};
use crate::components::tenant::{Panel, counted};

/// Every kind of external user that a policy can name; the first two are what most are about.
const USER_TYPES: [(&str, &str); 6] = [
    ("b2bCollaborationGuest", "Guests (collaboration)"),
    ("b2bDirectConnectUser", "Direct connect users"),
    ("b2bCollaborationMember", "External members (collaboration)"),
    ("internalGuest", "Local guests"),
    ("otherExternalUser", "Other external users"),
    ("serviceProvider", "Service provider users"),
];

/// The word that stands for every kind of external user.
const EXTERNAL: &str = "GuestsOrExternalUsers";

/// One side of a policy.
struct Side<'a> {
    panel: &'a Panel<'a>,
    policy: &'a ConditionalAccessPolicy,
    spared: bool,
    /// What its controls are said to be of.
    of: String,
}

impl<'a> Side<'a> {
    fn of(panel: &'a Panel<'a>, policy: &'a ConditionalAccessPolicy, spared: bool) -> Self {
        let name = named(panel.tenant, policy);
        let of = if spared { format!(", spared by {name}") } else { format!(", met by {name}") };
        Side { panel, policy, spared, of }
    }

    fn types(&self) -> Option<&'a GuestsOrExternalUsers> {
        let users = &self.policy.conditions.users;
        if self.spared {
            users.exclude_guests_or_external_users.as_ref()
        } else {
            users.include_guests_or_external_users.as_ref()
        }
    }

    fn list(&self, kind: Named) -> &'a [Id] {
        let users = &self.policy.conditions.users;
        match (kind, self.spared) {
            (Named::User, false) => &users.include_users,
            (Named::User, true) => &users.exclude_users,
            (Named::Group, false) => &users.include_groups,
            (Named::Group, true) => &users.exclude_groups,
            (Named::Role, false) => &users.include_roles,
            (Named::Role, true) => &users.exclude_roles,
        }
    }

    /// The tenants it names one by one, where it does.
    fn tenants(&self) -> Option<&'a [Id]> {
        let tenants = self.types()?.external_tenants.as_ref()?;
        tenants.membership_kind.eq_ignore_ascii_case("enumerated").then_some(tenants.members.as_slice())
    }

    fn check(&self, label: &str, detail: &str, on: bool, edit: PolicyEdit) -> Html {
        let edit = of_policy(self.panel.tenant, self.policy, edit);
        check(&self.panel.playground.dispatch, label, detail, &self.of, on, edit)
    }

    fn user_types(&self, shown: Option<&[(&str, &str)]>) -> Vec<Html> {
        let every = self.list(Named::User).iter().any(|word| word.is(EXTERNAL));
        let stated =
            self.types().map(|types| types.guest_or_external_user_types.as_str()).unwrap_or_default();
        let known: Vec<&str> = if every {
            USER_TYPES.iter().map(|(word, _)| *word).collect()
        } else {
            stated.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
        };
        let one = |(word, label): &(&str, &str)| {
            let on = known.iter().any(|known| known.eq_ignore_ascii_case(word));
            let others = known.iter().filter(|other| !other.eq_ignore_ascii_case(word));
            let mut types: Vec<String> = others.map(|other| (*other).to_string()).collect();
            if !on {
                types.push((*word).to_string());
            }
            self.check(label, "", on, PolicyEdit::SetUserTypes { spared: self.spared, types })
        };
        shown.into_iter().flatten().map(one).collect()
    }

    /// Boxes for what is known, and for what is named all the same; below them a line for another id.
    fn ids(
        &self,
        title: &str,
        another: &'static str,
        known: Vec<(Id, String)>,
        on: &[Id],
        edit: &dyn Fn(Id, bool) -> PolicyEdit,
    ) -> Html {
        let strangers = on.iter().filter(|id| !known.iter().any(|(other, _)| other == *id));
        let strangers: Vec<(Id, String)> = strangers.map(|id| (id.clone(), short(id))).collect();
        let boxes = known.iter().chain(&strangers).map(|(id, name)| {
            let named = on.contains(id);
            html! { <span key={id.as_str()}>{ self.check(name, "", named, edit(id.clone(), !named)) }</span> }
        });
        html! {
            <div class="ids">
                { checks(title, boxes.collect()) }
                <Field
                    dispatch={self.panel.playground.dispatch.clone()}
                    label={format!("{another}{}", self.of)}
                    value=""
                    edit={of_policy(self.panel.tenant, self.policy, edit(Id::from(""), true))}
                    takes={Takes::Id}
                    placeholder={another}
                />
            </div>
        }
    }

    fn named(&self, kind: Named, title: &str, another: &'static str, known: Vec<(Id, String)>) -> Html {
        let words = |id: &&Id| kind != Named::User || !(id.is("All") || id.is("None") || id.is(EXTERNAL));
        let on: Vec<Id> = self.list(kind).iter().filter(words).cloned().collect();
        self.ids(title, another, known, &on, &|id, on| PolicyEdit::SetNamed {
            kind,
            id,
            spared: self.spared,
            on,
        })
    }

    /// Whose external users are meant, and if not everybody's, which organizations'.
    fn organizations(&self) -> Html {
        let Panel { playground, tenant, other, .. } = *self.panel;
        let spared = self.spared;
        let members = self.tenants();
        let choices = [(false, "every other organization"), (true, "named organizations")];
        let name = named(tenant, self.policy);
        let label = format!("Organizations that {name} {}", if spared { "spares" } else { "is about" });
        let tenants = &playground.snapshot.scenario().tenants;
        let known = tenants.iter().filter(|known| known.id != tenant.id);
        let known = known.map(|known| (known.id.clone(), known.display_name.clone())).collect();
        html! {
            <>
                <p>
                    { "External users of " }
                    { chosen(playground, &label, &choices, &members.is_some(), "", |named| {
                        let tenants = named.then(|| vec![other.id.clone()]);
                        of_policy(tenant, self.policy, PolicyEdit::SetTenants { spared, tenants })
                    }) }
                </p>
                <div>
                    if let Some(members) = members {
                        { self.ids("Organizations", "Another organization’s id", known, members, &|tenant, on| {
                            PolicyEdit::SetTenant { spared, tenant, on }
                        }) }
                    }
                </div>
            </>
        }
    }

    /// Groups, guests and directory roles of the tenant that has the policy.
    fn objects(&self) -> Html {
        let Panel { playground, tenant, .. } = *self.panel;
        let own = &tenant.display_name;
        let groups = tenant.directory.groups.iter();
        let groups = groups.map(|group| (group.id.clone(), group.display_name.clone())).collect();
        let narrator = playground.snapshot.narrator();
        let name = |home: &Id, user: &Id| {
            let who = narrator.user(home, &Subject::User(user.clone()));
            format!("{who} of {}", narrator.tenant(home))
        };
        let guests = tenant.guests.iter().flat_map(|guests| guests.iter()).take(SHOWN);
        let guests =
            guests.map(|guest| (guest.id.clone(), name(&guest.home_tenant, &guest.home_user))).collect();
        let roles = ROLES.iter().map(|(id, name)| (Id::from(*id), (*name).to_string())).collect();
        html! {
            <>
                { self.named(Named::Group, &format!("Groups of {own}"), "Another group’s id", groups) }
                { self.named(Named::User, &format!("Guests of {own}"), "Another object’s id", guests) }
                { self.named(Named::Role, "Directory roles", "Another role’s template id", roles) }
            </>
        }
    }
}

/// How many guests are listed at once.
const SHOWN: usize = 50;

/// The two types that most policies are about.
pub(super) fn everyday_types(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Vec<Html> {
    Side::of(panel, policy, false).user_types(USER_TYPES.get(..2))
}

/// Whom else a policy meets.
pub(super) fn met(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Html {
    let side = Side::of(panel, policy, false);
    let all = side.list(Named::User).iter().any(|word| word.is("All"));
    let edit = PolicyEdit::SetNamed { kind: Named::User, id: Id::from("All"), spared: false, on: !all };
    let mut types = side.user_types(USER_TYPES.get(2..));
    types.push(side.check("All users", "", all, edit));
    let by_name = by_name(&side).join(", ");
    html! {
        <>
            { side.organizations() }
            { checks("Of also", types) }
            <details class="further">
                <summary>{ "Of groups, guests and roles" }<span class="hidden">{ side.of.as_str() }</span>{ " " }<small>{ by_name }</small></summary>
                <div class="parts">{ side.objects() }</div>
            </details>
        </>
    }
}

/// Whom and what a policy spares, behind a line.
pub(super) fn spared(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Html {
    let side = Side::of(panel, policy, true);
    let named = named(panel.tenant, policy);
    let by_type = side.types().is_some() || side.list(Named::User).iter().any(|word| word.is(EXTERNAL));
    html! {
        <details class="further">
            <summary>{ "But not" }<span class="hidden">{ format!(": whom {named} spares") }</span>{ " " }<small>{ spared_in_words(policy).join(", ") }</small></summary>
            <div class="parts">
                { checks("External users", side.user_types(Some(&USER_TYPES))) }
                <div class="whose">if by_type { { side.organizations() } }</div>
                { side.objects() }
                { checks("Applications", applications(panel, policy, true)) }
            </div>
        </details>
    }
}

/// What is spared, in a few words.
pub(super) fn spared_in_words(policy: &ConditionalAccessPolicy) -> Vec<String> {
    let users = &policy.conditions.users;
    let applications = policy.conditions.applications.exclude_applications.len();
    let types = users.exclude_guests_or_external_users.is_some()
        || users.exclude_users.iter().any(|word| word.is(EXTERNAL));
    let ids = users.exclude_users.iter().filter(|id| !id.is(EXTERNAL)).count();
    let listed = [
        (ids, "guest", "guests"),
        (users.exclude_groups.len(), "group", "groups"),
        (users.exclude_roles.len(), "role", "roles"),
        (applications, "application", "applications"),
    ];
    let mut words: Vec<String> = types.then(|| "external users".to_string()).into_iter().collect();
    words.extend(
        listed.iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| counted(*count, one, many)),
    );
    words
}

/// Whether a policy names organizations, groups, guests or roles, in a few words.
pub(super) fn met_in_words(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Vec<&'static str> {
    let side = Side::of(panel, policy, false);
    let all = side.list(Named::User).iter().any(|word| word.is("All"));
    let mut words: Vec<&str> = side.tenants().map(|_| "named organizations").into_iter().collect();
    words.extend(all.then_some("all users"));
    words.extend(by_name(&side));
    words
}

/// What of groups, guests and roles a side names, in a few words.
fn by_name(side: &Side<'_>) -> Vec<&'static str> {
    let is_object = |id: &Id| !id.is("All") && !id.is("None") && !id.is(EXTERNAL);
    let set = [
        (!side.list(Named::Group).is_empty(), "groups"),
        (side.list(Named::User).iter().any(is_object), "guests"),
        (!side.list(Named::Role).is_empty(), "roles"),
    ];
    set.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words).collect()
}

/// The applications that a policy is for, or spares.
pub(super) fn applications(panel: &Panel<'_>, policy: &ConditionalAccessPolicy, spared: bool) -> Vec<Html> {
    let side = Side::of(panel, policy, spared);
    let lists = &policy.conditions.applications;
    let listed = if spared { &lists.exclude_applications } else { &lists.include_applications };
    let one = |id: Id, label: &str| {
        let on = listed.contains(&id);
        let mut applications: Vec<Id> = listed.iter().filter(|other| **other != id).cloned().collect();
        if !on {
            // "All" takes everything in; naming something names just that.
            applications.retain(|other| !id.is("All") && !other.is("All"));
            applications.push(id.clone());
        }
        let edit = PolicyEdit::SetApplications { spared, applications };
        html! { <span key={id.as_str()}>{ side.check(label, "", on, edit) }</span> }
    };
    let all = (!spared).then(|| one(Id::from("All"), "All applications"));
    let mut boxes: Vec<Html> = all.into_iter().collect();
    boxes.push(one(Id::from(Target::OFFICE_365), "Office 365"));
    let known = &panel.tenant.directory.applications;
    let is_named = |app: &&Application| known.len() < MANY || listed.contains(&app.app_id);
    boxes.extend(known.iter().filter(is_named).map(|app| one(app.app_id.clone(), &app.display_name)));
    boxes
}
