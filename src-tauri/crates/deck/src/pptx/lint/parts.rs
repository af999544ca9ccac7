//! The package: parts, types, relationships, properties.

use std::collections::BTreeSet;

use super::{Fault, Rule};
use crate::pptx::opc::{Package, source_of};
use crate::pptx::xml::{Element, Ns};

/// Faults of the package as such.
pub fn check(package: &Package) -> Vec<Fault> {
    let mut faults = types(package);
    let broken: Vec<&str> =
        package.names().filter(|name| is_xml(name) && package.xml(name).is_err()).collect();
    faults.extend(broken.iter().map(|part| Fault::new(Rule::WellFormed, part, "")));
    faults.extend(relationships(package, &broken));
    faults.extend(properties(package));
    faults
}

/// Whether a part is XML by its name.
fn is_xml(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

fn types(package: &Package) -> Vec<Fault> {
    let phantom = package.types.named().filter(|part| !package.has(part));
    let untyped = package.names().filter(|part| package.types.get(part).is_none());
    phantom
        .map(|part| Fault::new(Rule::PhantomPart, part, ""))
        .chain(untyped.map(|part| Fault::new(Rule::TypedPart, part, "")))
        .collect()
}

fn relationships(package: &Package, broken: &[&str]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Ok(reachable) = package.reachable() {
        let orphans = package.names().filter(|part| !reachable.contains(*part));
        faults.extend(orphans.map(|part| Fault::new(Rule::OrphanPart, part, "")));
    }
    for source in package.names().filter_map(source_of) {
        let Ok(list) = package.relationships(&source) else { continue };
        let mut ids = BTreeSet::new();
        for relationship in list.iter() {
            if !ids.insert(relationship.id.as_str()) {
                faults.push(Fault::new(Rule::RelationshipId, &source, &relationship.id));
            }
            if relationship.internal().is_some_and(|target| !package.has(target)) {
                faults.push(Fault::new(Rule::DanglingTarget, &source, &relationship.target));
            }
        }
    }
    for part in package.names().filter(|part| part.ends_with(".xml") && !broken.contains(part)) {
        let (Ok(root), Ok(list)) = (package.xml(part), package.relationships(part)) else { continue };
        let unknown = references(&root).into_iter().filter(|id| list.by_id(id).is_none());
        faults.extend(unknown.map(|id| Fault::new(Rule::UnknownRelationship, part, id)));
    }
    faults
}

/// Ids of relationships that a part refers to.
fn references(root: &Element) -> Vec<String> {
    let of_element = |element: &Element| {
        let refers = element.attributes.iter().filter(|a| a.ns == Ns::R && !a.value.is_empty());
        refers.map(|a| a.value.clone()).collect::<Vec<_>>()
    };
    root.walk().into_iter().flat_map(of_element).collect()
}

fn properties(package: &Package) -> Vec<Fault> {
    let core = "docProps/core.xml";
    let root = package.xml(core).ok();
    let says = |name: &str| {
        root.as_ref().and_then(|root| root.child(Ns::Dc, name)).is_some_and(|e| !e.text.trim().is_empty())
    };
    let mut faults = Vec::new();
    if !says("title") {
        faults.push(Fault::new(Rule::DocumentTitle, core, ""));
    }
    if !says("language") {
        faults.push(Fault::new(Rule::DocumentLanguage, core, ""));
    }
    faults
}
