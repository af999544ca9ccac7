//! Something kept for fields of entities.

use std::collections::HashMap;

/// Something kept for each of some fields of some entities. Tens of thousands of
/// changes pass through here: a name is copied only when it is met first.
pub(super) struct ByEntity<T> {
    places: HashMap<String, usize>,
    /// An entity has few fields: they are looked through.
    entities: Vec<Vec<(String, T)>>,
}

impl<T> Default for ByEntity<T> {
    fn default() -> Self {
        ByEntity { places: HashMap::new(), entities: Vec::new() }
    }
}

impl<T: Default> ByEntity<T> {
    /// What is kept for a field; the default where nothing was.
    pub fn entry(&mut self, entity: &str, field: &str) -> &mut T {
        let place = match self.places.get(entity) {
            Some(place) => *place,
            None => {
                self.places.insert(entity.to_owned(), self.entities.len());
                self.entities.push(Vec::new());
                self.entities.len() - 1
            }
        };
        let fields = &mut self.entities[place];
        let at = fields.iter().position(|(name, _)| name == field).unwrap_or_else(|| {
            fields.push((field.to_owned(), T::default()));
            fields.len() - 1
        });
        &mut fields[at].1
    }
}

impl<T> ByEntity<T> {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What is kept for an entity's fields, if anything is.
    pub fn of(&self, entity: &str) -> Option<&[(String, T)]> {
        self.places.get(entity).map(|place| self.entities[*place].as_slice())
    }

    /// What is kept for a field, if anything is.
    pub fn get_mut(&mut self, entity: &str, field: &str) -> Option<&mut T> {
        let fields = &mut self.entities[*self.places.get(entity)?];
        fields.iter_mut().find(|(name, _)| name == field).map(|(_, kept)| kept)
    }

    /// Keeps nothing for an entity any more.
    pub fn forget(&mut self, entity: &str) {
        if let Some(place) = self.places.get(entity) {
            self.entities[*place].clear();
        }
    }

    /// Everything: entity, field, and what is kept for it; in no order.
    pub fn into_each(mut self) -> impl Iterator<Item = (String, String, T)> {
        self.places.into_iter().flat_map(move |(entity, place)| {
            let fields = std::mem::take(&mut self.entities[place]);
            fields.into_iter().map(move |(field, kept)| (entity.clone(), field, kept))
        })
    }

    /// The entities for which something is kept, in no order.
    pub fn entities(&self) -> impl Iterator<Item = (&str, &[(String, T)])> {
        self.places.iter().map(|(entity, place)| (entity.as_str(), self.entities[*place].as_slice()))
    }
}
