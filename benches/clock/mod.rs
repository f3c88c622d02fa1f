//! The time that this thread has had a processor, so that what else runs on the machine counts less.

use std::time::{Duration, Instant};

/// A moment.
pub enum Clock {
    /// Nanoseconds of the processor, as Linux counts them for each thread.
    Processor(u64),
    /// Elsewhere the time of day.
    Wall(Instant),
}

impl Clock {
    pub fn start() -> Clock {
        processor().map_or_else(|| Clock::Wall(Instant::now()), Clock::Processor)
    }

    pub fn elapsed(&self) -> Duration {
        match self {
            Clock::Processor(start) => {
                Duration::from_nanos(processor().unwrap_or(*start).saturating_sub(*start))
            }
            Clock::Wall(start) => start.elapsed(),
        }
    }

    /// What is measured.
    pub fn name(&self) -> &'static str {
        match self {
            Clock::Processor(_) => "processor time",
            Clock::Wall(_) => "wall time",
        }
    }
}

fn processor() -> Option<u64> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok().filter(|nanoseconds| *nanoseconds > 0)
}
