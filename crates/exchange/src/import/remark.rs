//! What is to be known of what was read, besides what it is: a word for scripts, a weight, and a sentence.

use alloc::format;
use alloc::string::String;

use super::{Note, Piece, What, names, quote};

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something was read as it was meant.
    Info,
    /// Something is open, missing or not as Graph would have it: look at it before you rely on the answer.
    Warning,
}

/// One kind of note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Remark {
    OfCloud(&'static str),
    TrailingComma,
    Comment,
    SmartQuotes,
    SingleQuotes,
    OtherWords(String),
    SameName(String),
    OtherSpelling(String, &'static str),
    RefusedChange,
    Removal(String),
    NoBraces,
    WordsAround,
    Encoding(&'static str),
    FailedRequest { status: Option<u16>, words: String, remedy: &'static str },
    AdditionalProperties,
    RefusedSpelling(String),
    QuotedFlag(String),
    Trimmed(String),
    Unrolled,
    HalfMissing { stated: &'static str, missing: &'static str },
    SwitchNotStated(String),
    NoTargets,
    NoAccessType,
    Filtered,
    GroupsAmongPeople(usize),
    GroupsInGroups(usize),
    NoPeople(usize),
    TargetTypeTaken(&'static str),
    TargetTypeMissing,
    TargetTypeElsewhere(String),
    TargetTypeOther { id: String, said: &'static str, is: &'static str, name: String },
    TargetTwice(String),
    NotAnId(String),
    NotFilledIn(String),
    NoTenantId(String),
    UnknownWord(String),
    FilledIn(&'static str),
    MorePages,
    EmptyFile,
    EmptyList,
    NoneByName,
    PolicyInPart(String, String),
    Selected,
    NotEverything(&'static str),
    NotStated(What, String),
    NotYetStated(What, String),
    OneFileForAll,
    Template,
    Deleted,
    NotInForce(&'static str),
    NotUsed(&'static str),
    PassedOver(String),
    NotKnown(String),
    Questions,
    LeftOut,
    Guests(usize),
    MembersOfWhom,
    NoId(usize),
    TwentyMembers,
    SuiteNotKnown(String),
    OwnerNotStated(String),
    Expression(String),
    OtherResources,
    Planned,
    BeforeThePlan,
    Again(&'static str, String),
    OtherList(String),
    TakenOut(String),
    NameOf { name: String, person: String, id: String },
}

impl Remark {
    /// A word for scripts.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Remark::OfCloud(_) => "ofCloud",
            Remark::TrailingComma => "trailingComma",
            Remark::Comment => "comment",
            Remark::SmartQuotes => "smartQuotes",
            Remark::SingleQuotes => "singleQuotes",
            Remark::OtherWords(_) => "otherWords",
            Remark::SameName(_) => "sameName",
            Remark::OtherSpelling(..) => "otherSpelling",
            Remark::RefusedChange => "refusedChange",
            Remark::Removal(_) => "removal",
            Remark::NoBraces => "noBraces",
            Remark::WordsAround => "wordsAround",
            Remark::Encoding(_) => "encoding",
            Remark::FailedRequest { .. } => "failedRequest",
            Remark::AdditionalProperties => "additionalProperties",
            Remark::RefusedSpelling(_) => "refusedSpelling",
            Remark::QuotedFlag(_) => "quotedFlag",
            Remark::Trimmed(_) => "trimmed",
            Remark::Unrolled => "unrolled",
            Remark::HalfMissing { .. } => "halfMissing",
            Remark::SwitchNotStated(_) => "switchNotStated",
            Remark::NoTargets => "noTargets",
            Remark::NoAccessType => "noAccessType",
            Remark::Filtered => "filtered",
            Remark::GroupsAmongPeople(_) | Remark::GroupsInGroups(_) => "groupsAmongPeople",
            Remark::NoPeople(_) => "noPeople",
            Remark::TargetTypeTaken(_) => "targetTypeTaken",
            Remark::TargetTypeMissing => "targetTypeMissing",
            Remark::TargetTypeElsewhere(_) => "targetTypeElsewhere",
            Remark::TargetTypeOther { .. } => "targetTypeOther",
            Remark::TargetTwice(_) => "targetTwice",
            Remark::NotAnId(text) if names::bare(text).is_empty() => "emptyTarget",
            Remark::NotAnId(_) => "notAnId",
            Remark::NotFilledIn(_) => "notFilledIn",
            Remark::NoTenantId(_) => "noTenantId",
            Remark::UnknownWord(_) => "unknownWord",
            Remark::FilledIn(_) => "filledIn",
            Remark::MorePages => "morePages",
            Remark::EmptyFile => "emptyFile",
            Remark::EmptyList => "emptyList",
            Remark::NoneByName => "noneByName",
            Remark::PolicyInPart(..) => "policyInPart",
            Remark::Selected => "selected",
            Remark::NotEverything(_) => "notEverything",
            Remark::NotStated(..) => "notStated",
            Remark::NotYetStated(..) => "notYetStated",
            Remark::OneFileForAll => "oneFileForAll",
            Remark::Template => "template",
            Remark::Deleted => "deleted",
            Remark::NotInForce(_) => "notInForce",
            Remark::NotUsed(_) => "notUsed",
            Remark::PassedOver(_) | Remark::NotKnown(_) => "passedOver",
            Remark::Questions => "questions",
            Remark::LeftOut => "leftOut",
            Remark::Guests(_) => "guests",
            Remark::MembersOfWhom => "membersOfWhom",
            Remark::NoId(_) => "noId",
            Remark::TwentyMembers => "twentyMembers",
            Remark::SuiteNotKnown(_) => "suiteNotKnown",
            Remark::OwnerNotStated(_) => "ownerNotStated",
            Remark::Expression(_) => "expression",
            Remark::OtherResources => "otherResources",
            Remark::Planned => "planned",
            Remark::BeforeThePlan => "beforeThePlan",
            Remark::Again(..) | Remark::OtherList(_) => "again",
            Remark::TakenOut(_) => "takenOut",
            Remark::NameOf { .. } => "nameOf",
        }
    }

    pub(super) fn weight(&self) -> Weight {
        match self {
            Remark::OfCloud(_)
            | Remark::TrailingComma
            | Remark::Comment
            | Remark::SingleQuotes
            | Remark::SmartQuotes
            | Remark::OtherWords(_)
            | Remark::NoBraces
            | Remark::WordsAround
            | Remark::AdditionalProperties
            | Remark::QuotedFlag(_)
            | Remark::Trimmed(_)
            | Remark::Unrolled
            | Remark::TargetTypeTaken(_)
            | Remark::FilledIn(_)
            | Remark::Template
            | Remark::Deleted
            | Remark::NotInForce(_)
            | Remark::LeftOut
            | Remark::OtherResources
            | Remark::Guests(_) => Weight::Info,
            _ => Weight::Warning,
        }
    }

    /// A sentence for the person who gave the file.
    pub(super) fn says(&self) -> String {
        match self {
            Remark::OfCloud(endpoint) => format!("It was asked for at {}, so its tenant is one of that Microsoft cloud and was put there.", endpoint),
            Remark::TrailingComma => "There is a comma before a closing bracket. It was passed over.".into(),
            Remark::Comment => "There are comments in the JSON. They were passed over.".into(),
            Remark::SmartQuotes => "A word processor has made typographic quotes of the straight ones. They were read as straight ones.".into(),
            Remark::SingleQuotes => "Texts stand between single quotes. They were read as if between double ones.".into(),
            Remark::OtherWords(word) => format!("`{}` was read as JSON’s word for it.", quote(word)),
            Remark::SameName(name) => format!("`{}` stands in one object twice. The last one was read.", quote(name)),
            Remark::OtherSpelling(other, name) => format!("`{}` is another spelling of `{name}`, which stands in the same object. The one that says something was read, and of two that do, `{name}`. Which of them holds is not known: ask again, or take one out.", quote(other)),
            Remark::RefusedChange => "Graph refused a change that stands above this answer, so it was left out: what it asked for is not so.".into(),
            Remark::Removal(address) => format!("The request for `{}` takes something away, and was not carried out here. Take it out yourself, or give the answer that Graph has since.", quote(address)),
            Remark::NoBraces => "The braces around the property are missing, as documentation prints it. It was read as if they were there.".into(),
            Remark::WordsAround => "There is text around the JSON. It was passed over.".into(),
            Remark::Encoding(name) => format!("The file is not Unicode. It was read as {name}: look at names with accents."),
            Remark::FailedRequest { status, words, remedy } => {
                let status = status.map_or_else(String::new, |status| format!(" with status {status}"));
                let words = if words.is_empty() { String::new() } else { format!(" ({})", quote(words)) };
                format!("One request was answered{status} by an error{words}, so what it asked for is not here. {remedy}.")
            }
            Remark::AdditionalProperties => "PowerShell’s module put properties that it does not know under `AdditionalProperties`. They were read from there.".into(),
            Remark::RefusedSpelling(name) => format!("`{}` is how PowerShell’s module spells it; Graph refuses that spelling. It was read, and is written as Graph has it.", quote(name)),
            Remark::QuotedFlag(text) => format!("`{}` was read as true or false.", quote(text)),
            Remark::Trimmed(text) if text.trim().is_empty() => "There are only spaces here. They were left out.".into(),
            Remark::Trimmed(text) => format!("There is a space around `{}`. It was left out.", quote(text.trim())),
            Remark::Unrolled => "One item stands here without its list, as PowerShell writes lists of one. It was read as a list.".into(),
            Remark::HalfMissing { stated, missing } => format!("`{stated}` is stated and `{missing}` is not."),
            Remark::SwitchNotStated(names) => format!("{names}: not stated here, beside switches that are, and no page says what that means. Decisions take it for off and for what the default says, and tell where that makes a difference."),
            Remark::NoTargets => "The access type is stated and nobody is named. That is not the same as everybody; whom it concerns is not known.".into(),
            Remark::NoAccessType => "Somebody is named, and the access type is not stated: whether they are let through or kept out is not known.".into(),
            Remark::Filtered => "Only a part of the list was asked for (`$filter`, `$top`, `$skip`, `$search`). What else there is is unknown: ask without it.".into(),
            Remark::GroupsAmongPeople(count) => format!("{count} of them are groups and no people. They were read as groups; who is in them is not here."),
            Remark::GroupsInGroups(count) => format!("{count} of the members are groups and no people. Whether a setting that names the outer group reaches who is in them is not documented: who else is in it is left open."),
            Remark::NoPeople(count) => format!("{count} of them are devices, contacts or applications and no people, and were left out: settings name people and groups."),
            Remark::TargetTypeTaken(word) => format!("The target does not say what it is. It can only be `{word}`."),
            Remark::TargetTypeMissing => "The target does not say whether it is a user, a group or an application. If a directory has that id it was read as what stands there; otherwise what it decides is open.".into(),
            Remark::TargetTypeElsewhere(target) => format!("The target `{}` has a type that does not belong to it or to this list: users and groups are on the one, applications on the other. It was kept; what it decides is not known.", quote(target)),
            Remark::TargetTypeOther { id, said, is, name } => format!("A target says that `{}` is a {said}, and in the directory it is the {is} {}. As a {said} it names nobody. It was kept as it is: look which of them is meant, and correct the target.", quote(id), quote(name)),
            Remark::TargetTwice(id) => format!("`{}` stands in one list twice.", quote(id)),
            Remark::NotAnId(text) if names::bare(text).is_empty() => "A target is an empty text and names nobody. It was kept as it is; what it decides is not known until there is an id, or until it is taken out.".into(),
            Remark::NotAnId(text) => format!("`{}` is a name and not an id. It was kept as it is. Whom or what it stands for, and what it decides, is not known until it is an id.", quote(text)),
            Remark::NotFilledIn(text) => format!("`{}` is a placeholder that nobody has filled in.", quote(text)),
            Remark::NoTenantId(text) => format!("`{}` stands where the id of an organization belongs, and is none. Which organization is meant is not known.", quote(text)),
            Remark::UnknownWord(word) => format!("`{}` is a value that is not documented. It was kept; what it decides is not known.", quote(word)),
            Remark::FilledIn(what) => format!("The provider fills in {what} where the file names none."),
            Remark::MorePages => "There is more: the answer goes on at its `@odata.nextLink`, or counts more than stand here. What those pages hold is unknown; get them and give them together.".into(),
            Remark::EmptyFile => "The file is empty, as PowerShell writes a list of none: no organization has been added, or there is nobody. It writes the same when a command has failed, so nothing was taken from it, and what was asked for is still unknown. `GET https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners` answers an empty list together with what it is a list of.".into(),
            Remark::EmptyList => "This list is empty and does not say of what, so nothing was taken from it. Give the whole answer, from its `@odata.context` on, or put the list into an object under its name: {\"partners\": []}.".into(),
            Remark::NoneByName => "This list is empty, and by the name of the file it is one of organizations: none has been added. If it was a list of something else, leave the file out.".into(),
            Remark::PolicyInPart(policies, missing) => format!("Only a part was asked for of these conditional access policies: {policies}. Whom they meet, or what they ask for, is not known without {missing}, so they were left out, and one that was known before stays as it was. {}.", What::ConditionalAccessPolicies.remedy()),
            Remark::Selected => "Only some properties were asked for (`$select`, `Select-Object`). What was not is unknown and was left as it was.".into(),
            Remark::NotEverything(tool) => format!("{tool} does not write every property. What the file does not say is unknown and was left as it was."),
            Remark::NotStated(what, names) => format!("This is a part of an answer: a whole one states each of {names}, null where it is not set. What is not stated here is unknown and was left as it was. {}.", what.remedy()),
            Remark::NotYetStated(what, names) => format!("{names}: not stated here, as older versions of Graph did not. What it is now is unknown and was left as it was. {}.", what.remedy()),
            Remark::OneFileForAll => "EntraExporter writes every organization to this same file, and only the last one stays. Others may be missing: get the list with `GET https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners`.".into(),
            Remark::Template => "A template says what partners of a multitenant organization get. It changes nothing by itself and was left out; import the partners.".into(),
            Remark::Deleted => "This organization has been deleted, or is not to be there, so its settings do not hold. It was left out.".into(),
            Remark::NotInForce(policy) => format!("This {policy} is not the one in force (`isOrganizationDefault`). It was left out."),
            Remark::NotUsed(policy) => format!("This {policy} was seen, and its definition could not be read, so it was not used: which domains invitations may go to is not in it as JSON. Get it again with `{}`.", What::InvitationDomains.request().unwrap_or_default()),
            Remark::NotKnown(what) => format!("One part was passed over: {what}."),
            Remark::PassedOver(keys) => format!("`{}` was not understood and is not kept.", quote(keys)),
            Remark::Questions => "These are requests, and not what was answered. They were left out.".into(),
            Remark::LeftOut => "Properties of people that no rule asks for (telephone numbers, titles, places) were left out, so that they are never shared.".into(),
            Remark::Guests(count) => format!("{count} of them are accounts of other organizations, and were left out: they sign in there, and the outbound settings of their own organization hold for them, not this tenant’s."),
            Remark::MembersOfWhom => "If these are the members of a group, the file does not say of which. They were read as users. With the word `groupMembers` and the id of the group in the name of the file they become its members.".into(),
            Remark::NoId(count) => format!("Without an id, and therefore left out: {count} of them. Settings name people, groups and applications by their ids; ask for these as well."),
            Remark::TwentyMembers => "Twenty members stand here, and Graph shows no more than that beside a group. Whoever else is in it is unknown: ask for its members by themselves, with `groups/{id}/members`.".into(),
            Remark::SuiteNotKnown(names) => format!("Microsoft owns {names}. Whether `Office365` takes them in is not known: who is in it is published by name alone. Decisions take it that they are outside; where they are in it, set their kind to `office365`."),
            Remark::OwnerNotStated(names) => format!("Who owns {names} is not stated. Decisions take it that it is not Microsoft, so that neither `Office365` nor `AllMicrosoftApps` takes them in. Ask with `{}`.", What::Applications.request().unwrap_or_default()),
            Remark::Expression(name) => format!("`{}` is an expression, and none is carried out here. What it comes to is unknown.", quote(name)),
            Remark::OtherResources => "Resources of other kinds were passed over.".into(),
            Remark::Planned => "This is what Terraform plans, and not what is. It was read as if it had been carried out.".into(),
            Remark::BeforeThePlan => "This is a plan of Terraform’s. The state before it was read, and nothing of what is planned.".into(),
            Remark::NameOf { name, person, id } => format!("`{}` is the sign-in name of {}. It was not put in its place: if that is who is meant, the id is `{}`.", quote(name), quote(person), quote(id)),
            Remark::TakenOut(gone) => format!("Not in this list, and taken out: {gone}."),
            Remark::OtherList(file) => format!("Another list of organizations is in {}, and does not name the same ones. Both were taken together: look whether both are of this tenant, and as old as each other.", quote(file)),
            Remark::Again(what, file) => format!("Another answer about {what} is in {}, and says otherwise. The later one was taken: look whether both are of this tenant.", quote(file)),
        }
    }

    /// The remark as a note on a place of a file: a JSON pointer, and line and column.
    pub(super) fn at(&self, file: &str, pointer: &str, place: (u32, u32)) -> Note {
        Note {
            code: self.code(),
            weight: self.weight(),
            file: file.into(),
            pointer: pointer.into(),
            place,
            times: 1,
            says: self.says(),
        }
    }

    /// The remark as a note on a whole piece.
    pub(super) fn on(&self, piece: &Piece) -> Note {
        self.at(&piece.file, &piece.pointer, piece.place)
    }
}
