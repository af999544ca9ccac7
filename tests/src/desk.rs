//! A desk of its own for each test: a home folder, a session bus, WebKit's driver,
//! and a screen where there is none.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::{Instant, sleep, timeout};

use crate::Outcome;
use crate::programs::{Running, program, target};
use crate::window::Window;

/// The day on which all tests of the window take place: eleven days before the
/// councils of the sample meet.
pub const TODAY: &str = "2019-09-14";

/// No scenario takes longer.
const WHOLE: Duration = Duration::from_secs(240);
const STEP: Duration = Duration::from_secs(30);

/// One test at a time has the screen.
static TURN: Mutex<()> = Mutex::const_new(());

/// The desk that a test works at.
pub struct Desk {
    // Dropped in this order: clients before their servers.
    _driver: Running,
    _bus: Running,
    _screen: Option<Running>,
    /// The window that is open, to be closed when a scenario fails.
    open: std::sync::Mutex<Option<Window>>,
    display: String,
    port: u16,
    bus_address: String,
    home: TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// Runs a scenario at a desk of its own and closes its window, however it ends.
///
/// # Errors
/// What went wrong, or that it took too long.
pub fn at_a_desk(name: &str, scenario: impl AsyncFnOnce(&Desk) -> Outcome) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let desk = Desk::new(name).await?;
        let outcome = timeout(WHOLE, scenario(&desk)).await;
        desk.end().await;
        outcome.map_err(|_| format!("{name}: not done after {} s", WHOLE.as_secs()))?
    })
}

impl Desk {
    async fn new(name: &str) -> Outcome<Desk> {
        let turn = TURN.lock().await;
        let home = tempfile::Builder::new().prefix("jalon-desk-").tempdir()?;
        fs::create_dir_all(home.path().join("Documents"))?;
        fs::create_dir_all(home.path().join(".config"))?;
        let documents = "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n";
        fs::write(home.path().join(".config/user-dirs.dirs"), documents)?;
        let log = pictures()?.join(format!("{name}.log"));
        let log = File::create(log)?;

        let (display, screen) = screen(&log)?;
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]);
        command.env("DISPLAY", &display).stdout(Stdio::piped()).stderr(log.try_clone()?);
        let mut bus = Running::start(&mut command)?;
        let bus_address = bus.first_line(STEP)?;

        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).args(["--host=127.0.0.1"]);
        at_home(&mut command, home.path());
        command.env("DISPLAY", &display).env("DBUS_SESSION_BUS_ADDRESS", &bus_address);
        command.stdout(log.try_clone()?).stderr(log);
        let mut driver = Running::start(&mut command)?;
        let end = Instant::now() + STEP;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if driver.has_ended()? || Instant::now() > end {
                return Err("WebKitWebDriver does not answer".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        let open = std::sync::Mutex::new(None);
        Ok(Desk {
            _driver: driver,
            _bus: bus,
            _screen: screen,
            open,
            display,
            port,
            bus_address,
            home,
            _turn: turn,
        })
    }

    /// The folder that the system calls Documents here.
    pub fn documents(&self) -> PathBuf {
        self.home.path().join("Documents")
    }

    /// A file in the home folder; its name has an accent and a space.
    pub fn store(&self) -> PathBuf {
        self.home.path().join("plan d’été.jalon")
    }

    /// Opens Jalon's window on [`Desk::store`].
    ///
    /// # Errors
    /// There is no window within half a minute.
    pub async fn open(&self) -> Outcome<Window> {
        let app = program("JALON_APP", "jalon-app")?;
        let store = self.store();
        let store = store.to_str().ok_or("the store's path is not text")?;
        self.open_program(&app, &["--store", store], "document.querySelector('[data-testid]') !== null").await
    }

    /// Opens a program's window and waits until an expression is true in its page.
    ///
    /// # Errors
    /// It is not within half a minute.
    pub async fn open_program(&self, app: &Path, arguments: &[&str], ready: &str) -> Outcome<Window> {
        let app = app.to_str().ok_or("the program's path is not text")?;
        let mut wanted = fantoccini::wd::Capabilities::new();
        wanted.insert("webkitgtk:browserOptions".into(), json!({ "binary": app, "args": arguments }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{}", self.port);
        let client = timeout(STEP, builder.capabilities(wanted).connect(&address)).await??;
        let window = Window::new(client);
        *self.last() = Some(window.clone());
        window.until("the page is there", ready).await?;
        Ok(window)
    }

    /// Closes the window, and waits until the program has ended.
    ///
    /// # Errors
    /// It has not ended within half a minute.
    pub async fn close(&self, window: Window) -> Outcome {
        self.last().take();
        window.close().await?;
        let end = Instant::now() + STEP;
        while self.is_running()? {
            if Instant::now() > end {
                return Err("the program has not ended".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    async fn end(&self) {
        let left = self.last().take();
        if let Some(window) = left {
            // A window that was closed already has no session to end.
            let _ = window.close().await;
        }
    }

    fn last(&self) -> std::sync::MutexGuard<'_, Option<Window>> {
        self.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The program holds this name on the bus for as long as it runs.
    fn is_running(&self) -> Outcome<bool> {
        let mut command = Command::new("dbus-send");
        command.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
        command.args(["org.freedesktop.DBus.NameHasOwner", "string:ca.jalon.app.SingleInstance"]);
        let answer = command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address).output()?;
        Ok(String::from_utf8_lossy(&answer.stdout).contains("boolean true"))
    }

    /// Starts the program a second time, on another file, and waits until it has handed
    /// over to the first and ended.
    ///
    /// # Errors
    /// It does not end within half a minute.
    pub async fn start_again(&self, store: &Path) -> Outcome {
        let mut command = Command::new(program("JALON_APP", "jalon-app")?);
        at_home(&mut command, self.home.path());
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address);
        command.arg("--store").arg(store).stderr(Stdio::null());
        let mut second = Running::start(&mut command)?;
        let end = Instant::now() + STEP;
        while !second.has_ended()? {
            if Instant::now() > end {
                return Err("the second start has not ended".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Runs `jalon` on the same file, on the same day.
    ///
    /// # Errors
    /// What it says when it refuses.
    pub fn jalon(&self, arguments: &[&str]) -> Outcome<String> {
        let mut command = Command::new(program("JALON_CLI", "jalon")?);
        at_home(&mut command, self.home.path());
        let output = command.arg("--store").arg(self.store()).args(arguments).output()?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
        }
    }
}

/// Where pictures of the window go, and the logs of what drew them.
///
/// # Errors
/// The folder cannot be made.
pub fn pictures() -> Outcome<PathBuf> {
    let folder = target().join("verify/window");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The screen that is lent by `DISPLAY`, else one of our own.
fn screen(log: &File) -> Outcome<(String, Option<Running>)> {
    if let Some(display) = std::env::var("DISPLAY").ok().filter(|display| !display.is_empty()) {
        return Ok((display, None));
    }
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]);
    command.stdout(Stdio::piped()).stderr(log.try_clone()?);
    let mut screen = Running::start(&mut command)?;
    Ok((format!(":{}", screen.first_line(STEP)?), Some(screen)))
}

/// Gives a program this home, this day and English to begin with; and the window to
/// the driver.
fn at_home(command: &mut Command, home: &Path) {
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    command.env("HOME", home).env("JALON_NOW", TODAY);
    command.env_remove("LC_ALL").env("LANG", "en_CA.UTF-8");
    command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
    // The bridge to screen readers would start further processes on the bus.
    command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
}
