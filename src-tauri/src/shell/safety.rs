//! What is done with the plan's file as a whole: it is closed first, and opened again.

use std::path::{Path, PathBuf};

use jalon_domain::Failure;
use jalon_store::{Backups, Context, OpenError, WayOut};

use super::{Open, Shell};
use crate::failure::Outcome;
use crate::session::{Session, user_of};
use crate::view::{BackupLine, Start, backup_line};

impl Shell {
    /// The backups of the plan, the newest first. The plan itself may be damaged.
    ///
    /// # Errors
    /// When their folder cannot be read.
    pub fn backups(&self) -> Outcome<Vec<BackupLine>> {
        Ok(Backups::of(&self.path()?).list()?.into_iter().map(backup_line).collect())
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make_backup(&self) -> Outcome<BackupLine> {
        self.with(|session| session.make_backup()).map(backup_line)
    }

    /// Makes the backup of the day, if it is due. Nobody waits for it.
    ///
    /// # Errors
    /// Why it cannot be made; or what a backup holds and the plan's file has lost.
    pub fn back_up_if_due(&self) -> Outcome<()> {
        let writable = self.lock().session.as_ref().is_some_and(Session::is_writable);
        if writable {
            let backups = Backups::of(&self.path()?);
            if let Some(lost) = backups.lost()? {
                return Err(lost.failure().into());
            }
            backups.make_if_due(self.clock.now()).map_err(|error| error.daily())?;
        }
        Ok(())
    }

    /// Checks a backup as a whole; how many transactions it holds.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify_backup(&self, name: &str) -> Outcome<usize> {
        let backups = Backups::of(&self.path()?);
        Ok(backups.verify(&backups.named(Some(name))?)?.transactions)
    }

    /// Puts a backup in the plan's place, and begins anew with it.
    ///
    /// # Errors
    /// Why not; the plan is then as it was, and open as it was.
    pub fn restore_backup(&self, name: &str) -> Outcome<Start> {
        let mut open = self.lock();
        let backups = Backups::of(&open.path()?);
        let backup = backups.named(Some(name))?;
        let user = match open.session.as_ref().map(Session::identity) {
            Some(Ok(Some(user))) => user,
            _ => user_of(&backups.path(&backup)),
        };
        open.session = None;
        let restored = backups.restore(&backup, &Context::new(user, self.clock.now()));
        let start = self.start_in(&mut open);
        restored?;
        Ok(start)
    }

    /// Moves the plan and its backups, and goes on there.
    ///
    /// # Errors
    /// Why not; the plan is then where it was, and open as it was.
    pub fn move_plan(&self, to: &Path) -> Outcome<Start> {
        let mut open = self.lock();
        let from = open.path()?;
        open.session = None;
        let moved = jalon_store::relocate(&from, to);
        if let Ok(to) = &moved {
            open.place = Ok(to.clone());
        }
        let start = self.start_in(&mut open);
        moved?;
        Ok(start)
    }

    /// Shows the plan where it was moved to.
    ///
    /// # Errors
    /// When it was not moved, or why it cannot be opened there.
    pub fn open_moved(&self) -> Outcome<Start> {
        let to = self.ways_out().into_iter().find_map(|way| match way {
            WayOut::OpenAt { path } => Some(path),
            _ => None,
        });
        self.open_plan(Path::new(&to.ok_or_else(|| Failure::new("failure-shell-no-plan"))?))
    }

    /// Opens the plan for looking only; of a damaged one, what can be read.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn open_read_only(&self) -> Outcome<Start> {
        let mut open = self.lock();
        let session = Session::open_read_only(&open.path()?, self.clock)?;
        open.session = Some(session);
        open.error = None;
        Ok(self.start_in(&mut open))
    }

    /// Writes what can be read of the plan into a folder; the files. `replace`: other files
    /// that stand there may go.
    ///
    /// # Errors
    /// When nothing can be read, or the files cannot be written.
    pub fn export_readable(&self, folder: &Path, replace: bool) -> Outcome<Vec<String>> {
        let mut open = self.lock();
        let found = jalon_store::Store::salvage(&open.path()?)?;
        open.readable_to = Some(folder.to_owned());
        Session::over(found.store, self.clock).write_readable(folder, open.lang, replace)
    }

    /// The folder that was chosen last for what can be read: whoever then says that what
    /// stands there may be replaced means that one.
    pub fn readable_folder(&self) -> Option<PathBuf> {
        self.lock().readable_to.clone()
    }

    /// What can be done about what is wrong with the plan's file; nothing when nothing is.
    pub fn ways_out(&self) -> Vec<WayOut> {
        ways_out(&self.lock())
    }
}

/// What can be done about what is wrong with the file.
pub(super) fn ways_out(open: &Open) -> Vec<WayOut> {
    let Ok(path) = &open.place else { return Vec::new() };
    match (&open.error, &open.session) {
        (Some(error), _) => error.ways_out(path),
        (None, Some(session)) if session.is_damaged() => {
            OpenError::Damaged { path: path.clone(), damage: Vec::new() }.ways_out(path)
        }
        // Where a plan once was, its backups may still be.
        (None, None) if path.symlink_metadata().is_err() => {
            let mut ways = OpenError::NotFound(path.clone()).ways_out(path);
            ways.retain(|way| matches!(way, WayOut::RestoreBackup { .. }));
            ways
        }
        _ => Vec::new(),
    }
}
