//! Users, or applications, that differ only in what lists can name: their ids and groups.

use alloc::vec;
use alloc::vec::Vec;

use crate::table::{Table, mixed};
use crate::{List, Session, User, UserType};

/// What a directory states of a user that settings can ask about, beside ids and groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct UserKind<'a> {
    /// What the session holds.
    pub(crate) session: &'a Session,
    /// Whether the user is a guest of the tenant.
    pub(crate) user_type: Option<&'a UserType>,
    /// The domains of the e-mail address and of the sign-in name: where an invitation may go.
    pub(crate) domains: [Option<&'a str>; 2],
}

impl User {
    /// What settings can ask about.
    pub(crate) fn kind(&self) -> UserKind<'_> {
        UserKind {
            session: &self.session,
            user_type: self.user_type.as_ref(),
            domains: [self.mail.as_deref().and_then(domain_of), domain_of(&self.user_principal_name)],
        }
    }
}

fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !domain.is_empty())
}

impl UserKind<'_> {
    /// A number that is the same for equal kinds.
    fn hash(&self) -> u64 {
        let session = self.session;
        let claims = [session.mfa, session.compliant_device, session.hybrid_joined_device];
        let stated = [
            session.mfa_method.is_some(),
            session.sign_in_risk.is_some(),
            session.user_risk.is_some(),
            session.tenant_restrictions.is_some(),
            self.user_type.is_some(),
        ];
        let bits = claims.iter().chain(&stated).fold(0, |bits: u64, bit| bits << 1 | u64::from(*bit));
        let texts = self.domains.iter().flatten().copied();
        let risks =
            [&session.sign_in_risk, &session.user_risk].into_iter().flatten().map(|risk| risk.as_str());
        let method = session.mfa_method.iter().map(|method| method.as_str());
        texts.chain(risks).chain(method).fold(mixed(bits), |hash, text| {
            mixed(text.bytes().fold(hash, |hash, byte| hash.rotate_left(5) ^ u64::from(byte)))
        })
    }
}

/// Numbers for kinds of users, as they occur.
pub(crate) struct Numbers<'a> {
    table: Table,
    pub(crate) kinds: Vec<UserKind<'a>>,
}

impl<'a> Numbers<'a> {
    /// For the kinds of this many users.
    pub(crate) fn new(users: usize) -> Self {
        Numbers { table: Table::new(users), kinds: Vec::new() }
    }

    /// The number of a kind.
    pub(crate) fn of(&mut self, kind: UserKind<'a>) -> u32 {
        let Numbers { table, kinds } = self;
        let number = table.enter(kind.hash(), kinds.len(), |at| kinds.get(at) == Some(&kind));
        if number == kinds.len() {
            kinds.push(kind);
        }
        number as u32
    }
}

/// A list of users or applications by kind.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Kinds {
    /// The kind of each position.
    of: Vec<u32>,
    /// The positions of each kind in order, kind after kind.
    positions: Vec<u32>,
    /// Where each kind begins in `positions`, and where the last ends.
    begins: Vec<u32>,
}

impl Kinds {
    /// From the kind of each position, the kinds being numbered from 0 to below `count`.
    pub(crate) fn new(of: Vec<u32>, count: usize) -> Self {
        let mut begins = vec![0_u32; count.saturating_add(1)];
        for kind in &of {
            if let Some(next) = begins.get_mut((*kind as usize).saturating_add(1)) {
                *next = next.wrapping_add(1);
            }
        }
        let mut sum = 0_u32;
        for begin in &mut begins {
            sum = sum.wrapping_add(*begin);
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut positions = vec![0; of.len()];
        for (position, kind) in (0..).zip(&of) {
            if let Some(at) = next.get_mut(*kind as usize) {
                if let Some(place) = positions.get_mut(*at as usize) {
                    *place = position;
                }
                *at = at.wrapping_add(1);
            }
        }
        Kinds { of, positions, begins }
    }

    /// Users by what settings can ask about, the kinds numbered as they occur.
    pub(crate) fn of_users(users: &List<User>) -> Self {
        let mut numbers = Numbers::new(users.len());
        let of = users.iter().map(|user| numbers.of(user.kind())).collect();
        Self::new(of, numbers.kinds.len())
    }

    /// How many kinds there are.
    pub(crate) fn count(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    /// How many positions there are.
    pub(crate) fn length(&self) -> usize {
        self.of.len()
    }

    /// The kind of a position.
    pub(crate) fn of(&self, position: u32) -> Option<usize> {
        self.of.get(position as usize).map(|kind| *kind as usize)
    }

    /// The positions of a kind, in order.
    pub(crate) fn positions(&self, kind: usize) -> &[u32] {
        let [begin, end] = [kind, kind.saturating_add(1)].map(|at| self.begins.get(at).copied().unwrap_or(0));
        self.positions.get(begin as usize..end as usize).unwrap_or_default()
    }

    /// How many bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        size_of_val(self.of.as_slice())
            .saturating_add(size_of_val(self.positions.as_slice()))
            .saturating_add(size_of_val(self.begins.as_slice()))
    }
}
