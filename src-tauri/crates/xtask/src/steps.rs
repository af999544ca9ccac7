//! Steps with a name and a time, the first failure ending the run.

use crate::Result;
use std::time::{Duration, Instant};

/// The steps done so far, for the summary at the end.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Runs one step under its name. The first failing step prints the summary and ends the run.
    pub fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = step();
        let taken = start.elapsed();
        match outcome {
            Ok(value) => {
                println!("--- {name}: ok, {:.1} s", taken.as_secs_f64());
                self.done.push((name.to_owned(), taken));
                Ok(value)
            }
            Err(sentence) => {
                println!("--- {name}: FAILED after {:.1} s", taken.as_secs_f64());
                self.summary();
                println!("  {name}: FAILED");
                Err(format!("{name}: {sentence}"))
            }
        }
    }

    /// Prints every step with its seconds, and the sum.
    pub fn summary(&self) {
        println!("\n=== summary");
        for (name, taken) in &self.done {
            println!("{:9.1} s  {name}", taken.as_secs_f64());
        }
        let sum: Duration = self.done.iter().map(|(_, taken)| *taken).sum();
        println!("{:9.1} s  in all", sum.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_carries_the_name_of_its_step() {
        let mut steps = Steps::default();
        assert_eq!(steps.run("one", || Ok(1)), Ok(1));
        let error = steps.run::<()>("two", || Err("no".into())).unwrap_err();
        assert_eq!(error, "two: no");
        assert_eq!(steps.done.len(), 1);
    }
}
