//! Something kept for fields of entities.

use std::collections::HashMap;

/// Something kept for each of some fields of some entities. Tens of thousands of
/// changes pass through here: a name is copied only when it is met first.
pub(super) struct ByEntity<T> {
    places: HashMap<String, usize>,
    /// The entity that was met last, and its place: what was done at once stands together.
    last: (String, usize),
    /// An entity has few fields: they are looked through.
    entities: Vec<Vec<(String, T)>>,
}

impl<T> Default for ByEntity<T> {
    fn default() -> Self {
        ByEntity { places: HashMap::new(), last: Default::default(), entities: Vec::new() }
    }
}

impl<T: Default> ByEntity<T> {
    /// What is kept for a field; the default where nothing was.
    pub fn entry(&mut self, entity: &str, field: &str) -> &mut T {
        if self.entities.is_empty() || self.last.0 != entity {
            self.last.1 = match self.places.get(entity) {
                Some(place) => *place,
                None => {
                    self.places.insert(entity.to_owned(), self.entities.len());
                    self.entities.push(Vec::new());
                    self.entities.len() - 1
                }
            };
            self.last.0.clear();
            self.last.0.push_str(entity);
        }
        let fields = &mut self.entities[self.last.1];
        let at = fields.iter().position(|(name, _)| name == field).unwrap_or_else(|| {
            fields.push((field.to_owned(), T::default()));
            fields.len() - 1
        });
        &mut fields[at].1
    }
}

impl<T> ByEntity<T> {
    /// What is kept for an entity's fields, if anything is.
    pub fn of(&self, entity: &str) -> Option<&[(String, T)]> {
        self.places.get(entity).map(|place| self.entities[*place].as_slice())
    }

    /// Everything: each entity, with its fields and what is kept for them; in the order of
    /// the entities, which is that of the tables in which more of them is looked up.
    pub fn into_entities(mut self) -> impl Iterator<Item = (String, Vec<(String, T)>)> {
        let mut places: Vec<(String, usize)> = self.places.into_iter().collect();
        places.sort_unstable();
        places.into_iter().map(move |(entity, place)| (entity, std::mem::take(&mut self.entities[place])))
    }

    /// Keeps these for the fields of an entity, of which nothing is kept yet.
    pub fn keep(&mut self, entity: String, fields: Vec<(String, T)>) {
        self.places.insert(entity, self.entities.len());
        self.entities.push(fields);
    }

    /// All that is kept, in no order, to be changed.
    pub fn each_mut(&mut self) -> impl Iterator<Item = (&str, &mut [(String, T)])> {
        let mut all: Vec<_> = self.entities.iter_mut().map(|fields| Some(fields.as_mut_slice())).collect();
        self.places.iter().filter_map(move |(entity, place)| Some((entity.as_str(), all[*place].take()?)))
    }

    /// The entities for which something is kept, in no order.
    pub fn entities(&self) -> impl Iterator<Item = (&str, &[(String, T)])> {
        self.places.iter().map(|(entity, place)| (entity.as_str(), self.entities[*place].as_slice()))
    }
}
