use super::*;
use Platform::{Linux, MacOs, Windows};

fn facts(platform: Platform) -> Facts {
    let home = match platform {
        Windows => r"C:\Users\ana",
        MacOs => "/Users/ana",
        Linux => "/home/ana",
    };
    let mount = |(at, fs): (&str, &str)| {
        // A type with an address is written with it.
        let (fs, source) = fs.split_once(' ').unwrap_or((fs, "/dev/sda1"));
        Mount { at: at.into(), fs: fs.into(), source: source.into() }
    };
    let mounts = match platform {
        Windows => Vec::new(),
        MacOs => {
            [("/", "apfs"), ("/Volumes/clé", "exfat"), ("/Volumes/partage", "smbfs")].map(mount).to_vec()
        }
        Linux => [
            ("/", "ext4"),
            ("/mnt", "nfs4"),
            ("/mnt/disque", "xfs"),
            ("/mnt/c", "9p"),
            ("/srv/sous", "ext4"),
            ("/srv/sous", "fuse.sshfs"),
            ("/media/vm", "vboxsf"),
            ("/media/chiffré", "fuse.gocryptfs"),
            ("/nas", "CIFS"),
            ("/dav", "fuse https://serveur/dossier"),
            ("/dav2", "fuse.webdavfs https://serveur/dossier"),
            ("/clé", "fuseblk"),
            ("/local", "fuse"),
            ("/ceph", "fuse.ceph-fuse ceph-fuse"),
            ("/juice", "fuse.juicefs JuiceFS:a"),
            ("/gpfs", "gpfs"),
            ("/hôte", "virtiofs"),
        ]
        .map(mount)
        .to_vec(),
    };
    let synchronised = match platform {
        Windows => vec![(r"D:\Ministère\Nuage".into(), Product::OneDrive)],
        _ => vec![("/home/ana/travail".into(), Product::Syncthing)],
    };
    Facts { platform, home: home.into(), mounts, network_drives: vec!['s', 'P'], synchronised }
}

fn refused(platform: Platform, path: &str) -> Option<NoPlace> {
    classify(path, &facts(platform)).err()
}

#[test]
fn a_disk_of_this_machine_will_do() {
    let fine = [
        (Linux, "/home/ana/plan.jalon"),
        (Linux, "/home/ana/.local/share/jalon/plan.jalon"),
        (Linux, "/home/ana/Dropboxes/plan.jalon"),
        (Linux, "/home/ana/dropbox/plan.jalon"),
        (Linux, "/home/ana/Mon Dropboxe/plan.jalon"),
        (Linux, "/home/ana/OneDriver/plan.jalon"),
        (Linux, "/home/ana/Dropbox"),
        (Linux, "/home/ana/Dropbox/../plan.jalon"),
        (Linux, "/home/ana/projets/Box/plan.jalon"),
        (Linux, "/home/ana/projets/Sync/plan.jalon"),
        (Linux, "/home/ana/travaux/plan.jalon"),
        (Linux, "/mnt/disque/plan.jalon"),
        (Linux, "/media/chiffré/plan.jalon"),
        (Linux, "/clé/plan.jalon"),
        (Linux, "/local/plan.jalon"),
        (Linux, "/network/plan.jalon"),
        (Linux, "/net/plan.jalon"),
        (Linux, "//srv/plan.jalon"),
        (Linux, r"/home/ana/\\serveur\partage"),
        (Linux, "/nasal/plan.jalon"),
        (MacOs, "/Users/ana/Library/Application Support/Jalon/plan.jalon"),
        (MacOs, "/Users/ana/Library/CloudStorage.jalon"),
        (MacOs, "/Volumes/clé/plan.jalon"),
        (MacOs, "/Volumes/partagé/plan.jalon"),
        (Windows, r"C:\Users\ana\AppData\Roaming\Jalon\data\plan.jalon"),
        (Windows, r"\\?\C:\Users\ana\plan.jalon"),
        (Windows, r"D:\Boîte\plan.jalon"),
        (Windows, r"D:\Box\plan.jalon"),
        (Windows, r"C:\Users\ana\OneDrives\plan.jalon"),
        (Windows, r"D:\Ministère\Nuages\plan.jalon"),
        (Windows, "C:/Users/ana/plan.jalon"),
        (Windows, r"C:\projets\My Drive\plan.jalon"),
    ];
    for (platform, path) in fine {
        assert_eq!(refused(platform, path), None, "{path}");
    }
}

#[test]
fn a_drive_of_another_machine_is_refused() {
    let mounted = |at: &str, fs: &str| NoPlace::Mounted(at.into(), fs.into());
    let cases = [
        (Windows, r"\\serveur\partage\plan.jalon", NoPlace::Share(r"\\serveur\partage".into())),
        (Windows, "//serveur/partage/a/plan.jalon", NoPlace::Share(r"\\serveur\partage".into())),
        (Windows, r"\\?\UNC\serveur\partage\plan.jalon", NoPlace::Share(r"\\serveur\partage".into())),
        (
            Windows,
            r"\\wsl.localhost\Debian\home\plan.jalon",
            NoPlace::Share(r"\\wsl.localhost\Debian".into()),
        ),
        (Windows, r"S:\plan.jalon", NoPlace::Drive('S')),
        (Windows, r"p:\dossier\plan.jalon", NoPlace::Drive('P')),
        (Windows, r"\\?\P:\dossier\plan.jalon", NoPlace::Drive('P')),
        (MacOs, "/Volumes/partage/plan.jalon", mounted("/Volumes/partage", "smbfs")),
        (MacOs, "/Network/Servers/s/plan.jalon", NoPlace::Share("/Network/Servers/s".into())),
        (Linux, "/mnt/plan.jalon", mounted("/mnt", "nfs4")),
        (Linux, "/mnt/disque/../plan.jalon", mounted("/mnt", "nfs4")),
        (Linux, "/mnt/c/Users/ana/plan.jalon", mounted("/mnt/c", "9p")),
        (Linux, "/srv/sous/plan.jalon", mounted("/srv/sous", "fuse.sshfs")),
        (Linux, "/media/vm/plan.jalon", mounted("/media/vm", "vboxsf")),
        (Linux, "/nas/a/b/plan.jalon", mounted("/nas", "CIFS")),
        (Linux, "/dav/plan.jalon", mounted("/dav", "fuse")),
        (Linux, "/dav2/plan.jalon", mounted("/dav2", "fuse.webdavfs")),
        (Linux, "/ceph/plan.jalon", mounted("/ceph", "fuse.ceph-fuse")),
        (Linux, "/juice/plan.jalon", mounted("/juice", "fuse.juicefs")),
        (Linux, "/gpfs/plan.jalon", mounted("/gpfs", "gpfs")),
        (Linux, "/hôte/plan.jalon", mounted("/hôte", "virtiofs")),
        (Linux, "/net/serveur/partage/plan.jalon", NoPlace::Share("/net/serveur/partage".into())),
        (
            Linux,
            "/run/user/1000/gvfs/smb-share:server=s/plan.jalon",
            NoPlace::Share("/run/user/1000/gvfs/smb-share:server=s".into()),
        ),
    ];
    for (platform, path, expected) in cases {
        assert_eq!(refused(platform, path), Some(expected), "{path}");
    }
}

#[test]
fn a_folder_of_each_usual_product_is_refused_by_its_name() {
    let cases = [
        (Linux, "/home/ana/Dropbox/a/plan.jalon", Product::Dropbox),
        (Linux, "/home/ana/Dropbox (Ministère)/plan.jalon", Product::Dropbox),
        (Linux, "/home/ana/Ministère Dropbox/Ana/plan.jalon", Product::Dropbox),
        (Linux, "/home/ana/OneDrive/plan.jalon", Product::OneDrive),
        (Linux, "/home/ana/Nextcloud/plan.jalon", Product::Nextcloud),
        (Linux, "/data/ownCloud/plan.jalon", Product::OwnCloud),
        (Linux, "/home/ana/pCloudDrive/plan.jalon", Product::PCloud),
        (Linux, "/home/ana/MEGA/plan.jalon", Product::Mega),
        (Linux, "/home/ana/Box/plan.jalon", Product::Box),
        (Linux, "/home/ana/Seafile/Bibliothèque/plan.jalon", Product::Seafile),
        (Linux, "/home/ana/Yandex.Disk/plan.jalon", Product::Yandex),
        (Linux, "/home/ana/travail/a/b/plan.jalon", Product::Syncthing),
        (Windows, r"C:\Users\ana\OneDrive\plan.jalon", Product::OneDrive),
        (Windows, r"C:\Users\ana\onedrive - ministère\plans\plan.jalon", Product::OneDrive),
        (Windows, r"C:\Users\ana\OneDrive - Ministère\plan.jalon", Product::OneDrive),
        (Windows, r"d:\ministère\nuage\plans\plan.jalon", Product::OneDrive),
        (Windows, r"C:\Users\ana\SharePoint\Équipe\plan.jalon", Product::SharePoint),
        (Windows, r"G:\My Drive\plan.jalon", Product::GoogleDrive),
        (Windows, r"G:\Mon disque\plan.jalon", Product::GoogleDrive),
        (Windows, r"G:\Disques partagés\Équipe\plan.jalon", Product::GoogleDrive),
        (Windows, r"C:\Users\ana\iCloudDrive\plan.jalon", Product::ICloud),
        (Windows, r"C:\Users\ana\Box\plan.jalon", Product::Box),
        (Windows, r"C:\Users\ana\Sync\plan.jalon", Product::SyncCom),
        (Windows, r"C:\Users\ana\Proton Drive\a\plan.jalon", Product::Proton),
        (MacOs, "/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/plan.jalon", Product::ICloud),
        (MacOs, "/Users/ana/Library/CloudStorage/OneDrive-Ministère/plan.jalon", Product::OneDrive),
        (
            MacOs,
            "/Users/ana/Library/CloudStorage/GoogleDrive-a@b.ca/Mon disque/plan.jalon",
            Product::GoogleDrive,
        ),
        (MacOs, "/Users/ana/Library/CloudStorage/Box-Box/plan.jalon", Product::Box),
        (MacOs, "/Users/ana/Library/CloudStorage/Inconnu/plan.jalon", Product::Unnamed),
        (MacOs, "/Users/ana/dropbox/plan.jalon", Product::Dropbox),
        (MacOs, "/Users/ana/Tresors/plan.jalon", Product::Tresorit),
    ];
    for (platform, path, expected) in cases {
        let found = match refused(platform, path) {
            Some(NoPlace::Synchronised(product, _)) => Some(product),
            _ => None,
        };
        assert_eq!(found, Some(expected), "{path}");
    }
}

#[test]
fn the_folder_that_is_synchronised_is_the_one_that_is_named() {
    let Some(refusal) = refused(Linux, "/home/ana/Dropbox/a/b/plan.jalon") else { panic!("fine") };
    assert_eq!(refusal, NoPlace::Synchronised(Product::Dropbox, "/home/ana/Dropbox".into()));
    let Some(refusal) = refused(Windows, r"C:\Users\ana\OneDrive - Ministère\a\plan.jalon") else {
        panic!("fine")
    };
    assert_eq!(
        refusal,
        NoPlace::Synchronised(Product::OneDrive, r"C:\Users\ana\OneDrive - Ministère".into())
    );
}
