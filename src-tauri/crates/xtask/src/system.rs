//! What the operating system must bring: packages by apt on Debian and Ubuntu; elsewhere what
//! is missing is named with the command to run, and nothing is installed behind anyone's back.
//!
//! A C compiler is not on the lists: without one this program could not have been linked.

use crate::{Result, process};
use std::process::Command;
use std::time::Duration;

/// A reason to need programs or headers: apt's packages, and what shows that they are there.
pub struct Need {
    /// What for, in a few words.
    purpose: &'static str,
    /// Packages of Debian 12 and later, Ubuntu 22.04 and later.
    apt: &'static [&'static str],
    /// Programs that must then be found.
    programs: &'static [&'static str],
    /// Modules that `pkg-config` must then know (Linux only).
    modules: &'static [&'static str],
    /// The same for other Linux families.
    elsewhere: &'static str,
}

/// To compile and link the desktop shell. OpenSSL, librsvg and appindicator, which guides for
/// Tauri name as well, are for its updater, its bundler and its tray icon: not used here.
pub const BUILD: Need = Need {
    purpose: "building the window",
    apt: &["libwebkit2gtk-4.1-dev", "libgtk-3-dev", "libdbus-1-dev", "pkg-config"],
    programs: &["pkg-config"],
    modules: &["webkit2gtk-4.1", "gtk+-3.0", "dbus-1"],
    elsewhere: "Fedora: sudo dnf install webkit2gtk4.1-devel gtk3-devel dbus-devel pkgconf-pkg-config\n\
                Arch:   sudo pacman -S --needed webkit2gtk-4.1 gtk3 dbus pkgconf\n\
                other:  the development files of WebKitGTK 4.1, GTK 3 and D-Bus, and pkg-config",
};

/// To show a window where there is no display, and take its picture.
pub const DISPLAY: Need = Need {
    purpose: "a virtual display",
    apt: &["xvfb", "openbox", "imagemagick", "dbus"],
    programs: &["Xvfb", "openbox", "import", "convert", "mogrify", "montage", "dbus-daemon"],
    modules: &[],
    elsewhere: "Fedora: sudo dnf install xorg-x11-server-Xvfb openbox ImageMagick dbus-daemon\n\
                Arch:   sudo pacman -S --needed xorg-server-xvfb openbox imagemagick dbus\n\
                other:  Xvfb, openbox, ImageMagick and dbus-daemon",
};

/// To drive the real window in tests.
pub const DRIVER: Need = Need {
    purpose: "the real-window test",
    apt: &["webkit2gtk-driver"],
    programs: &["WebKitWebDriver"],
    modules: &[],
    elsewhere: "Fedora: sudo dnf install webkit2gtk-driver\n\
                Arch:   it is part of webkit2gtk-4.1\n\
                other:  WebKitWebDriver of WebKitGTK 4.1",
};

/// To read, audit and render decks with tools that are not ours. Carlito has the widths of
/// Calibri, which the decks name: without it LibreOffice would break lines elsewhere.
pub const DECKS: Need = Need {
    purpose: "the deck checks",
    apt: &["libreoffice-impress", "poppler-utils", "fonts-crosextra-carlito", "python3-venv"],
    programs: &["soffice", "pdfinfo", "pdftoppm", "pdftotext", "python3"],
    modules: &[],
    elsewhere: "Fedora: sudo dnf install libreoffice-impress poppler-utils google-carlito-fonts python3\n\
                Arch:   sudo pacman -S --needed libreoffice-fresh poppler ttf-carlito python\n\
                other:  LibreOffice Impress, poppler's tools, the Carlito fonts, Python with venv",
};

/// To see what a writer asks of the system, and to take the power away from it.
pub const FAULTS: Need = Need {
    purpose: "the power-loss test",
    apt: &["strace"],
    programs: if cfg!(target_os = "linux") { &["strace"] } else { &[] },
    modules: &[],
    elsewhere: "Fedora: sudo dnf install strace\n\
                Arch:   sudo pacman -S --needed strace\n\
                other:  strace",
};

/// Installs what is missing where apt is at home; names it and stops elsewhere.
pub fn ensure(needs: &[&Need]) -> Result {
    if is_debian() {
        install(needs)?;
    } else if cfg!(target_os = "macos") {
        println!("macOS: Xcode's command-line tools are all it takes (xcode-select --install).");
    } else if cfg!(windows) {
        println!("Windows: needs WebView2 (part of Windows 11) and the C++ build tools.");
    }
    for need in needs {
        let missing = need.missing();
        if !missing.is_empty() {
            return Err(format!(
                "{} needs {}; install what brings them, then run this again:\n{}",
                need.purpose,
                missing.join(", "),
                need.elsewhere
            ));
        }
    }
    Ok(())
}

impl Need {
    fn missing(&self) -> Vec<&'static str> {
        let programs = self.programs.iter().copied();
        let mut missing: Vec<_> = programs.filter(|p| !process::exists(p)).collect();
        if cfg!(target_os = "linux") {
            let unknown = |module: &&str| {
                let mut command = Command::new("pkg-config");
                command.args(["--exists", module]);
                process::capture(&mut command, Duration::from_secs(30)).is_err()
            };
            missing.extend(self.modules.iter().copied().filter(unknown));
        } else {
            // GTK is Linux's; macOS and Windows bring their own web view.
            missing.retain(|program| *program != "pkg-config");
        }
        missing
    }
}

fn is_debian() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_debian_release(&release) && process::exists("apt-get") && process::exists("dpkg-query")
}

/// Whether an os-release file speaks of Debian, Ubuntu or a child of theirs.
fn is_debian_release(text: &str) -> bool {
    text.lines()
        .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

fn install(needs: &[&Need]) -> Result {
    let wanted: Vec<&str> = needs.iter().flat_map(|n| n.apt).copied().collect();
    let missing = not_installed(&wanted, &installed(&wanted));
    if missing.is_empty() {
        println!("system packages: all {} are installed", wanted.len());
        return Ok(());
    }
    println!("system packages to install: {}", missing.join(" "));

    let root = is_root()?;
    if !root && !process::exists("sudo") {
        return Err(format!(
            "installing them takes root's rights and there is no sudo here; as root, run:\n  \
             apt-get update && apt-get install -y --no-install-recommends {}",
            missing.join(" ")
        ));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.arg("env");
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command.args(arguments);
        process::run(&mut command, Duration::from_secs(1800))
    };
    apt(&["-q", "update"])?;
    let mut arguments = vec!["-qq", "install", "-y", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(&arguments)?;

    let still = not_installed(&missing, &installed(&missing));
    if still.is_empty() {
        return Ok(());
    }
    Err(format!("apt did not install {}", still.join(" ")))
}

/// What dpkg-query says of the packages: a line `NAME STATUS` for each that it knows.
fn installed(packages: &[&str]) -> String {
    let mut command = Command::new("dpkg-query");
    command.args(["-W", "-f=${Package} ${db:Status-Status}\n"]);
    command.args(packages).stderr(std::process::Stdio::null());
    // It fails when it does not know one of them, and still tells about the others.
    let output = command.output();
    output.map_or_else(|_| String::new(), |o| String::from_utf8_lossy(&o.stdout).into_owned())
}

fn not_installed<'a>(wanted: &[&'a str], known: &str) -> Vec<&'a str> {
    let has = |name: &str| known.lines().any(|line| line == format!("{name} installed"));
    wanted.iter().copied().filter(|name| !has(name)).collect()
}

fn is_root() -> Result<bool> {
    let mut command = Command::new("id");
    command.arg("-u");
    Ok(process::capture(&mut command, Duration::from_secs(10))?.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_children_are_recognised() {
        assert!(is_debian_release("PRETTY_NAME=\"Debian\"\nID=debian\n"));
        assert!(is_debian_release("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_debian_release("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian_release("ID=fedora\nHOME_URL=https://debian.example\n"));
        assert!(!is_debian_release(""));
    }

    #[test]
    fn only_what_is_fully_installed_counts() {
        let known = "xvfb installed\nopenbox config-files\n";
        let missing = not_installed(&["xvfb", "openbox", "dbus"], known);
        assert_eq!(missing, ["openbox", "dbus"]);
    }
}
