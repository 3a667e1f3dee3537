//! The rules of Microsoft Entra cross-tenant access, and nothing else.
//!
//! A [`Scenario`] holds two or more tenants: their directories, their cross-tenant access policies in
//! Microsoft Graph's own shapes, and the conditional access policies that meet external users.
//! [`evaluate()`] answers one [`Request`] with a [`Decision`]: every gate, in order, with its status, its
//! owner, the settings that decided it and the documented statement behind it. [`Matrix`] answers a whole
//! direction at once, by classes of people and applications that no setting tells apart.
//!
//! Invariants:
//! - evaluation is total and pure: no `Result`, no panic, no clock, no randomness, the same answer every time;
//! - doubt is part of the answer ([`Status::Undocumented`], [`Status::Depends`], [`Standing`]), never an error;
//! - the crate holds no sentence meant for people: it speaks in codes and [`SettingPath`]s.
#![no_std]
#![deny(clippy::arithmetic_side_effects)]

extern crate alloc;

mod class;
mod classify;
mod conditions;
pub mod consequence;
mod decision;
mod diff;
mod directory;
mod directory_index;
mod error_code;
mod evaluate;
mod expectation;
mod gate_table;
pub mod gates;
pub mod graph;
mod ground;
mod guest;
mod guests_of_home;
mod handshake;
mod id;
mod index;
mod kinds;
mod list;
mod matrix;
mod members;
mod moves;
mod order;
mod partition;
mod passage;
mod path;
mod person;
mod position_set;
mod question;
mod reads;
mod record;
mod replay;
mod request;
mod resolve;
mod scenario;
mod service_default;
mod shape;
mod shared_directory;
mod shift;
mod signal;
mod table;
mod teams;
mod tenant;

pub use class::{AppClass, AppCondition, SessionClaim, UserClass, UserCondition};
pub use decision::{Decision, GateResult, NotModelled, Outcome, Owner, Status};
pub use diff::{CellChange, Change, Changes, Region, changes};
pub use directory::{AppKind, Application, Directory, Group, Session, User};
pub use error_code::ErrorCode;
pub use evaluate::{evaluate, evaluate_at_rest};
pub use expectation::{Expectation, Mismatch, ScenarioTest};
pub use gates::tenant_restrictions::{TenantRestrictionsRow, tenant_restrictions_table};
pub use gates::{Gate, Reason, Statement};
pub use ground::{Actor, Evidence, Ground, Match, Note, Reading, Source, Standing};
pub use guest::{ExternalUserState, Guest, IdentityProvider, UserType};
pub use handshake::{GateSpread, Handshake, Spread};
pub use id::Id;
pub use index::IdIndex;
pub use list::{Items, List};
pub use matrix::{Matrix, Work};
pub use members::Members;
pub use path::{Half, Layer, Place, Property, SettingPath};
pub use replay::{Replayed, replay};
pub use request::{Connection, Direction, Feature, Request, Resource, Subject};
pub use resolve::{Effective, Gap, Resolved, effective_b2b, effective_consent, effective_trust};
pub use scenario::Scenario;
pub use service_default::service_default;
pub use shape::{Reader, Shape, ShapeError, pointer_step, unknown_properties};
pub use shared_directory::SharedDirectory;
pub use signal::{Carrier, TenantRestrictionsSignal};
pub use teams::{FederationConfiguration, TeamsChannelsPolicy, TeamsService, TeamsSettings};
pub use tenant::{Cloud, Tenant};
