//! What the page cannot do, whatever might come to run in it.

use jalon_tests::desk::at_a_desk;
use jalon_tests::{Outcome, ensure};
use serde_json::json;

#[test]
fn the_page_reaches_no_file_no_program_and_no_address_of_its_own_choice() -> Outcome {
    at_a_desk("closed-doors", async |desk| {
        desk.jalon(&["init", "--sample"])?;
        let window = desk.open().await?;
        window.find("board").await?;
        ensure!(window.value("window.__TAURI__ === undefined").await? == json!(true), "the bridge is global");

        let plugins = [
            ("plugin:fs|read_text_file", json!({"path": "/etc/hostname"})),
            ("plugin:shell|execute", json!({"program": "id"})),
            ("plugin:http|fetch", json!({"url": "https://example.org/"})),
            ("plugin:opener|open_url", json!({"url": "https://example.org/"})),
            ("plugin:opener|open_path", json!({"path": "/etc"})),
            ("plugin:dialog|open", json!({"options": {}})),
            ("plugin:window|create", json!({"options": {"label": "second"}})),
            ("plugin:webview|create_webview_window", json!({"options": {"label": "second"}})),
        ];
        for (command, arguments) in plugins {
            let answer = window.refused(command, &arguments).await?;
            ensure!(answer.is_string(), "{command} was not refused outright: {answer}");
        }
        let links = [
            ("javascript:alert(1)", "failure-link-scheme"),
            ("file:///etc/passwd", "failure-link-scheme"),
            ("http://example.org/", "failure-link-scheme"),
            ("https://user@example.org/", "failure-link-user-info"),
            ("https://example.org/\u{202e}fdp", "failure-link-disguise"),
        ];
        for (address, code) in links {
            let answer = window.refused("open_link", &json!({ "address": address })).await?;
            ensure!(answer["code"] == code, "{address}: {answer}");
        }
        let answer = window.refused("open_folder", &json!({"folder": "/etc"})).await?;
        ensure!(answer["code"] == "failure-shell-folder-unknown", "/etc: {answer}");

        // Refused by the policy, and not only because there may be no network here.
        let fetched = "new Promise((done) => {
            document.addEventListener('securitypolicyviolation', (it) => done(it.effectiveDirective));
            fetch('https://example.org/').then(() => done('fetched'), () => {}); })";
        let directive = window.wait_for(fetched).await?;
        ensure!(directive == "connect-src", "the page reached for the network: {directive}");
        let script =
            "(() => { const it = document.createElement('script'); it.textContent = 'window.ran = 1';
            document.body.append(it); return window.ran === undefined; })()";
        ensure!(window.value(script).await? == json!(true), "a script written into the page ran");
        Ok(())
    })
}
