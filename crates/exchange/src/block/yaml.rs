//! YAML as a JSON value, with the place of everything in it. JSON is YAML too.
//!
//! The value is what JSON could say: keys are texts and stand once, and a word without quotes is a number, true,
//! false or null where JSON would read it so, and a text otherwise.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput, Tag};
use serde_json::{Map, Number, Value};

use super::{BlockError, Place};
pub(super) use crate::pointer::escaped as token;

/// Deepest nesting that is read. A scenario has a dozen levels.
const MAX_DEPTH: usize = 64;

/// Most values that are read, repetitions by `*` included.
const MAX_VALUES: usize = 50_000;

/// A value, and where everything in it stands.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) places: Places,
}

/// Where everything stands, by JSON pointer.
#[derive(Default)]
pub(super) struct Places(BTreeMap<String, Place>);

impl Places {
    /// Where `pointer` stands, or else the nearest thing around it.
    pub(super) fn of(&self, pointer: &str) -> Place {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.0.get(pointer) {
                return *place;
            }
            match pointer.rsplit_once('/') {
                Some((around, _)) => pointer = around,
                None => return Place::START,
            }
        }
    }
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Read, BlockError> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        places: Places::default(),
        anchors: BTreeMap::new(),
        values: 0,
    };
    let value = reader.document()?;
    Ok(Read { value, places: reader.places })
}

fn place(marker: Marker) -> Place {
    Place { line: marker.line(), column: marker.col().saturating_add(1) }
}

fn wrong(error: &ScanError) -> BlockError {
    BlockError::at(place(*error.marker()), format!("this is neither YAML nor JSON: {}", error.info()))
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    places: Places,
    /// What `*` may repeat, with how many values it is.
    anchors: BTreeMap<usize, (Value, usize)>,
    values: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), BlockError> {
        match self.parser.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(wrong(&error)),
            None => Err(BlockError::at(Place::START, "the block ends too soon")),
        }
    }

    fn document(&mut self) -> Result<Value, BlockError> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => {}
                Event::StreamEnd => return Err(BlockError::at(Place::START, "the block is empty")),
                event => {
                    let value = self.value(event, span, "", 0)?;
                    return self.end().map(|()| value);
                }
            }
        }
    }

    /// One document is all there may be.
    fn end(&mut self) -> Result<(), BlockError> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd | Event::Nothing, _) => {}
                (_, span) => {
                    return Err(BlockError::at(
                        place(span.start),
                        "the block ends here, and something follows; a block holds one scenario",
                    ));
                }
            }
        }
    }

    fn count(&mut self, values: usize, at: Marker) -> Result<(), BlockError> {
        self.values = self.values.saturating_add(values);
        if self.values > MAX_VALUES {
            let what = format!("a block may hold {MAX_VALUES} values, repetitions included");
            return Err(BlockError::at(place(at), what));
        }
        Ok(())
    }

    fn value(
        &mut self,
        event: Event<'a>,
        span: Span,
        pointer: &str,
        depth: usize,
    ) -> Result<Value, BlockError> {
        let start = span.start;
        if depth > MAX_DEPTH {
            return Err(BlockError::at(place(start), format!("nested more than {MAX_DEPTH} deep")));
        }
        self.places.0.entry(pointer.to_string()).or_insert(place(start));
        let before = self.values;
        self.count(1, start)?;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => (scalar(text, style, tag, start)?, anchor),
            Event::SequenceStart(anchor, tag) => {
                untagged(tag.as_ref(), start)?;
                (self.list(pointer, depth)?, anchor)
            }
            Event::MappingStart(anchor, tag) => {
                untagged(tag.as_ref(), start)?;
                (self.object(pointer, depth)?, anchor)
            }
            Event::Alias(id) => {
                let Some((value, values)) = self.anchors.get(&id).cloned() else {
                    return Err(BlockError::at(place(start), "what this repeats has not ended yet"));
                };
                self.count(values, start)?;
                (value, 0)
            }
            _ => return Err(BlockError::at(place(start), "a value belongs here")),
        };
        if anchor != 0 {
            self.anchors.insert(anchor, (value.clone(), self.values.saturating_sub(before)));
        }
        Ok(value)
    }

    fn list(&mut self, pointer: &str, depth: usize) -> Result<Value, BlockError> {
        let mut list = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(Value::Array(list));
            }
            let pointer = format!("{pointer}/{}", list.len());
            list.push(self.value(event, span, &pointer, depth.saturating_add(1))?);
        }
    }

    fn object(&mut self, pointer: &str, depth: usize) -> Result<Value, BlockError> {
        let mut object = Map::new();
        loop {
            let (event, span) = self.next()?;
            let at = place(span.start);
            let key = match event {
                Event::MappingEnd => return Ok(Value::Object(object)),
                Event::Scalar(key, ScalarStyle::Plain, ..) if key == "<<" => {
                    return Err(BlockError::at(at, "`<<` is not understood; repeat whole values by `*`"));
                }
                Event::Scalar(key, _, 0, None) => key.into_owned(),
                _ => return Err(BlockError::at(at, "a key is a text")),
            };
            if object.contains_key(&key) {
                return Err(BlockError::at(at, format!("`{key}` stands here twice")));
            }
            let pointer = format!("{pointer}/{}", token(&key));
            self.places.0.insert(pointer.clone(), at);
            let (event, span) = self.next()?;
            let value = self.value(event, span, &pointer, depth.saturating_add(1))?;
            object.insert(key, value);
        }
    }
}

fn untagged(tag: Option<&Cow<'_, Tag>>, at: Marker) -> Result<(), BlockError> {
    match tag {
        None => Ok(()),
        Some(_) => Err(BlockError::at(place(at), "tags (`!`) are not understood here")),
    }
}

fn scalar(
    text: Cow<'_, str>,
    style: ScalarStyle,
    tag: Option<Cow<'_, Tag>>,
    at: Marker,
) -> Result<Value, BlockError> {
    if tag.as_ref().is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str") {
        return Ok(Value::String(text.into_owned()));
    }
    untagged(tag.as_ref(), at)?;
    if style != ScalarStyle::Plain {
        return Ok(Value::String(text.into_owned()));
    }
    Ok(match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        word => number(word).map_or_else(|| word.into(), Value::Number),
    })
}

/// A number, where JSON would read one.
fn number(word: &str) -> Option<Number> {
    let starts = word.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    starts.then(|| Number::from_str(word).ok())?
}
