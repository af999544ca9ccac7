//! Between stores: what another store lacks goes out, what another store sends
//! comes in.
//!
//! Stores share no network and no clock. Whatever order transactions arrive in, and
//! however often, two stores that have received the same ones hold the same plan: a
//! transaction that comes before what it builds on waits, by name.
//!
//! Deliberately absent: files (`exchange` writes packages), and the rules of the
//! workflow. Receiving refuses nothing that was validly written elsewhere, even where
//! two halves together break a rule: `domain::problem` lists what they break.

pub(crate) mod device;
mod eyes;
mod item;
mod late;
mod line;
mod needs;
mod outgoing;
mod parcel;
mod place;
mod queue;
mod receive;
mod settle;
mod unissued;
mod waiting;
mod withheld;

pub use device::{Reissue, RenewError, Renewed};
pub use item::{Item, ItemFault};
pub use late::Late;
pub(crate) use late::late_counts;
pub use outgoing::Receiver;
pub use parcel::Parcel;
pub use receive::{Received, Refusal, Refused};
pub use unissued::Unissued;
pub use waiting::{Need, Waiting, asks};

pub(crate) use place::{stubs, widened};
pub(crate) use unissued::{Lacking, issued_up_to, lacking, unissued, unseen};
pub(crate) use waiting::damage;
