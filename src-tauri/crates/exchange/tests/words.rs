//! Everything that can go wrong here is put into words in both languages.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use jalon_domain::registry::check::FaultKind;
use jalon_domain::registry::{Expected, KINDS};
use jalon_domain::{Failure, FieldType, Id, Lang};
use jalon_exchange::{FileError, ImportFault, LoadError, What};
use jalon_words::Words;

/// The words, which must be its own: no key, no variable left open.
fn words(failure: &Failure, lang: Lang) -> String {
    let words = Words::of(lang).failure(failure);
    let general = Words::of(lang).failure(&Failure::new(failure.code.clone() + "?"));
    assert_ne!(words.replace(&failure.code, ""), general.replace(&format!("{}?", failure.code), ""));
    assert!(
        !words.contains(['{', '}']) && !words.contains("import-") && !words.contains("failure-"),
        "{words}"
    );
    words
}

fn id() -> Id {
    Id::parse("XX").expect("an id")
}

fn check(failure: &Failure) {
    let [english, french] = Lang::BOTH.map(|lang| words(failure, lang));
    assert_ne!(english, french);
}

#[test]
fn every_fault_of_a_plan_file_has_words() {
    let first = "priorities[0]".to_owned();
    let whats = [
        What::TooLarge,
        What::TooManyValues,
        What::NotUtf8(13),
        What::Truncated(2, 3),
        What::NotJson(2, 3),
        What::LoneSurrogate(2, 3),
        What::TooDeep,
        What::NotAPlan,
        What::OtherFormat("gantt".to_owned()),
        What::BadVersion,
        What::Newer(2),
        What::DuplicateKey,
        What::DuplicateId(id(), first),
        What::Unknown,
        What::NotAList,
        What::NotAnObject,
        What::BadId,
        What::Missing,
        What::Value(FaultKind::Expected(Expected::Code(&["open", "closed"]))),
        What::Loop,
        What::Order,
        What::CarriedTwice,
        What::MergedTwice,
        What::SubmittedTwice("s1".into()),
        What::More(1),
        What::More(150),
    ];
    for what in whats {
        check(&ImportFault::at("priorities[2].leads[0]", what).failure());
    }
    for def in KINDS {
        check(&ImportFault::at("people[0].id", What::OtherKind(id(), def.kind)).failure());
        for field in def.fields {
            if let FieldType::Ref(kinds) = field.ty {
                check(&ImportFault::at("points[0].owner", What::Dangling(id(), kinds)).failure());
            }
        }
    }
}

#[test]
fn a_lead_that_is_no_jurisdiction_is_told_as_people_would_say_it() {
    let kinds = &[jalon_domain::Kind::Jurisdiction];
    let failure = ImportFault::at("priorities[2].leads[0]", What::Dangling(id(), kinds)).failure();
    assert_eq!(words(&failure, Lang::En), "priorities[2].leads[0]: no jurisdiction 'XX'.");
    let french = "priorities[2].leads[0]\u{a0}: aucun secteur de compétence «\u{a0}XX\u{a0}».";
    assert_eq!(words(&failure, Lang::Fr), french);
}

#[test]
fn every_error_of_a_file_has_words() {
    let path = || PathBuf::from("/a/Présentation.pptx");
    let cause = || io::Error::from(ErrorKind::TimedOut);
    let errors = [
        FileError::FolderMissing(path()),
        FileError::Unwritable(path()),
        FileError::DiskFull(path()),
        FileError::OpenElsewhere { file: path(), lock: None },
        FileError::OpenElsewhere { file: path(), lock: Some("/a/.~lock.x#".into()) },
        FileError::IsFolder(path()),
        FileError::NoFile(path()),
        FileError::IsStore(path()),
        FileError::BadName(path()),
        FileError::SamePlace(path()),
        FileError::NotPutBack { file: path(), cause: cause() },
        FileError::Io(path(), cause()),
    ];
    for error in errors {
        check(&error.failure());
    }
    let errors = [
        LoadError::Missing(path()),
        LoadError::IsFolder(path()),
        LoadError::Forbidden(path()),
        LoadError::TooLarge(path()),
        LoadError::Io(path(), cause()),
    ];
    for error in errors {
        check(&error.failure());
    }
}
