//! Every limit of the product by name, the unit last. A loop, list or body without one here is a fault.

use std::time::Duration;

/// Long enough for a sentence that says why, short enough for one line of a list.
pub const NOTE_LENGTH_MAX_CHARS: usize = 200;

/// The longest list that is answered at once; more is asked for with a cursor.
pub const LIST_LENGTH_MAX_ROWS: i64 = 200;

/// Long enough for an argument; what needs more is a page.
pub const COMMENT_LENGTH_MAX_CHARS: usize = 10_000;

/// Fits one line of a heading.
pub const TITLE_LENGTH_MAX_CHARS: usize = 200;

/// Activities that a reactor handles in one transaction: many, because each commit waits for the disk …
pub const DISPATCH_BATCH_MAX_ROWS: i64 = 200;

/// … but not for longer than this, because on SQLite people's writes wait meanwhile.
pub const DISPATCH_BATCH_MAX: Duration = Duration::from_millis(50);

/// How long a reactor stands still when the process that ran it was killed. Renewed with each batch.
pub const DISPATCH_LEASE_MAX: Duration = Duration::from_secs(5);

/// How often an activity is given to a reactor that fails before it is set aside.
pub const DISPATCH_ATTEMPTS_MAX: u32 = 3;

/// The pause before the second attempt; twice as long before the third.
pub const DISPATCH_PAUSE_MIN: Duration = Duration::from_millis(20);

/// How long a commit of another process, or one whose bell was not heard, can go unnoticed.
pub const DISPATCH_SWEEP_MAX: Duration = Duration::from_secs(1);

/// Connections that read at the same time, and on PostgreSQL also those that write.
pub const DATABASE_CONNECTIONS_MAX: u32 = 8;

/// How long an answer can be given again after another process has written; our own commits end it at once.
pub const KEPT_ANSWER_MAX: Duration = Duration::from_secs(1);

/// A hundred pages of the usual size; what is idle should stay small.
pub const KEPT_ANSWERS_MAX_BYTES: usize = 4 * 1024 * 1024;

/// How long a writer waits for its turn before the request fails.
pub const DATABASE_WAIT_MAX: Duration = Duration::from_secs(5);

/// Fits one line of a list, also on a telephone held sideways.
pub const NAME_LENGTH_MAX_CHARS: usize = 100;

/// What somebody does, or what a space is for: a paragraph.
pub const ABOUT_LENGTH_MAX_CHARS: usize = 1_000;

/// RFC 5321, 4.5.3.1.3, without the angle brackets.
pub const EMAIL_LENGTH_MAX_CHARS: usize = 254;

/// A passphrase of a whole sentence fits; longer ones would only make hashing a burden.
pub const PASSWORD_LENGTH_MAX_CHARS: usize = 200;

/// NIST SP 800-63B asks for 8; what is guessed from outside is limited besides.
pub const PASSWORD_LENGTH_MIN_CHARS: usize = 10;

/// A form or a JSON body that is no file.
pub const BODY_MAX_BYTES: usize = 2 * 1024 * 1024;

/// Read on after a refusal, so that the answer arrives and not a broken connection.
pub const REFUSED_BODY_READ_MAX_BYTES: usize = 4 * 1024 * 1024;

/// One uploaded file.
pub const FILE_MAX_BYTES: u64 = 5 * 1024 * 1024 * 1024;

/// A file name as file systems allow it.
pub const FILE_NAME_MAX_BYTES: usize = 255;

/// When it makes sense to ask again for a picture or a file that nobody had time to make.
pub const BUSY_RETRY_AFTER: Duration = Duration::from_secs(10);

/// Folders inside folders.
pub const FOLDER_DEPTH_MAX: usize = 12;

/// Folders of one space.
pub const FOLDERS_MAX_ROWS: i64 = 2_000;

/// What one list of the API answers if nothing is said.
pub const PAGE_LENGTH_ROWS: i64 = 50;

/// A search: enough for a sentence.
pub const QUERY_LENGTH_MAX_CHARS: usize = 400;

/// What is quoted of a passage that is talked about.
pub const QUOTE_LENGTH_MAX_CHARS: usize = 500;

/// What stands before and after a quoted passage.
pub const QUOTE_CONTEXT_MAX_CHARS: usize = 64;

/// Who is called by name in one comment; more is a mistake or an attack.
pub const MENTIONS_MAX: usize = 50;

/// One update of a page that is written together; a pasted chapter fits, a film does not.
pub const COEDIT_UPDATE_MAX_BYTES: usize = 5 * 1024 * 1024;

/// Frames that wait for a slow reader before its socket is closed.
pub const COEDIT_QUEUE_MAX_FRAMES: usize = 256;

/// How long somebody stays signed in without coming back.
pub const SESSION_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// How long a sign-in link works: long enough for a slow mail, short enough for a lost telephone.
pub const SIGN_IN_LINK_MAX: Duration = Duration::from_secs(15 * 60);

/// How long an invitation works.
pub const INVITATION_MAX: Duration = Duration::from_secs(14 * 24 * 3600);

/// How long bytes that came too late are kept for whoever sent them.
pub const PUT_ASIDE_MAX: Duration = Duration::from_secs(7 * 24 * 3600);

/// How long something stays in the bin.
pub const BIN_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// How long a repeated request is recognised by its key.
pub const IDEMPOTENCY_MAX: Duration = Duration::from_secs(24 * 3600);

/// The answer of a repeated request that is kept.
pub const IDEMPOTENCY_ANSWER_MAX_BYTES: usize = 256 * 1024;

/// How long open sockets and streams may outlive the right to them.
pub const REACH_LOST_MAX: Duration = Duration::from_secs(2);

/// Live streams and sockets of one person at the same time.
pub const CONNECTIONS_PER_PERSON_MAX: usize = 64;

/// Tries to sign in, per account and per address …
pub const SIGN_IN_TRIES_MAX: u32 = 10;

/// … within this time. The same for writes without sign-in.
pub const TRIES_WINDOW: Duration = Duration::from_secs(600);

/// Writes without sign-in of a whole network (IPv4 /24, IPv6 /48) within the window.
pub const TRIES_PER_NETWORK_MAX: u32 = 200;

/// The sidebar is no list: more spaces are found on their page.
pub const SIDEBAR_SPACES_MAX_ROWS: i64 = 12;

/// How long a job may take before another process may begin it anew.
pub const JOB_LEASE_MAX: Duration = Duration::from_secs(120);

/// How often a job is tried before it is given up.
pub const JOB_ATTEMPTS_MAX: i64 = 8;

/// The pause before the second try; doubled with each further one.
pub const JOB_PAUSE_MIN: Duration = Duration::from_secs(5);
