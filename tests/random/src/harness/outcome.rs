//! What comparing one program gave.

/// What comparing one program gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All traces are equal.
    Equal {
        /// How many runs were compared.
        runs: u64,
        /// How many events they had.
        events: u64,
    },
    /// Some trace differs: the mode and both traces.
    Different(String),
    /// Only the oracle compiles: the error.
    Refused(String),
    /// Only the subject compiles: the oracle's error.
    Accepted(String),
    /// Neither compiles: the subject's error.
    Invalid(String),
    /// The program ended by a signal or by aborting.
    Crashed,
    /// The program did not end.
    Hung,
    /// The program does more than can be compared.
    Long,
}

impl Outcome {
    /// Says whether the two sides disagree.
    #[must_use]
    pub const fn is_finding(&self) -> bool {
        !matches!(self, Self::Equal { .. } | Self::Invalid(_))
    }

    /// A short name of the kind of outcome.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Equal { .. } => "equal",
            Self::Different(_) => "different",
            Self::Refused(_) => "refused",
            Self::Accepted(_) => "accepted",
            Self::Invalid(_) => "invalid",
            Self::Crashed => "crashed",
            Self::Hung => "hung",
            Self::Long => "long",
        }
    }

    /// What there is to read about it.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            Self::Different(text)
            | Self::Refused(text)
            | Self::Accepted(text)
            | Self::Invalid(text) => text,
            _ => "",
        }
    }
}
