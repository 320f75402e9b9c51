//! Who is in the house, and what the house is called.

use access::{CompanyRole, people, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, limits};
use page::{Answer, Asking, Form, Html, Path, Shell, SignedIn, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use crate::State;
use crate::accounts::change as accounts;
use crate::profiles::store::{self, Account};
use crate::sign_in::letters::letter;
use crate::sign_in::link::LinkKind;

/// As many as the largest house we are made for; each is a line of one table.
const ACCOUNTS_MAX_ROWS: i64 = 2_000;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/admin", Who::Admins, show)
        .post("/admin/house", Who::Admins, change_house)
        .post("/admin/invitations", Who::Admins, invite)
        .post("/admin/people/{id}/role", Who::Admins, change_role)
        .post("/admin/people/{id}/invitation", Who::Admins, invite_again)
        .post("/admin/people/{id}/close", Who::Admins, close)
        .post("/admin/people/{id}/open", Who::Admins, open)
        .done()
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Invited {
    name: String,
    email: String,
    role: String,
}

#[derive(Template)]
#[template(path = "admin/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    accounts: Vec<Account>,
    now: Time,
    house: House,
    invited: Invited,
    field: &'static str,
    problem: String,
    stuck: usize,
}

impl Show {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn invites(&self, role: &str) -> bool {
        self.invited.role == role
    }

    async fn load(state: &State, asking: &Asking) -> Result<Self> {
        asking.person.must_be_admin()?;
        let mut reader = state.parts.database.read().await?;
        let stuck = dispatch::store::stuck(&mut reader).await?.len()
            + dispatch::jobs::given_up(&mut reader).await?.len();
        let shell = Shell::load(&mut reader, asking, Spot::Admin).await?;
        let language = settings::language(&mut reader).await?.code().to_owned();
        Ok(Self {
            accounts: store::accounts(&mut reader, ACCOUNTS_MAX_ROWS).await?,
            house: House { company: shell.company.clone(), claim: shell.claim.clone(), language },
            shell,
            v: asking.voice(),
            now: asking.now,
            invited: Invited { role: "member".to_owned(), ..Invited::default() },
            field: "",
            problem: String::new(),
            stuck,
        })
    }
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    Ok(Html(Show::load(&state, &asking).await?).into_response())
}

/// The page again, with what is wrong beside its field.
async fn refused(state: &State, asking: &Asking, error: Error, field: &'static str) -> Answer<Show> {
    let (field, why) = match error {
        Error::Invalid { field, message } => (field, message),
        Error::Conflict(words) => (field, words),
        other => return Err(other.into()),
    };
    let mut page = Show::load(state, asking).await?;
    (page.field, page.problem) = (field, page.v.say(&why));
    Ok(page)
}

fn again(page: Show) -> Answer {
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// What the house is called, and what is spoken in it.
#[derive(Clone, Deserialize)]
struct House {
    company: String,
    #[serde(default)]
    claim: String,
    language: String,
}

impl House {
    /// Errors: `Invalid` on `company` or `claim`, `Forbidden`.
    async fn keep(&self, state: &State, asking: &Asking) -> Result<()> {
        asking.person.must_be_admin()?;
        let company = kernel::line::parse("company", &self.company, limits::NAME_LENGTH_MAX_CHARS)?;
        let claim = kernel::line::optional("claim", &self.claim, limits::NAME_LENGTH_MAX_CHARS)?;
        let language = Locale::parse(&self.language).unwrap_or_default();
        let mut tx = state.parts.database.begin().await?;
        settings::put(&mut tx, settings::COMPANY, &company).await?;
        settings::put(&mut tx, settings::CLAIM, &claim).await?;
        settings::put(&mut tx, settings::LANGUAGE, language.code()).await?;
        tx.commit().await
    }
}

async fn change_house(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<House>,
) -> Answer {
    if let Err(error) = form.keep(&state, &asking).await {
        let mut page = refused(&state, &asking, error, "company").await?;
        page.house = form;
        return again(page);
    }
    Ok(toast(see_other("/admin"), &asking.voice().t("people-saved")))
}

/// Makes the account and sends the letter; both or neither.
async fn invite(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<Invited>,
) -> Answer {
    asking.person.must_be_admin()?;
    let made = async {
        let role = CompanyRole::parse(&form.role)?;
        let mut tx = state.parts.database.begin().await?;
        let person = people::add(&mut tx, &form.name, &form.email, role).await?;
        letter(&state, &mut tx, &person, LinkKind::Invitation, "").await?;
        tx.commit().await
    };
    if let Err(error) = made.await {
        let mut page = refused(&state, &asking, error, "email").await?;
        page.invited = form;
        return again(page);
    }
    Ok(toast(see_other("/admin"), &asking.voice().t("people-invited")))
}

#[derive(Deserialize)]
struct Role {
    role: String,
}

async fn change_role(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(form): Form<Role>,
) -> Answer {
    let role = CompanyRole::parse(&form.role)?;
    match accounts::become_role(&state.parts.database, &asking.person, id.into(), role).await {
        Ok(()) => Ok(toast(see_other("/admin"), &asking.voice().t("people-saved"))),
        Err(error) => again(refused(&state, &asking, error, "person").await?),
    }
}

async fn invite_again(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    asking.person.must_be_admin()?;
    let mut tx = state.parts.database.begin().await?;
    let email = people::email_of(&mut tx, id.into()).await?.ok_or(Error::NotFound)?;
    // One whose account was closed meanwhile is not found: a letter would lead to a closed door.
    let person = people::by_email(&mut tx, &email).await?.ok_or(Error::NotFound)?;
    letter(&state, &mut tx, &person, LinkKind::Invitation, "").await?;
    tx.commit().await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-invited")))
}

async fn close(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    match accounts::close(&state.parts.database, &asking.person, id.into()).await {
        Ok(()) => Ok(toast(see_other("/admin"), &asking.voice().t("people-closed"))),
        Err(error) => again(refused(&state, &asking, error, "person").await?),
    }
}

async fn open(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    accounts::open(&state.parts.database, &asking.person, id.into()).await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-opened")))
}
