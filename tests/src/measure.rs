//! Medians and their ratio, printed. Nothing here fails because a machine is slow.

use std::time::Duration;

/// Durations of one thing.
#[derive(Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// Adds one.
    pub fn add(&mut self, duration: Duration) {
        self.0.push(duration);
    }

    /// The one in the middle; zero when there is none.
    pub fn median(&self) -> Duration {
        self.at(0.5)
    }

    fn at(&self, share: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
        sorted.get(place).copied().unwrap_or_default()
    }
}

/// Prints both medians with their spread, and the ratio of the medians.
pub fn report(ours: &str, a: &Samples, other: &str, b: &Samples) {
    let line = |name: &str, samples: &Samples| {
        let ms = |share| samples.at(share).as_secs_f64() * 1000.0;
        format!(
            "{name}: median {:.3} ms (p10 {:.3}, p90 {:.3}, n={})",
            ms(0.5),
            ms(0.1),
            ms(0.9),
            samples.0.len()
        )
    };
    let ratio = a.median().as_secs_f64() / b.median().as_secs_f64().max(f64::EPSILON);
    say(&format!("{}\n{}\nratio: {ratio:.2}", line(ours, a), line(other, b)));
}

/// Prints both sizes, and their ratio.
pub fn report_bytes(ours: &str, a: u64, other: &str, b: u64) {
    let [a, b] = [a, b].map(|bytes| bytes as f64 / 1e6);
    say(&format!("{ours}: {a:.1} MB\n{other}: {b:.1} MB\nratio: {:.2}", a / b));
}

/// Prints a line of the bench.
pub fn say(line: &str) {
    use std::io::Write;
    // Printing is all that a bench is for; a closed pipe means that nobody reads it.
    let _ = writeln!(std::io::stdout(), "{line}");
}
