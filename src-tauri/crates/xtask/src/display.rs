//! A screen of our own: Xvfb with a session bus, and a window manager where one is wanted.
//!
//! The display number is the server's choice, so that runs beside each other never meet, and
//! all processes are our own children: they end with the value.

use crate::{Result, place::Place, process::Running};
use std::process::{Command, Stdio};
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(30);

/// A virtual screen that lives as long as this value.
pub struct Display {
    // Dropped in this order: clients before their servers.
    manager: Option<Running>,
    _bus: Running,
    _server: Running,
    name: String,
    bus: String,
}

impl Display {
    /// Starts the X server, 1440 × 900, and a session bus; what they say goes to a log.
    pub fn start(place: &Place) -> Result<Self> {
        let log = place.output("xtask")?.join("display.log");
        let log = || {
            let file = std::fs::File::options().create(true).append(true).open(&log);
            file.map_err(|e| format!("cannot write {}: {e}", log.display()))
        };
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1440x900x24"]);
        command.args(["-nolisten", "tcp", "-noreset"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log()?);
        let mut server = Running::start(&mut command)?;
        let name = format!(":{}", server.first_line(LIMIT)?);

        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]);
        command.env("DISPLAY", &name);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log()?);
        let mut daemon = Running::start(&mut command)?;
        let bus = daemon.first_line(LIMIT)?;
        println!("virtual display {name}");
        Ok(Self { manager: None, _bus: daemon, _server: server, name, bus })
    }

    /// The same with a window manager, which gives the window its title bar and its place.
    pub fn managed(place: &Place) -> Result<Self> {
        let mut display = Self::start(place)?;
        let mut command = Command::new("openbox");
        display.lend(&mut command);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        display.manager = Some(Running::start(&mut command)?);
        Ok(display)
    }

    /// Lets a command show its windows here and talk on this session's bus.
    pub fn lend(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command.env("GDK_BACKEND", "x11");
        command.env_remove("WAYLAND_DISPLAY");
    }
}

/// Whether windows can be shown to a person here.
pub fn is_there() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
