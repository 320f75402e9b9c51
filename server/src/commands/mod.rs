//! What can be done on the command line, also while a server runs on the same data.

mod course;
mod doctor;
mod person;
mod rebuild;
mod routes;
mod token;
mod verify;

use std::process::ExitCode;

use kernel::Locale;

use crate::house::House;
use crate::options::{Action, Command, Options};
use crate::product::Product;
use crate::{demo, log, start};

/// Why a command failed: a line for whoever typed it.
pub(crate) type Done = Result<ExitCode, String>;

pub async fn run(Command { action, options }: Command) -> ExitCode {
    if let Err(why) = log::start(&options.log) {
        return fail(&why);
    }
    let done = match action {
        Action::Serve => start::serve(options).await.map(|()| ExitCode::SUCCESS),
        Action::Demo { fresh, lang } => demo::run(options, fresh, &lang).await,
        Action::AddPerson { email, name, role, password_stdin } => {
            person::add(options, &email, &name, &role, password_stdin).await
        }
        Action::CreateToken { person, name } => token::create(options, &person, &name).await,
        Action::Verify => verify::run(options).await,
        Action::Rebuild { reactor } => rebuild::run(options, &reactor).await,
        Action::Doctor => doctor::run(options).await,
        Action::Routes => routes::run(options).await,
        Action::Course(action) => course::run(options, action).await,
        Action::NotYet { word } => {
            Err(format!("“mitwerk {word}” is not there yet; it comes with a later version"))
        }
    };
    done.unwrap_or_else(|why| fail(&why))
}

/// One line on standard error.
pub fn fail(why: &str) -> ExitCode {
    eprintln!("mitwerk: {}", why.replace('\n', " "));
    ExitCode::from(2)
}

/// The house with all its texts, for a command that does not serve.
pub(crate) async fn open(options: Options) -> Result<(House, Product), String> {
    let house = House::open(options).await?;
    let product = Product::assemble(&house)?;
    Ok((house, product))
}

/// Words of an error for whoever sits at the machine.
pub(crate) fn words(error: &kernel::Error) -> String {
    match error {
        kernel::Error::Invalid { field, message } => format!("{field}: {}", Locale::En.say(message)),
        kernel::Error::Conflict(words) | kernel::Error::Forbidden(words) => Locale::En.say(words),
        other => other.to_string(),
    }
}
