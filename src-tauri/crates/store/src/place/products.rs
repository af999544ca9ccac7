//! The usual products that synchronise folders, and the names of their folders.

use super::Platform;

/// A product that synchronises folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Product {
    /// Box.
    Box,
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// Apple's iCloud Drive.
    ICloud,
    /// MEGA.
    Mega,
    /// Nextcloud.
    Nextcloud,
    /// Microsoft OneDrive, libraries of SharePoint that it synchronises included.
    OneDrive,
    /// ownCloud.
    OwnCloud,
    /// pCloud.
    PCloud,
    /// Proton Drive.
    Proton,
    /// Resilio Sync.
    Resilio,
    /// Seafile.
    Seafile,
    /// Libraries of SharePoint.
    SharePoint,
    /// Sync.com.
    SyncCom,
    /// Syncthing.
    Syncthing,
    /// Tresorit.
    Tresorit,
    /// Yandex.Disk.
    Yandex,
    /// macOS keeps the folder for a product that we do not know.
    Unnamed,
}

impl Product {
    /// Its own name for itself, the same in both languages.
    pub fn name(self) -> &'static str {
        match self {
            Product::Box => "Box",
            Product::Dropbox => "Dropbox",
            Product::GoogleDrive => "Google Drive",
            Product::ICloud => "iCloud Drive",
            Product::Mega => "MEGA",
            Product::Nextcloud => "Nextcloud",
            Product::OneDrive => "OneDrive",
            Product::OwnCloud => "ownCloud",
            Product::PCloud => "pCloud",
            Product::Proton => "Proton Drive",
            Product::Resilio => "Resilio Sync",
            Product::Seafile => "Seafile",
            Product::SharePoint => "SharePoint",
            Product::SyncCom => "Sync.com",
            Product::Syncthing => "Syncthing",
            Product::Tresorit => "Tresorit",
            Product::Yandex => "Yandex.Disk",
            Product::Unnamed => "",
        }
    }
}

/// How much of a folder's name tells the product.
#[derive(Clone, Copy)]
enum Names {
    /// All of it, wherever the folder is.
    Is,
    /// Its beginning: an organisation's name or an account follows.
    Begins,
    /// Its end: an organisation's name goes before.
    Ends,
    /// All of it, in the home folder only: elsewhere it is a common word.
    InHome,
    /// All of it, in the home folder or at the top of a drive.
    InHomeOrDrive,
}

use Names::{Begins, Ends, InHome, InHomeOrDrive, Is};

const FOLDERS: &[(Names, &str, Product)] = &[
    (Is, "OneDrive", Product::OneDrive),
    (Begins, "OneDrive - ", Product::OneDrive),
    (Begins, "OneDrive – ", Product::OneDrive),
    (Is, "SharePoint", Product::SharePoint),
    (Begins, "SharePoint - ", Product::SharePoint),
    (Is, "Dropbox", Product::Dropbox),
    (Begins, "Dropbox (", Product::Dropbox),
    (Ends, " Dropbox", Product::Dropbox),
    (Is, "Google Drive", Product::GoogleDrive),
    (Begins, "Google Drive (", Product::GoogleDrive),
    (Is, "GoogleDrive", Product::GoogleDrive),
    (InHomeOrDrive, "My Drive", Product::GoogleDrive),
    (InHomeOrDrive, "Mon Drive", Product::GoogleDrive),
    (InHomeOrDrive, "Mon disque", Product::GoogleDrive),
    (InHomeOrDrive, "Shared drives", Product::GoogleDrive),
    (InHomeOrDrive, "Drive partagés", Product::GoogleDrive),
    (InHomeOrDrive, "Disques partagés", Product::GoogleDrive),
    (Is, "Mobile Documents", Product::ICloud),
    (Is, "com~apple~CloudDocs", Product::ICloud),
    (Begins, "iCloud~", Product::ICloud),
    (Is, "iCloud Drive", Product::ICloud),
    (Is, "iCloudDrive", Product::ICloud),
    (InHome, "Box", Product::Box),
    (Is, "Box Sync", Product::Box),
    (Is, "Nextcloud", Product::Nextcloud),
    (Is, "ownCloud", Product::OwnCloud),
    (Is, "pCloudDrive", Product::PCloud),
    (Is, "pCloud Drive", Product::PCloud),
    (Is, "pCloud Sync", Product::PCloud),
    (InHome, "MEGA", Product::Mega),
    (Is, "MEGAsync", Product::Mega),
    (InHome, "Sync", Product::SyncCom),
    (Is, "Tresorit", Product::Tresorit),
    (InHome, "Tresors", Product::Tresorit),
    (Is, "Seafile", Product::Seafile),
    (Is, "Proton Drive", Product::Proton),
    (Is, "Resilio Sync", Product::Resilio),
    (Is, "Yandex.Disk", Product::Yandex),
    (Is, "YandexDisk", Product::Yandex),
];

/// What macOS calls folders in `~/Library/CloudStorage`: the product, then the account.
const CLOUD_STORAGE: &[(&str, Product)] = &[
    ("OneDrive", Product::OneDrive),
    ("SharePoint", Product::SharePoint),
    ("Dropbox", Product::Dropbox),
    ("GoogleDrive", Product::GoogleDrive),
    ("iCloud", Product::ICloud),
    ("Box", Product::Box),
    ("Nextcloud", Product::Nextcloud),
    ("ownCloud", Product::OwnCloud),
    ("pCloud", Product::PCloud),
    ("MEGA", Product::Mega),
    ("ProtonDrive", Product::Proton),
    ("Tresorit", Product::Tresorit),
];

/// What a product leaves in the folder that it synchronises, whatever its name.
pub(super) struct Marker {
    /// How its name begins, and how it ends; with nothing between, or anything.
    name: (&'static str, Option<&'static str>),
    /// What it is. A product may keep its own things elsewhere under the same name:
    /// `~/.dropbox` is a folder with Dropbox's settings, and nothing there is synchronised.
    what: What,
    /// Whose it is.
    pub product: Product,
}

/// What a marker is.
#[derive(Clone, Copy)]
enum What {
    File,
    Folder,
    /// One today, the other in older versions.
    Either,
}

impl Marker {
    const fn new(name: &'static str, what: What, product: Product) -> Marker {
        Marker { name: (name, None), what, product }
    }

    /// Whether this is it.
    pub fn is(&self, name: &str, of_type: std::fs::FileType) -> bool {
        let named = match self.name {
            (whole, None) => name == whole,
            (begin, Some(end)) => name.strip_prefix(begin).is_some_and(|rest| rest.ends_with(end)),
        };
        named
            && match self.what {
                What::File => of_type.is_file(),
                What::Folder => of_type.is_dir(),
                What::Either => of_type.is_file() || of_type.is_dir(),
            }
    }
}

/// All of them, the surest first.
pub(super) const MARKERS: &[Marker] = &[
    Marker::new(".stfolder", What::Either, Product::Syncthing),
    Marker::new(".dropbox", What::File, Product::Dropbox),
    Marker::new(".dropbox.cache", What::Folder, Product::Dropbox),
    Marker::new(".nextcloudsync.log", What::File, Product::Nextcloud),
    Marker::new(".owncloudsync.log", What::File, Product::OwnCloud),
    Marker::new(".sync_journal.db", What::File, Product::OwnCloud),
    Marker { name: (".sync_", Some(".db")), what: What::File, product: Product::Nextcloud },
    Marker { name: ("._sync_", Some(".db")), what: What::File, product: Product::Nextcloud },
    Marker::new(".tmp.drivedownload", What::Folder, Product::GoogleDrive),
    Marker::new(".tmp.driveupload", What::Folder, Product::GoogleDrive),
    Marker::new(".megaignore", What::File, Product::Mega),
];

/// Variables in which a product names its folder.
pub(super) const VARIABLES: &[(&str, Product)] = &[
    ("OneDrive", Product::OneDrive),
    ("OneDriveCommercial", Product::OneDrive),
    ("OneDriveConsumer", Product::OneDrive),
];

/// The product that a folder's name tells of, by where it stands.
pub(super) fn product(name: &str, above: &[String], in_home: bool, platform: Platform) -> Option<Product> {
    // Where case means nothing, nobody can rely on it; elsewhere another case is
    // somebody's own folder.
    let fold = |text: &str| if platform == Platform::Linux { text.to_owned() } else { text.to_lowercase() };
    let name = fold(name);
    if platform == Platform::MacOs && above.ends_with(&["Library".to_owned(), "CloudStorage".to_owned()]) {
        let named = CLOUD_STORAGE.iter().find(|(of, _)| name.starts_with(&fold(of)));
        return Some(named.map_or(Product::Unnamed, |(_, product)| *product));
    }
    let at_top = platform == Platform::Windows && above.len() == 1;
    let tells = |(names, of, _): &&(Names, &str, Product)| match names {
        Is => name == fold(of),
        Begins => name.starts_with(&fold(of)),
        Ends => name.ends_with(&fold(of)),
        InHome => in_home && name == fold(of),
        InHomeOrDrive => (in_home || at_top) && name == fold(of),
    };
    FOLDERS.iter().find(tells).map(|(_, _, product)| *product)
}
