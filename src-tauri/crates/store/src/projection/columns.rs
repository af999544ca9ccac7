//! The tables and statements of the projection, generated from the registry.

use std::fmt::Write as _;
use std::sync::LazyLock;

use jalon_domain::registry::KINDS;
use jalon_domain::{FieldType, Kind, KindDef};

use crate::fields;

/// How a value stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A JSON string, without its quotes.
    Text,
    /// A JSON number, or 1 for true.
    Integer,
    /// JSON.
    Json,
}

/// One column.
pub(crate) struct Column {
    /// The journal field that it shows.
    pub journal: String,
    /// Its name in SQL.
    pub name: String,
    /// How values stand in it.
    pub form: Form,
}

/// The table of one kind.
pub(crate) struct Table {
    /// Its columns after `id`, `deleted` and `changed`, in the registry's order.
    pub columns: Vec<Column>,
    /// Creates it.
    pub create: String,
    /// Writes a row: id, deleted, changed and then the columns.
    pub upsert: String,
    /// Reads rows; a condition may follow.
    pub select: String,
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| KINDS.iter().map(table).collect());

/// The table of a kind.
pub(crate) fn of(kind: Kind) -> &'static Table {
    &TABLES[kind as usize]
}

fn columns(def: &KindDef) -> Vec<Column> {
    let fields = def.fields.iter();
    let columns = fields.flat_map(|field| {
        fields::journal_fields(field).into_iter().map(|journal| Column {
            name: journal.replace('.', "_"),
            form: match field.ty {
                FieldType::Bilingual if journal.ends_with(".translation") => Form::Json,
                FieldType::Text
                | FieldType::Bilingual
                | FieldType::OneOf(_)
                | FieldType::Day
                | FieldType::Position
                | FieldType::Ref(_) => Form::Text,
                FieldType::Count | FieldType::Flag => Form::Integer,
                _ => Form::Json,
            },
            journal,
        })
    });
    columns.collect()
}

fn table(def: &KindDef) -> Table {
    let columns = columns(def);
    let mut create = format!(
        "CREATE TABLE {} (\n    id TEXT NOT NULL PRIMARY KEY,\n    deleted INTEGER NOT NULL,\n    changed INTEGER NOT NULL",
        def.name
    );
    let (mut names, mut marks, mut sets) = (String::new(), String::new(), String::new());
    for (n, column) in columns.iter().enumerate() {
        let ty = if column.form == Form::Integer { "INTEGER" } else { "TEXT" };
        // Writing to a string cannot fail. The names come from the registry, and
        // some are words of SQL ("when", "group"): hence the quotes.
        let _ = write!(create, ",\n    \"{}\" {ty}", column.name);
        let _ = write!(names, ", \"{}\"", column.name);
        let _ = write!(marks, ", ?{}", n + 4);
        let _ = write!(sets, ", \"{0}\" = excluded.\"{0}\"", column.name);
    }
    create.push_str("\n) STRICT;\n");
    let upsert = format!(
        "INSERT INTO {} (id, deleted, changed{names}) VALUES (?1, ?2, ?3{marks})
         ON CONFLICT (id) DO UPDATE SET deleted = excluded.deleted, changed = excluded.changed{sets}",
        def.name
    );
    let select = format!("SELECT id, deleted, changed{names} FROM {}", def.name);
    Table { columns, create, upsert, select }
}

/// Creates all tables of the projection and the search index.
pub(crate) fn create_all() -> String {
    let tables: String = TABLES.iter().map(|table| table.create.as_str()).collect();
    format!("{tables}{}", crate::search::CREATE)
}

/// Drops them.
pub(crate) fn drop_all() -> String {
    let tables: String = KINDS.iter().map(|def| format!("DROP TABLE IF EXISTS {};\n", def.name)).collect();
    format!("{tables}DROP TABLE IF EXISTS search;\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::digest;

    #[test]
    fn a_column_stands_for_every_journal_field() {
        let names: Vec<_> = of(Kind::NextStep).columns.iter().map(|column| column.name.as_str()).collect();
        let expected = [
            "cycle",
            "parent",
            "position",
            "text_en",
            "text_fr",
            "text_translation",
            "when",
            "done",
            "carried_from",
        ];
        assert_eq!(names, expected);
    }

    /// A change here needs a new entry in the list of migrations, so that stores
    /// made before it get the new tables.
    #[test]
    fn the_tables_are_those_of_the_newest_migration() {
        assert_eq!(
            (crate::open::migrations::NEWEST, digest::short(&[&create_all()]).as_str()),
            (4, "27278725789dc50c")
        );
    }
}
