//! What the page in `web/` runs of the engine.

use entente_exchange::generate::Restriction;
use entente_policy::{Matrix, Scenario, SharedDirectory};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::measure::{checksum_of, edited, write_bits};
use crate::workload::{SIZES, Workload};

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// One workload with its answers.
#[wasm_bindgen]
pub struct Bench {
    workload: Workload,
    matrix: Matrix,
    after: Vec<Scenario>,
    bits: Vec<u64>,
}

#[wasm_bindgen]
impl Bench {
    /// The workload of a size, by number, with the first or the second kind of settings.
    #[wasm_bindgen(constructor)]
    pub fn new(size: usize, restriction: usize) -> Bench {
        let workload = Workload::new(&SIZES[size], Restriction::ALL[restriction]);
        let after = (0..16).map(|turn| edited(&workload, turn)).collect();
        let cells = SIZES[size].users * SIZES[size].applications;
        Bench { matrix: workload.matrix(), workload, after, bits: vec![0; cells.div_ceil(64)] }
    }

    /// The workload in numbers, as JSON: what everybody else is given.
    pub fn numbers(&self) -> String {
        let side = |flat: &crate::workload::Flat| {
            serde_json::json!({
                "blocks": flat.blocks, "users": flat.users, "groups": flat.groups, "applications": flat.applications,
            })
        };
        let sides: Vec<_> = self.workload.settings.iter().map(side).collect();
        let people = self.workload.people();
        serde_json::json!({
            "users": people.users.len(),
            "groups": people.groups.len(),
            "applications": self.workload.applications().applications.len(),
            "memberships": self.workload.memberships(),
            "sides": sides,
        })
        .to_string()
    }

    /// The whole matrix, so many times.
    pub fn matrix(&mut self, times: usize) {
        for _ in 0..times {
            self.matrix = std::hint::black_box(self.workload.matrix());
        }
    }

    /// How many bytes the classes of the matrix and their outcomes take.
    pub fn bytes(&self) -> usize {
        self.matrix.bytes()
    }

    /// The matrix after one edit, so many times.
    pub fn edit(&mut self, times: usize) {
        for turn in 0..times {
            std::hint::black_box(self.matrix.after(&self.after[turn % self.after.len()]));
        }
    }

    /// As many bits as there are cells, written so many times.
    pub fn write(&mut self, times: usize) {
        for _ in 0..times {
            write_bits(&mut self.bits);
        }
    }

    /// Indexes the directory of the people anew. How many bytes the index takes.
    pub fn index(&self) -> usize {
        SharedDirectory::from(self.workload.people().clone()).make_index()
    }

    /// Copies the directory of the people: what `index` does beside indexing.
    pub fn copy(&self) -> usize {
        std::hint::black_box(SharedDirectory::from(self.workload.people().clone())).users.len()
    }

    /// The answers, every so many rows, as a checksum.
    pub fn checksum(&self, step: usize) -> u32 {
        checksum_of(&self.matrix, step)
    }
}
