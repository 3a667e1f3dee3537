//! A directory out of tables, some rows at a time: users, groups, memberships and applications as the admin center and
//! Graph’s tools write them as CSV. A table of a million rows can be read while somebody does something else.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::Rest;
use entente_policy::{Application, Directory, Id};

use super::csv::{Row, Rows, graph_names, lists};
use super::{ImportError, What, app_kinds, bytes, directory};

/// What tables have for columns, for whoever has one with others.
pub(super) const COLUMNS: &str = "Users have id and userPrincipalName, groups id and displayName in a file called groups, memberships groupId and memberId, applications appId and displayName";

/// One table.
#[derive(Clone, Debug)]
struct Table {
    name: String,
    text: String,
    /// What it lists.
    kind: What,
    columns: Vec<String>,
    at: usize,
    comma: char,
}

impl Table {
    fn open(name: &str, file: &[u8]) -> Result<Self, ImportError> {
        let text = bytes::text(file).1.into();
        let mut table =
            Table { name: name.into(), text, kind: What::Users, columns: Vec::new(), at: 0, comma: ',' };
        let mut rows = Rows::of(&table.text);
        let first = rows.next().map_err(|broken| table.broken(broken.at, &broken.what))?.unwrap_or_default();
        (table.at, table.comma) = (rows.at, rows.comma);
        table.columns = graph_names(first.iter().map(|(_, column)| column.as_str()));
        let is_read = |kind: &What| {
            kind.is_of_directory()
                && (*kind != What::Users || table.columns.iter().any(|column| column == "id"))
        };
        table.kind = lists(&table.columns, name).filter(is_read).ok_or_else(|| {
            ImportError::new(
                name,
                "",
                "unknownTable",
                "the first line has no names that tell what the table lists",
                COLUMNS,
            )
        })?;
        Ok(table)
    }

    fn broken(&self, at: usize, what: &str) -> ImportError {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count().saturating_add(1);
        ImportError::new(&self.name, "", "broken", format!("line {line}: {what}"), "Nothing has been changed")
    }

    fn cell<'a>(&self, row: &'a Row, column: &str) -> Option<&'a str> {
        let at = self.columns.iter().position(|known| known == column)?;
        row.get(at).map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

/// A directory that is being read.
#[derive(Clone, Debug)]
pub struct Tables {
    /// The tables that are still to be read, the next one last.
    tables: Vec<Table>,
    directory: Directory,
    users: BTreeMap<Id, usize>,
    groups: BTreeMap<Id, usize>,
    applications: BTreeMap<Id, usize>,
    /// Groups from here on may list somebody twice.
    untidy: usize,
    /// A table says who is in which group: whoever it does not name is in none of those that the tables list.
    has_memberships: bool,
    /// Where the groups stand that the tables list.
    listed: BTreeSet<usize>,
    /// How much has been read, of how much.
    progress: (usize, usize),
}

impl Tables {
    /// Starts from what there is, with files by name.
    ///
    /// # Errors
    ///
    /// If a file is no table of the four.
    pub fn of(held: Directory, files: &[(String, Vec<u8>)]) -> Result<Self, ImportError> {
        let mut tables =
            files.iter().map(|(name, file)| Table::open(name, file)).collect::<Result<Vec<_>, _>>()?;
        // Memberships are about what the others list.
        tables.sort_by_key(|table| core::cmp::Reverse(table.kind));
        let index = |ids: &mut dyn Iterator<Item = &Id>| ids.cloned().zip(0..).collect::<BTreeMap<_, _>>();
        Ok(Tables {
            users: index(&mut held.users.iter().map(|user| &user.id)),
            groups: index(&mut held.groups.iter().map(|group| &group.id)),
            applications: index(&mut held.applications.iter().map(|app| &app.app_id)),
            untidy: 0,
            listed: BTreeSet::new(),
            has_memberships: tables.iter().any(|table| table.kind == What::Memberships),
            progress: (0, tables.iter().map(|table| table.text.len()).sum()),
            directory: held,
            tables,
        })
    }

    /// How much has been read, of how much, and what is being read.
    pub fn progress(&self) -> (usize, usize, &str) {
        let (read, all) = self.progress;
        match self.tables.last() {
            Some(table) => (read.saturating_add(table.at), all, &table.name),
            None => (all, all, ""),
        }
    }

    /// Reads so many more rows. Returns whether that was all.
    ///
    /// # Errors
    ///
    /// If a row cannot be read: it names the file and the line.
    pub fn go_on(&mut self, rows: usize) -> Result<bool, ImportError> {
        let Some(mut table) = self.tables.pop() else { return Ok(self.tidy()) };
        for _ in 0..rows {
            let mut from = Rows { text: &table.text, at: table.at, comma: table.comma };
            let row = from.next().map_err(|broken| table.broken(broken.at, &broken.what))?;
            table.at = from.at;
            let Some(row) = row else {
                self.progress.0 = self.progress.0.saturating_add(table.text.len());
                return Ok(false);
            };
            if row.iter().any(|(_, cell)| !cell.trim().is_empty()) {
                self.put(&table, &row)?;
            }
        }
        self.tables.push(table);
        Ok(false)
    }

    /// The directory, once all is read.
    pub fn finished(self) -> Directory {
        self.directory
    }

    fn put(&mut self, table: &Table, row: &Row) -> Result<(), ImportError> {
        let at = row.first().map_or(0, |(at, _)| *at);
        let cell = |column: &str| table.cell(row, column);
        let needed = |column: &str| {
            cell(column).map(Id::from).ok_or_else(|| table.broken(at, &format!("there is no {column}")))
        };
        if row.len() > table.columns.len() {
            let what = format!(
                "there are {} values, and the first line has {} names",
                row.len(),
                table.columns.len()
            );
            return Err(table.broken(at, &what));
        }
        let name = || cell("displayName").map(String::from);
        match table.kind {
            What::Users => {
                let id = needed("id")?;
                let at = *self.users.entry(id).or_insert_with_key(|id| {
                    self.directory.users.push(directory::unnamed(id.clone()));
                    self.directory.users.len().saturating_sub(1)
                });
                if let Some(user) = self.directory.users.get_mut(at) {
                    directory::learn(user, cell);
                }
            }
            What::Groups => {
                let id = needed("id")?;
                let at = self.group(&id);
                if let (Some(group), Some(name)) = (self.directory.groups.get_mut(at), name()) {
                    group.display_name = name;
                }
            }
            What::Applications => {
                let id = needed("appId")?;
                match self.applications.get(&id).and_then(|at| self.directory.applications.get_mut(*at)) {
                    Some(known) => known.display_name = name().unwrap_or_else(|| known.display_name.clone()),
                    None => {
                        self.applications.insert(id.clone(), self.directory.applications.len());
                        self.directory.applications.push(Application {
                            display_name: name().unwrap_or_else(|| id.to_string()),
                            kind: app_kinds::kind_of(&id, app_kinds::owner_of(cell)),
                            app_id: id,
                            rest: Rest::new(),
                        });
                    }
                }
            }
            _ => {
                let (group, member) = (needed("groupId")?, needed("memberId")?);
                // The same text is kept once.
                let known = self.users.get(&member).and_then(|at| self.directory.users.get(*at));
                let member = known.map(|user| user.id.clone()).unwrap_or(member);
                let at = self.group(&group);
                if let Some(group) = self.directory.groups.get_mut(at) {
                    group.members.push(member);
                }
            }
        }
        Ok(())
    }

    /// Where a group stands; one that no table has named is called by its id.
    fn group(&mut self, id: &Id) -> usize {
        if let Some(at) = self.groups.get(id) {
            self.listed.insert(*at);
            return *at;
        }
        let at = self.directory.groups.len();
        self.listed.insert(at);
        self.groups.insert(id.clone(), at);
        self.directory.groups.push(directory::half_seen(id.clone(), id.to_string()));
        at
    }

    /// Takes out of the next groups whoever they list twice. Returns whether all are done.
    fn tidy(&mut self) -> bool {
        let mut left = 20_000_usize;
        while let Some(group) = self.directory.groups.get_mut(self.untidy) {
            if left == 0 {
                return false;
            }
            left = left.saturating_sub(group.members.len().saturating_add(1));
            if self.has_memberships && self.listed.contains(&self.untidy) {
                group.set_may_have_others(false);
            }
            let mut listed = BTreeSet::new();
            group.members.retain(|member| listed.insert(member.clone()));
            self.untidy = self.untidy.saturating_add(1);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &str)], step: usize) -> Result<Directory, ImportError> {
        let files: Vec<_> =
            files.iter().map(|(name, text)| (String::from(*name), text.as_bytes().to_vec())).collect();
        let mut tables = Tables::of(Directory::default(), &files)?;
        while !tables.go_on(step)? {}
        Ok(tables.finished())
    }

    const USERS: &str = "userPrincipalName,displayName,objectId,userType\nana@x.example,Ana,u1,Member\nli@x.example,\"Li\nWei\",u2,Guest\n";

    #[test]
    fn tables_are_read_a_few_rows_at_a_time_and_come_to_the_same() {
        let files = [
            ("memberships.csv", "groupId,userId\r\ng1,u1\r\ng1,u2\r\ng1,u1\r\ng9,u2\r\n"),
            ("exportUsers.csv", USERS),
            ("groups.csv", "id,displayName\ng1,Marketing\n\n"),
            ("applications.csv", "appId;displayName\na1;Payroll\n"),
        ];
        let directory = read(&files, 1).unwrap();
        assert_eq!(read(&files, 1_000).unwrap(), directory);
        let names: Vec<&str> = directory.users.iter().map(|user| user.display_name.as_str()).collect();
        assert_eq!(names, ["Ana", "Li\nWei"]);
        assert_eq!(directory.users[1].user_type, Some(entente_policy::UserType::Guest));
        let groups: Vec<(&str, usize)> =
            directory.groups.iter().map(|group| (group.display_name.as_str(), group.members.len())).collect();
        assert_eq!(groups, [("Marketing", 2), ("g9", 1)]);
        assert_eq!(directory.applications[0].display_name, "Payroll");
    }

    #[test]
    fn what_is_wrong_is_named_by_file_and_line() {
        let error = read(&[("users.csv", "id,userPrincipalName\nu1,a\n,b\n")], 10).unwrap_err();
        assert!(error.to_string().contains("users.csv") && error.to_string().contains("line 3"), "{error}");
        let error = read(&[("list.csv", "colour,size\nred,1\n")], 10).unwrap_err();
        assert!(error.to_string().contains("list.csv"), "{error}");
    }
}
