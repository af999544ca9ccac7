//! Every way in which a plan file can be bad is named with its place, and nothing
//! of the file is taken.

use jalon_domain::leads::LeadsFault;
use jalon_domain::link::LinkFault;
use jalon_domain::problem::Objects;
use jalon_domain::registry::Expected;
use jalon_domain::registry::check::FaultKind;
use jalon_domain::status::StatusFault;
use jalon_domain::{Id, Kind};
use jalon_exchange::plan_file::{MAX_BYTES, MAX_FAULTS, MAX_VALUES};
use jalon_exchange::{What, read, sample};
use serde_json::{Value, json};

/// The faults of a file that is for an empty store, as place and kind of fault.
fn faults(bytes: &[u8]) -> Vec<(String, What)> {
    let found = read(bytes, &Objects::new()).err().unwrap_or_default();
    found.into_iter().map(|fault| (fault.place, fault.what)).collect()
}

/// The only fault of a file as a whole.
fn check_whole(text: impl AsRef<[u8]>, expected: What) {
    assert_eq!(faults(text.as_ref()), [(String::new(), expected)]);
}

/// The faults of the sample after a change.
fn check(change: impl FnOnce(&mut Value), expected: &[(&str, What)]) {
    let mut file: Value = serde_json::from_str(jalon_exchange::sample::SAMPLE).expect("the sample is JSON");
    change(&mut file);
    let expected: Vec<_> = expected.iter().map(|(place, what)| ((*place).to_owned(), what.clone())).collect();
    assert_eq!(faults(file.to_string().as_bytes()), expected);
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn expected(what: Expected) -> What {
    What::Value(FaultKind::Expected(what))
}

/// A plan file of next steps, each with the step it stands under.
fn steps(list: &[(&str, Option<&str>)]) -> Value {
    let text = json!({"en": "Step", "source": "en"});
    let step = |(id, parent): &(&str, Option<&str>)| json!({"id": id, "cycle": "cycle-2019-09", "parent": parent, "position": "a", "text": text});
    json!({"format": "jalon-plan", "version": 1, "next_steps": list.iter().map(step).collect::<Vec<_>>()})
}

#[test]
fn a_file_that_ends_in_the_middle_is_told_with_line_and_column() {
    check_whole("", What::Truncated(1, 0));
    check_whole("{\n  \"format\": \"jalon-pl", What::Truncated(2, 21));
    let whole = jalon_exchange::sample::SAMPLE;
    let half = &whole[..whole.len() / 2 / 2];
    assert!(matches!(faults(half.as_bytes())[..], [(_, What::Truncated(line, _))] if line > 100));
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    check_whole("{\n  format: 1}", What::NotJson(2, 3));
    check_whole(r#"{"format": "jalon-plan", "version": 1} again"#, What::NotJson(1, 40));
    check_whole(r#"{"a": 1e999}"#, What::NotJson(1, 11));
}

#[test]
fn bytes_that_are_not_utf8_are_told_with_their_number() {
    check_whole(b"{\"format\": \"\xe9\"}", What::NotUtf8(13));
    check_whole(b"\xff\xfe{\0", What::NotUtf8(1));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let marked = format!("\u{feff}{}", jalon_exchange::sample::SAMPLE);
    assert_eq!(read(marked.as_bytes(), &Objects::new()), Ok(sample()));
}

#[test]
fn a_huge_file_is_refused_before_it_is_parsed() {
    let bytes = vec![b' '; usize::try_from(MAX_BYTES).expect("fits") + 1];
    check_whole(bytes, What::TooLarge);
    let many = format!("[{}0]", "0,".repeat(MAX_VALUES));
    assert!(matches!(faults(many.as_bytes())[..], [(_, What::TooManyValues)]));
}

#[test]
fn deep_nesting_is_refused_with_its_place() {
    let deep =
        format!(r#"{{"format": "jalon-plan", "slides": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(faults(deep.as_bytes()), [(format!("slides{}", "[0]".repeat(31)), What::TooDeep)]);
}

#[test]
fn lone_surrogates_are_told_with_line_and_column() {
    check_whole("{\n\"format\": \"\\ud83d\"}", What::LoneSurrogate(2, 12));
    check_whole(r#"{"a": "\udc00", "b": }"#, What::LoneSurrogate(1, 8));
    check_whole(r#"{"a": , "b": "\ud83d"}"#, What::NotJson(1, 7));
}

#[test]
fn a_key_that_stands_twice_is_named() {
    let twice = r#"{"format": "jalon-plan", "version": 1, "people": [{"id": "a", "name": "A", "name": "B"}], "people": []}"#;
    let found = faults(twice.as_bytes());
    let expected = [("people[0].name", What::DuplicateKey), ("people", What::DuplicateKey)];
    assert_eq!(found, expected.map(|(place, what)| (place.to_owned(), what)));
}

#[test]
fn an_id_that_stands_twice_is_named_even_across_kinds() {
    let first = "priorities[0]".to_owned();
    check(
        |file| {
            file["priorities"][3]["id"] = json!("priority-3");
            file["milestones"][0]["id"] = json!("priority-1");
            file["milestones"][9]["priority"] = json!("priority-3");
            file["milestones"][10]["priority"] = json!("priority-3");
            file["progress"][0]["milestone"] = Value::Null;
            file["progress"][7]["priority"] = json!("priority-3");
        },
        &[
            ("priorities[3].id", What::DuplicateId(id("priority-3"), "priorities[2]".to_owned())),
            ("milestones[0].id", What::DuplicateId(id("priority-1"), first)),
        ],
    );
}

#[test]
fn another_format_and_another_version_are_told() {
    check_whole("[]", What::NotAPlan);
    check_whole("{}", What::NotAPlan);
    check_whole(r#"{"format": "gantt", "version": 1}"#, What::OtherFormat("gantt".to_owned()));
    check_whole(r#"{"format": "jalon-plan"}"#, What::BadVersion);
    check_whole(r#"{"format": "jalon-plan", "version": "1"}"#, What::BadVersion);
    check_whole(r#"{"format": "jalon-plan", "version": 2, "anything": 0}"#, What::Newer(2));
}

#[test]
fn a_reference_to_nothing_is_named_with_its_place() {
    check(
        |file| {
            file["priorities"][2]["leads"][0]["jurisdiction"] = json!("XX");
            file["people"][0]["roles"][1]["jurisdiction"] = json!("priority-1");
            file["points"][0]["owner"] = json!("event-nowhere");
        },
        &[
            ("people[0].roles[1]", What::Dangling(id("priority-1"), &[Kind::Jurisdiction])),
            ("priorities[2].leads[0]", What::Dangling(id("XX"), &[Kind::Jurisdiction])),
            (
                "points[0].owner",
                What::Dangling(id("event-nowhere"), &[Kind::Event, Kind::Outcome, Kind::Slide]),
            ),
        ],
    );
}

#[test]
fn next_steps_under_each_other_are_told() {
    let file = steps(&[("a", Some("b")), ("b", Some("a")), ("c", Some("a"))]);
    let found = read(file.to_string().as_bytes(), &sample()).expect_err("a loop");
    let places: Vec<_> = found.iter().map(|fault| (fault.place.as_str(), fault.what.clone())).collect();
    assert_eq!(places, [("next_steps[0].parent", What::Loop), ("next_steps[1].parent", What::Loop)]);
}

#[test]
fn a_loop_with_what_the_store_holds_is_told() {
    let file = steps(&[("next-step-4", Some("next-step-5"))]);
    let found = read(file.to_string().as_bytes(), &sample()).expect_err("a loop");
    assert_eq!((found[0].place.as_str(), &found[0].what), ("next_steps[0].parent", &What::Loop));
}

#[test]
fn what_the_file_refers_to_may_already_be_in_the_store() {
    let file = steps(&[("a", Some("next-step-1"))]).to_string();
    let read_in = read(file.as_bytes(), &sample()).expect("no fault");
    assert_eq!(read_in[&Kind::NextStep].len(), 1, "only what the file holds");
    assert!(read(file.as_bytes(), &Objects::new()).is_err());
}

#[test]
fn an_id_of_another_kind_in_the_store_is_told() {
    let file = steps(&[("priority-1", None)]);
    let found = read(file.to_string().as_bytes(), &sample()).expect_err("a clash");
    assert_eq!(found[0].what, What::OtherKind(id("priority-1"), Kind::Priority));
}

#[test]
fn unknown_fields_and_kinds_are_named_at_any_depth() {
    check(
        |file| {
            file["gadgets"] = json!([]);
            file["milestones"][1]["owner"] = json!("me");
            file["milestones"][0]["status"]["evidence"][0]["label"]["de"] = json!("Umfrage");
            file["next_steps"][1]["when"]["approximately"] = json!(true);
        },
        &[
            ("milestones[0].status.evidence[0].label.de", What::Unknown),
            ("milestones[1].owner", What::Unknown),
            ("next_steps[1].when.approximately", What::Unknown),
            ("gadgets", What::Unknown),
        ],
    );
}

#[test]
fn values_of_the_wrong_form_are_named() {
    check(
        |file| {
            file["people"] = json!({});
            file["cycles"][0]["state"] = json!("ajar");
            file["meetings"][0]["date"] = json!("2019-09");
            file["figures"][0]["value"] = json!(-1);
            file["events"][0]["starts"] = json!("spring");
            file["slides"][0]["position"] = json!("a0");
            file["slides"][1]["title"] = json!("Title");
            file["resolutions"][0] = json!("text");
            file["resolutions"][1]["id"] = json!("no id");
            file["workplans"][0]["languages"] = json!([]);
        },
        &[
            ("people", What::NotAList),
            ("workplans[0].languages", expected(Expected::Langs)),
            ("meetings[0].date", expected(Expected::Day)),
            ("cycles[0].state", expected(Expected::Code(&["open", "closed"]))),
            ("events[0].starts", expected(Expected::Date)),
            ("figures[0].value", expected(Expected::Count)),
            ("resolutions[0]", What::NotAnObject),
            ("resolutions[1].id", What::BadId),
            ("slides[0].position", expected(Expected::Position)),
            ("slides[1].title", expected(Expected::BilingualText)),
        ],
    );
}

#[test]
fn rules_of_statuses_leads_links_and_required_fields_are_asked() {
    check(
        |file| {
            file["milestones"][0]["status"]["evidence"] = json!([]);
            file["milestones"][3]["status"]["reason"] = Value::Null;
            file["priorities"][1]["leads"][1]["jurisdiction"] = json!("CA");
            file["priorities"][2]["leads"][0]["jurisdiction"] = json!("CA-QC");
            file["priorities"][2]["leads"][0]["from"] = json!("2019-02-01");
            file["priorities"][2]["leads"][0]["to"] = json!("2019-01-01");
            file["priorities"][3].as_object_mut().expect("an object").remove("title");
            file["achievements"][0]["links"][0]["fr"] = json!("javascript:alert(1)");
        },
        &[
            ("priorities[1].leads[1]", What::Value(FaultKind::Leads(LeadsFault::Twice(1, id("CA"))))),
            (
                "priorities[2].leads[0]",
                What::Value(FaultKind::Leads(LeadsFault::FromAfterTo(0, id("CA-QC")))),
            ),
            ("priorities[3].title", What::Missing),
            ("milestones[0].status", What::Value(FaultKind::Status(StatusFault::NeedsEvidence))),
            ("milestones[3].status", What::Value(FaultKind::Status(StatusFault::NeedsReason))),
            ("achievements[0].links[0]", What::Value(FaultKind::Link(LinkFault::Scheme))),
        ],
    );
}

#[test]
fn a_long_list_of_faults_is_cut_and_says_so() {
    let people: Vec<Value> = (0..250).map(|n| json!({"id": format!("p{n}")})).collect();
    let file = json!({"format": "jalon-plan", "version": 1, "people": people});
    let found = faults(file.to_string().as_bytes());
    assert_eq!(found.len(), MAX_FAULTS + 1);
    assert_eq!(found[0], ("people[0].name".to_owned(), What::Missing));
    assert_eq!(found[MAX_FAULTS].1, What::More(150));
}

#[test]
fn a_chain_of_many_next_steps_is_read_in_reasonable_time() {
    let ids: Vec<String> = (0..20_000).map(|n| format!("s{n}")).collect();
    let list: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| (id.as_str(), n.checked_sub(1).map(|n| ids[n].as_str())))
        .collect();
    let read_in = read(steps(&list).to_string().as_bytes(), &sample()).expect("no fault");
    assert_eq!(read_in[&Kind::NextStep].len(), 20_000);
}
