//! One direction in a sentence or two.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Gate, GateSpread, Handshake, Matrix, Request, Resource, Source, Spread, Subject};

use crate::verdict::feature_short;
use crate::{Narrator, Text, grouped};

impl Narrator<'_> {
    /// How many of the directory's people connect.
    pub fn people_connected(&self, handshake: &Handshake) -> String {
        match (handshake.connected, handshake.people) {
            (0, 0) if handshake.gates.iter().any(|gate| gate.spread == Spread::Open) => "not settled".into(),
            (0, 0) if handshake.any_other_connects => "everyone".into(),
            (0, _) => "nobody".into(),
            (1, 1) => "1 person".into(),
            (connected, people) => format!("{} of {} people", grouped(connected), grouped(people)),
        }
    }

    /// A gate's name, with its tenant's, for the whole of a direction.
    pub fn gate_of(&self, matrix: &Matrix, gate: Gate) -> String {
        self.gate(gate, &whole(matrix))
    }

    /// Who gets through, and where the others stop.
    pub fn handshake(&self, matrix: &Matrix, handshake: &Handshake) -> Text {
        let shut: Vec<&GateSpread> =
            handshake.gates.iter().filter(|gate| gate.spread == Spread::None).collect();
        if !shut.is_empty() {
            return self.shut(matrix, &shut);
        }
        let open: Vec<Text> = handshake
            .gates
            .iter()
            .filter(|gate| gate.spread == Spread::Open)
            .map(|gate| self.stop(matrix, gate.gate))
            .collect();
        if !open.is_empty() {
            return Text::from("Not settled: that depends on ").then(Text::list(open, " and on ")).and(".");
        }
        let partial: Vec<&GateSpread> = handshake
            .gates
            .iter()
            .filter(|gate| gate.open_to < handshake.people || gate.spread == Spread::Some)
            .collect();
        let everyone = handshake.connected == handshake.people && handshake.any_other_connects;
        if everyone {
            return if partial.is_empty() {
                "Open for everyone.".into()
            } else {
                "Open for everyone, to some applications.".into()
            };
        }
        let classes: Vec<Text> = handshake
            .connected_classes
            .iter()
            .filter_map(|class| matrix.users.get(*class))
            .map(|class| Text::new().strong(self.class(matrix, class).name))
            .collect();
        let stops: Vec<Text> = partial.iter().map(|gate| self.stop(matrix, gate.gate)).collect();
        if classes.is_empty() {
            return Text::from("Nobody gets through both ")
                .and("gates at once. People stop at ")
                .then(Text::list(stops, " or at "))
                .and(".");
        }
        let text = Text::from("Open for ").then(Text::list(classes, " and ")).and(".");
        if stops.is_empty() {
            text
        } else {
            let is_unsettled = partial.iter().any(|gate| gate.is_unsettled);
            let others = match (is_unsettled, handshake.any_other_connects) {
                (true, _) => " Others stop at, or depend on, ",
                (false, true) => " The others stop at ",
                (false, false) => " Everyone else stops at ",
            };
            text.and(others).then(Text::list(stops, " and at ")).and(".")
        }
    }

    fn stop(&self, matrix: &Matrix, gate: Gate) -> Text {
        Text::new().strong(self.gate_of(matrix, gate))
    }

    fn shut(&self, matrix: &Matrix, shut: &[&GateSpread]) -> Text {
        let feature = feature_short(matrix.connection.feature);
        let reasons: Vec<Text> = shut
            .iter()
            .map(|gate| {
                let (owner, way) = match gate.gate {
                    Gate::HomeOutbound => (&matrix.connection.home.id, "outbound"),
                    Gate::ResourceInbound => (&matrix.connection.resource.id, "inbound"),
                    _ => {
                        return Text::new().strong(self.gate_of(matrix, gate.gate));
                    }
                };
                let layer = match gate.source {
                    Some(Source::Default | Source::ServiceDefault) => "default",
                    _ => "settings",
                };
                Text::new().strong(format!("{} {way} {layer}", self.tenants(owner)))
            })
            .collect();
        Text::from("Shut by ")
            .then(Text::list(reasons, " and by "))
            .and(format!(". Nobody gets through by {feature}."))
    }
}

/// A request that stands for the whole connection, to name its gates.
fn whole(matrix: &Matrix) -> Request {
    Request {
        home: matrix.connection.home.id.clone(),
        resource: matrix.connection.resource.id.clone(),
        feature: matrix.connection.feature,
        user: Subject::AnyOther,
        application: Resource::AnyOther(entente_policy::AppKind::Office365),
        signal: None,
    }
}
