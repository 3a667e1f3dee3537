//! A document says the same in each encoding that editors and PowerShell write, whatever the script of its names.

use entente_exchange::import::{Belongs, File};
use entente_policy::Shape;
use proptest::char::range;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{fresh, import};
use crate::strategy::config;

/// A letter: of the common ideographs, of other scripts of the East, or Latin. Of the ideographs, those whose spelling
/// has a zero in it, or two Latin letters, come often.
fn letter(share: u32) -> impl Strategy<Value = char> {
    let zero =
        proptest::sample::select(vec!['一', '倀', '刀', '嘀', '帀', '最', '漀', '眀', '笀', '紀', '言']);
    let eastern = prop_oneof![
        10 => range('\u{4e00}', '\u{9fff}'),
        2 => zero,
        2 => range('\u{3041}', '\u{3096}'),
        2 => range('\u{ac00}', '\u{d7a3}'),
        1 => range('\u{20000}', '\u{2a6df}'),
    ];
    prop_oneof![share => eastern, 100 - share => prop_oneof![4 => range('a', 'z'), 1 => range('0', '9')]]
}

fn text(share: u32) -> impl Strategy<Value = String> {
    proptest::collection::vec(letter(share), 0..200).prop_map(|letters| letters.into_iter().collect())
}

/// Any JSON, of whose letters a share are of the East.
fn value() -> impl Strategy<Value = Value> {
    (0..=95u32).prop_flat_map(|share| {
        let leaf = prop_oneof![
            6 => text(share).prop_map(Value::from),
            1 => any::<i32>().prop_map(Value::from),
            1 => any::<bool>().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 6, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::vec((text(share), inner), 1..6).prop_map(|members| {
                    let members = members.into_iter().map(|(key, value)| (format!("k{key}"), value));
                    Value::from(members.collect::<Map<_, _>>())
                }),
            ]
        })
    })
}

fn encodings(text: &str) -> [(&'static str, Vec<u8>); 6] {
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked(b"\xef\xbb\xbf", text.as_bytes())),
        ("UTF-16 with a mark", marked(b"\xff\xfe", &little)),
        ("UTF-16BE with a mark", marked(b"\xfe\xff", &big)),
        ("UTF-16", little),
        ("UTF-16BE", big),
    ]
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_document_is_the_same_in_each_encoding(value in value(), is_indented in any::<bool>()) {
        let document = json!({ "policy": { "allowedCloudEndpoints": ["microsoftonline.us"], "x": value } });
        let text = if is_indented { format!("{document:#}") } else { document.to_string() };
        for (name, bytes) in encodings(&text) {
            let scenario = fresh();
            let belongs = Belongs::to(scenario.tenants[0].id.clone());
            let imported = import(&scenario, &belongs, &[File { name: "a.json", bytes: &bytes }]).scenario;
            let written = imported.tenants[0].cross_tenant_access_policy.write();
            prop_assert_eq!(&written["x"], &document["policy"]["x"], "{}", name);
        }
    }
}
