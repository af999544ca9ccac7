//! What people type for jurisdictions, meetings and days, what is taken for a slip, and what
//! they are told when they close a cycle.

mod desk;

use desk::Desk;

#[test]
fn a_jurisdiction_goes_by_its_name_and_abbreviation_wherever_one_is_named() {
    let desk = Desk::sample();
    let set = |what: &[&str]| desk.done(&[&["submission", "set"], what].concat());
    set(&["québec", "submitted", "--as", "lead:Qc"]);
    set(&["C.-B.", "draft", "--for", "lead:british columbia", "--how", "e-mail", "--when", "2019-09-01"]);
    set(&["T.-N.-L.", "nothing_to_report", "--as", "lead:nl"]);
    assert_eq!(
        ["CA-QC", "CA-BC", "CA-NL"].map(|code| state(&desk, code)),
        ["submitted", "draft", "nothing_to_report"]
    );
    desk.done(&["lead", "add", "1", "Nouvelle-Ecosse"]);
    desk.done(&["clear", "--jurisdiction", "yukon"]);
    desk.refused(&["lead", "add", "1", "Atlantis"], 2, &["failure-jurisdiction-none"]);
    desk.refused(&["submission", "set", "nt", "draft"], 2, &["failure-jurisdiction-several"]);
    desk.refused(&["clear", "--jurisdiction", "Colombie"], 2, &["failure-jurisdiction-unknown"]);
    let said = desk.run(&["--lang", "fr", "submission", "set", "Colombie", "draft"]).err;
    assert!(said.contains("Colombie-Britannique (CA-BC)") && !said.contains("Columbia"), "{said}");
}

fn state(desk: &Desk, jurisdiction: &str) -> String {
    let status = desk.answer(&["cycle", "status"]);
    let all = status["submissions"].as_array().expect("submissions");
    let found = all.iter().find(|it| it["jurisdiction"] == jurisdiction).expect("the jurisdiction");
    found["state"].as_str().expect("a state").to_owned()
}
