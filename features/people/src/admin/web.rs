//! Who is in the house, and what the house is called.

use access::{CompanyRole, people, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, limits};
use page::{Answer, Asking, Form, Html, Path, Shell, SignedIn, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use crate::State;
use crate::profiles::store::{self, Account};
use crate::sign_in::letters::letter;
use crate::sign_in::link::LinkKind;

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
    language: &'static str,
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
        Ok(Self {
            accounts: store::accounts(&mut reader, limits::LIST_LENGTH_MAX_ROWS * 10).await?,
            language: settings::language(&mut reader).await?.code(),
            shell: Shell::load(&mut reader, asking, Spot::Admin).await?,
            v: asking.voice(),
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

#[derive(Deserialize)]
struct Named {
    company: String,
    #[serde(default)]
    claim: String,
    language: String,
}

async fn change_house(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<Named>,
) -> Answer {
    asking.person.must_be_admin()?;
    let company = kernel::line::parse("company", &form.company, limits::NAME_LENGTH_MAX_CHARS)?;
    let claim = kernel::line::optional("claim", &form.claim, limits::NAME_LENGTH_MAX_CHARS)?;
    let language = Locale::parse(&form.language).unwrap_or_default();
    let mut tx = state.parts.database.begin().await?;
    settings::put(&mut tx, settings::COMPANY, &company).await?;
    settings::put(&mut tx, settings::CLAIM, &claim).await?;
    settings::put(&mut tx, settings::LANGUAGE, language.code()).await?;
    tx.commit().await?;
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
    let (field, why) = match made.await {
        Ok(()) => return Ok(toast(see_other("/admin"), &asking.voice().t("people-invited"))),
        Err(Error::Invalid { field, message }) => (field, message),
        Err(Error::Conflict(words)) => ("email", words),
        Err(error) => return Err(error.into()),
    };
    let mut page = Show::load(&state, &asking).await?;
    (page.invited, page.field, page.problem) = (form, field, page.v.say(&why));
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
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
    let mut tx = state.parts.database.begin().await?;
    people::become_role(&mut tx, &asking.person, id.into(), role).await?;
    tx.commit().await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-saved")))
}

async fn invite_again(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    asking.person.must_be_admin()?;
    let mut tx = state.parts.database.begin().await?;
    let person = people::by_id(&mut tx, id.into()).await?.ok_or(Error::NotFound)?;
    letter(&state, &mut tx, &person, LinkKind::Invitation, "").await?;
    tx.commit().await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-invited")))
}

async fn close(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut tx = state.parts.database.begin().await?;
    people::deactivate(&mut tx, &asking.person, id.into()).await?;
    crate::accounts::store::remove_links(&mut tx, id.into()).await?;
    tx.commit().await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-closed")))
}

async fn open(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut tx = state.parts.database.begin().await?;
    people::reactivate(&mut tx, &asking.person, id.into()).await?;
    tx.commit().await?;
    Ok(toast(see_other("/admin"), &asking.voice().t("people-opened")))
}
