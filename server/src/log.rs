//! What the program says about itself, on standard error: no names, no addresses, no texts.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Errors: a filter that cannot be read.
pub fn start(filter: &str) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|_| format!("--log cannot be read: {filter}"))?;
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_target(false);
    // A second start in the same process, as in tests, keeps the first log.
    let _already_started = log.with_writer(std::io::stderr).try_init();
    std::panic::set_hook(Box::new(tell));
    Ok(())
}

/// A fault of ours is told with its place. What breaks on the contents of a document, in the room where it is
/// written, is caught there and told there in one line; its message may hold words of the document.
fn tell(panic: &std::panic::PanicHookInfo<'_>) {
    let Some(place) = panic.location() else {
        tracing::error!("panicked at an unknown place");
        return;
    };
    let contained = ["coedit", "yrs-", "convert"].iter().any(|it| place.file().contains(it));
    if contained {
        tracing::debug!(file = place.file(), line = place.line(), "contained");
    } else {
        tracing::error!("panicked at {}:{}", place.file(), place.line());
    }
}
