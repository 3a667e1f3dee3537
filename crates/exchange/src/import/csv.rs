//! Comma-separated values: a list of objects, each with the names of the first line.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::json::Broken;
use super::limits::MAX_VALUES;
use super::tree::{Data, Member, Node};
use super::{What, names};

/// Names that a first line has of which something can be read.
const KNOWN: [&str; 12] = [
    "id",
    "objectid",
    "userprincipalname",
    "displayname",
    "appid",
    "applicationid",
    "groupid",
    "groupobjectid",
    "memberid",
    "memberobjectid",
    "externaltenantid",
    "tenantid",
];

/// What names other tools have for Graph's.
const ALIASES: [(&str, &str); 12] = [
    ("objectid", "id"),
    ("userid", "id"),
    ("upn", "userPrincipalName"),
    ("username", "userPrincipalName"),
    ("name", "displayName"),
    ("email", "mail"),
    ("emailaddress", "mail"),
    ("applicationid", "appId"),
    ("usertype", "userType"),
    ("groupobjectid", "groupId"),
    ("groupdisplayname", "groupName"),
    ("useridentifier", "userId"),
];

/// What tables call the member of a group, the clearer word first.
const MEMBER: [&str; 6] = ["memberid", "memberobjectid", "userid", "userobjectid", "objectid", "id"];

/// Graph’s names, which tables write in other cases and with spaces.
const GRAPH: [&str; 15] = [
    "userPrincipalName",
    "displayName",
    "userType",
    "appId",
    "appOwnerOrganizationId",
    "groupId",
    "groupName",
    "memberId",
    "mailEnabled",
    "securityEnabled",
    "membershipType",
    "groupTypes",
    "groupType",
    "crossTenantAccessType",
    "externalTenantId",
];

/// What a table lists: by Graph’s names of its columns, and where those leave it open, by the name of the file.
pub(super) fn lists(columns: &[String], file: &str) -> Option<What> {
    let has = |name: &str| columns.iter().any(|column| column == name);
    let of_groups = ["mailEnabled", "securityEnabled", "membershipType", "groupTypes", "groupType"];
    let is_called = |name: &str| file.to_ascii_lowercase().contains(name);
    let has_any = |names: &[&str]| names.iter().any(|name| has(name));
    let is_log = has("userPrincipalName")
        && has_any(&["appDisplayName", "application"])
        && has_any(&["resourceDisplayName", "resource", "ipAddress", "iPaddress", "clientAppUsed"]);
    if has("crossTenantAccessType") || has("externalTenantId") || is_log {
        Some(What::SignIns)
    } else if has("groupId") && has("memberId") {
        Some(What::Memberships)
    } else if has("appId") {
        Some(What::Applications)
    } else if has("id")
        && (of_groups.iter().any(|name| has(name)) || is_called("group"))
        && !has("userPrincipalName")
    {
        Some(What::Groups)
    } else {
        (has("userPrincipalName") || has("id") && is_called("user")).then_some(What::Users)
    }
}

/// Whether a text is a table of something.
pub(super) fn is_one(text: &str) -> bool {
    if text.trim_start().starts_with(['{', '[']) {
        return false;
    }
    let mut rows = Rows::of(text);
    let line = rows.rest().lines().next().unwrap_or_default();
    if line.contains(['{', '}', '=', ':']) {
        return false;
    }
    let Ok(Some(names)) = rows.next() else { return false };
    let is_known = |name: &str| KNOWN.contains(&names::folded(name.trim()).as_str());
    names.iter().any(|(_, name)| is_known(name))
        && (names.len() > 1 || text.trim().lines().take(1_000).all(|line| line.len() < 64))
}

/// The rows, as objects, and what they are.
pub(super) fn read(text: &str, file: &str) -> Result<(Node, Option<What>), Broken> {
    let mut rows = Rows::of(text);
    let names: Vec<String> = rows.next()?.unwrap_or_default().into_iter().map(|(_, name)| name).collect();
    let names = graph_names(names.iter().map(String::as_str));
    let (mut items, mut values) = (Vec::new(), 0_usize);
    while let Some(row) = rows.next()? {
        let at = row.first().map_or(0, |(at, _)| *at);
        if row.iter().all(|(_, cell)| cell.trim().is_empty()) {
            continue;
        }
        if row.len() > names.len() {
            let what =
                format!("this line has {} values, and the first line has {} names", row.len(), names.len());
            return Err(Broken { at, what });
        }
        values = values.saturating_add(row.len());
        if values > MAX_VALUES {
            return Err(Broken { at, what: format!("there are more than {MAX_VALUES} values in this file") });
        }
        let cells = names.iter().zip(row).filter(|(_, (_, cell))| !cell.is_empty());
        let members = cells.map(|(name, (at, cell))| Member::new(name.clone(), Node::text_at(at, cell)));
        items.push(Node::new(at, Data::Object(members.collect())));
    }
    Ok((Node::new(0, Data::List(items)), lists(&names, file)))
}

/// Graph’s names for what the columns are called.
pub(super) fn graph_names<'a>(columns: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let folded: Vec<String> = columns.clone().map(|column| names::folded(column.trim())).collect();
    let has = |name: &str| folded.iter().any(|column| column == name);
    // The member of a group is not the group.
    let is_membership = has("groupid") || has("groupobjectid");
    let member = MEMBER.into_iter().find(|name| is_membership && has(name));
    let name_of = |(column, folded): (&'a str, &String)| {
        if member == Some(folded) { "memberId".into() } else { graph_name(column.trim(), folded, &has) }
    };
    columns.zip(&folded).map(name_of).collect()
}

fn graph_name(name: &str, folded: &str, has: &dyn Fn(&str) -> bool) -> String {
    // Where the table has the column itself, another is not it.
    let is_other = |name: &str| !has(&names::folded(name));
    let alias = ALIASES.iter().find(|(other, name)| *other == folded && is_other(name));
    let alias = alias.map(|(_, name)| (*name).into());
    // Of sign-ins, the user is not what the row is about.
    match alias {
        Some(alias) if folded != "userid" => alias,
        _ => match GRAPH.iter().find(|known| names::same(known, name)) {
            Some(known) => (*known).into(),
            None => names::lowered(&name.replace(' ', "")),
        },
    }
}

/// The columns of a table of which none is known: lines that all have as many values as the first.
pub(super) fn unknown(text: &str) -> Option<Vec<String>> {
    const LOOKED_AT: usize = 20;
    let mut rows = Rows::of(text);
    let columns: Vec<String> = rows.next().ok()??.into_iter().map(|(_, name)| name).collect();
    let is_named = columns.len() > 1 && columns.iter().all(|name| !name.trim().is_empty());
    let mut lines = 0_usize;
    while let Some(row) = rows.next().ok()?.filter(|_| is_named && lines < LOOKED_AT) {
        let is_empty = row.iter().all(|(_, cell)| cell.trim().is_empty());
        if !is_empty && row.len() != columns.len() {
            return None;
        }
        lines = lines.saturating_add(usize::from(!is_empty));
    }
    (lines > 0).then_some(columns)
}

/// The rows of a table, one after the other. Whoever keeps `at` and `comma` can go on from there another time.
pub(super) struct Rows<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) comma: char,
}

/// The cells of a row, with where each begins.
pub(super) type Row = Vec<(usize, String)>;

impl<'a> Rows<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut rows = Rows { text, at: 0, comma: ',' };
        // What Windows PowerShell and Excel put above the names.
        loop {
            let line = rows.rest().lines().next().unwrap_or_default();
            let separator = line.trim().strip_prefix("sep=").and_then(|separator| separator.chars().next());
            let is_above = line.starts_with("#TYPE") || separator.is_some() || line.trim().is_empty();
            if !is_above || rows.rest().is_empty() {
                break;
            }
            let whole = rows.rest().find('\n').map_or(rows.rest().len(), |end| end.saturating_add(1));
            rows.at = rows.at.saturating_add(whole);
        }
        let line = rows.rest().lines().next().unwrap_or_default();
        let count = |letter: char| line.matches(letter).count();
        let comma = [',', ';', '\t'].into_iter().max_by_key(|letter| (count(*letter), *letter == ','));
        rows.comma = comma.unwrap_or(',');
        rows
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self, letter: char) {
        self.at = self.at.saturating_add(letter.len_utf8());
    }

    pub(super) fn next(&mut self) -> Result<Option<Row>, Broken> {
        if self.rest().is_empty() {
            return Ok(None);
        }
        let mut row = Vec::new();
        loop {
            let at = self.at;
            row.push((at, self.cell()?));
            match self.rest().chars().next() {
                Some(letter) if letter == self.comma => self.step(letter),
                Some('\r') => {
                    self.step('\r');
                    if self.rest().starts_with('\n') {
                        self.step('\n');
                    }
                    return Ok(Some(row));
                }
                Some(letter) => {
                    self.step(letter);
                    return Ok(Some(row));
                }
                None => return Ok(Some(row)),
            }
        }
    }

    fn cell(&mut self) -> Result<String, Broken> {
        let comma = self.comma;
        let ends = |letter: char| letter == comma || letter == '\n' || letter == '\r';
        // People put a space behind the comma.
        let quoted = self.rest().trim_start_matches(' ');
        if quoted.starts_with('"') {
            self.at = self.at.saturating_add(self.rest().len().saturating_sub(quoted.len()));
        } else {
            let rest = self.rest();
            let length = rest.find(ends).unwrap_or(rest.len());
            self.at = self.at.saturating_add(length);
            return Ok(rest.get(..length).unwrap_or_default().trim().into());
        }
        let start = self.at;
        self.step('"');
        let mut cell = String::new();
        loop {
            let rest = self.rest();
            let Some(quote) = rest.find('"') else {
                return Err(Broken {
                    at: start,
                    what: "the text that begins here has no closing quote".into(),
                });
            };
            cell.push_str(rest.get(..quote).unwrap_or_default());
            self.at = self.at.saturating_add(quote).saturating_add(1);
            if !self.rest().starts_with('"') {
                break;
            }
            cell.push('"');
            self.step('"');
        }
        // Whatever stands between the quote and the comma.
        let rest = self.rest();
        self.at = self.at.saturating_add(rest.find(ends).unwrap_or(rest.len()));
        Ok(cell)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tables_are_lists_of_objects() {
        let text = "#TYPE System.Management.Automation.PSCustomObject\r\n\"Object Id\",\"DisplayName\"\r\n\"1\",\"A \"\"B\"\", C\"\r\n\r\n2,D\r\n";
        assert!(is_one(text));
        let expected = json!([{ "id": "1", "displayName": "A \"B\", C" }, { "id": "2", "displayName": "D" }]);
        assert_eq!(read(text, "").unwrap().0.value(), expected);
        let german = "sep=;\nid;displayName\n1;\"A\nB\"\n";
        assert_eq!(read(german, "").unwrap().0.value(), json!([{ "id": "1", "displayName": "A\nB" }]));
        let members = read("GroupId,UserId\ng,u\n", "").unwrap().0.value();
        assert_eq!(members, json!([{ "groupId": "g", "memberId": "u" }]));
    }

    #[test]
    fn what_is_no_table_is_none() {
        for text in ["", "{\"id\": 1}", "[1, 2]", "hello, world", "id : 7\nname : x"] {
            assert!(!is_one(text), "{text}");
        }
        assert!(read("id,name\n\"a,b", "").unwrap_err().what.contains("closing quote"));
        assert_eq!(read("id,displayName\na,b,c", "").unwrap_err().at, 15);
    }
}
