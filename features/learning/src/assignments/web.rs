//! The pages of who assigned: all assignments, and of each the team picture with its four numbers.

use access::{CompanyRole, may, people};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, ThingId, Uuid};
use kernel::{Error, Locale, Result};
use page::{Answer, Asking, Colleague, Form, Html, Path, Shell, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::assignment::{
    Assigned, Assignment, COUNTED_MIN_PEOPLE, Given, Standing, day_of, due_day, last_moment,
};
use super::photo::Photo;
use super::{change, look, settings, store};
use crate::Parts;
use crate::courses::store as courses;

/// The company's name as it fits on the sign above the gate.
const SIGN_MAX_CHARS: usize = 22;

/// Frank Mertens with both hands up.
const FRANK: &str = include_str!("frank.svg");

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/assignments", Who::Colleagues, list)
        .get("/learn/assignments/{id}", Who::Colleagues, show)
        .post("/learn/assignments/{id}/day", Who::Colleagues, put_off)
        .post("/learn/assignments/{id}/end", Who::Colleagues, end)
        .post("/learn/assignments/{id}/names", Who::Colleagues, look)
        .get("/learn/assignments/{id}/names/{look}", Who::Colleagues, names)
        .done()
}

/// Whether somebody may assign a course to anybody: admins, and owners of spaces.
pub(crate) async fn may_assign(from: &mut impl database::Reads, asking: &Asking) -> Result<bool> {
    let is_admin = asking.person.role == CompanyRole::Admin;
    Ok(is_admin || !store::spaces(from, asking.person.id.uuid(), false).await?.is_empty())
}

/// An assignment in the list of its superior.
struct Row {
    given: Given,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "assignments/list.html")]
struct List {
    v: Voice,
    shell: Shell,
    running: Vec<Row>,
    ended: Vec<Row>,
    may_assign: bool,
    is_admin: bool,
}

impl List {
    fn whom(&self, given: &Given) -> String {
        whom(&self.v, given)
    }

    fn due(&self, given: &Given) -> String {
        due_day(self.v.locale, given.it.due_at, self.v.now, &self.v.zone)
    }
}

/// "Alle im Haus", the name of the space, or "Einzelne Menschen".
fn whom(v: &Voice, given: &Given) -> String {
    match (given.it.kind.as_str(), &given.space_title) {
        ("everyone", _) => v.t("learning-whom-everyone"),
        ("space", Some(title)) => v.t1("learning-whom-space", "title", title),
        ("space", None) => v.t("learning-whom-space-unknown"),
        _ => v.t("learning-whom-people"),
    }
}

async fn list(State(parts): State<Parts>, Colleague(asking): Colleague) -> Answer {
    let mut reader = parts.database.read().await?;
    let me = asking.person.id.uuid();
    let may_assign = may_assign(&mut reader, &asking).await?;
    let (mut running, mut ended) = (Vec::new(), Vec::new());
    for given in store::of_superior(&mut reader, me, asking.locale).await? {
        if given.it.is_over() {
            ended.push(Row { given, standing: Standing::default() });
        } else {
            let standing = store::standing(&mut reader, &given.it).await?;
            running.push(Row { given, standing });
        }
    }
    if !may_assign && running.is_empty() && ended.is_empty() {
        return Err(Error::forbidden("learning-assign-admins").into());
    }
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let is_admin = asking.person.role == CompanyRole::Admin;
    Ok(Html(List { v: asking.voice(), shell, running, ended, may_assign, is_admin }).into_response())
}

#[derive(Template)]
#[template(path = "assignments/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    given: Given,
    standing: Standing,
    photo: Photo,
    may_change: bool,
    names_agreed: bool,
    may_name: bool,
    /// The day until when, as the form has it.
    day: String,
    problem: String,
}

impl Show {
    fn whom(&self) -> String {
        whom(&self.v, &self.given)
    }

    fn due(&self) -> String {
        due_day(self.v.locale, self.given.it.due_at, self.v.now, &self.v.zone)
    }

    fn frank(&self) -> &'static str {
        FRANK
    }

    fn sign(&self) -> String {
        self.shell.company.chars().take(SIGN_MAX_CHARS).collect()
    }

    /// Long names are written smaller.
    fn sign_size(&self) -> usize {
        (380 / self.sign().chars().count().max(1)).clamp(17, 29)
    }

    fn left(&self) -> i64 {
        self.standing.assigned - self.standing.passed
    }

    /// What Frank says, and what stands below the picture: the end of their keys.
    fn moment(&self) -> &'static str {
        match &self.standing {
            it if it.is_complete() => "all",
            it if !it.is_counted() => "few",
            it if it.passed == 0 => "none",
            _ => "some",
        }
    }

    /// Why there are names or none.
    fn about_names(&self) -> &'static str {
        match (self.given.it.is_mandatory(), self.names_agreed, self.may_name) {
            (false, ..) => "learning-names-voluntary",
            (true, false, _) => "learning-names-never",
            (true, true, false) => "learning-names-later",
            (true, true, true) => "learning-names-now",
        }
    }

    async fn load(parts: &Parts, asking: &Asking, id: Uuid) -> Result<Self> {
        let mut reader = parts.database.read().await?;
        let found = change::overseen(&mut reader, &asking.person, id).await?;
        let standing = match found.is_over() {
            true => Standing::default(),
            false => store::standing(&mut reader, &found).await?,
        };
        let names_agreed = settings::names_agreed(&mut reader).await?;
        Ok(Self {
            v: asking.voice(),
            shell: Shell::load(&mut reader, asking, Spot::Learn).await?,
            photo: Photo::of(id, &standing),
            standing,
            may_change: change::may_change(&asking.person, &found) && !found.is_over(),
            names_agreed,
            may_name: names_agreed && found.may_name(asking.now),
            day: day_of(found.due_at, &asking.zone).to_string(),
            problem: String::new(),
            given: given(&mut reader, asking, found).await?,
        })
    }
}

async fn given(from: &mut impl database::Reads, asking: &Asking, it: Assignment) -> Result<Given> {
    let course_title = title(from, it.course_id, asking.locale).await?;
    let space_title = match it.space_id {
        Some(space) => {
            let space = ThingId::from(SpaceId::from(space));
            may::read(from, &asking.person, &space).await.ok().map(|it| it.title)
        }
        None => None,
    };
    let by = people::named(from, &[it.by_id]).await?;
    let by_name = by.into_iter().next().map(|it| it.name).unwrap_or_default();
    Ok(Given { it, course_title, space_title, by_name })
}

async fn title(from: &mut impl database::Reads, course: Uuid, locale: Locale) -> Result<String> {
    Ok(courses::find(from, course, locale).await?.ok_or(Error::NotFound)?.title)
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    Ok(Html(Show::load(&parts, &asking, id).await?).into_response())
}

#[derive(Deserialize)]
struct Day {
    #[serde(default)]
    due: String,
}

async fn put_off(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(form): Form<Day>,
) -> Answer {
    let done = async {
        let due = last_moment(&form.due, &asking.zone)?;
        change::put_off(&parts, &asking.person, id, due).await
    };
    match done.await {
        Ok(()) => {
            let words = asking.voice().t("learning-day-changed");
            Ok(toast(see_other(&format!("/learn/assignments/{id}")), &words))
        }
        Err(Error::Invalid { message, .. }) => {
            let mut page = Show::load(&parts, &asking, id).await?;
            (page.day, page.problem) = (form.due, page.v.say(&message));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(other) => Err(other.into()),
    }
}

async fn end(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    change::end(&parts, &asking.person, id).await?;
    Ok(toast(see_other("/learn/assignments"), &asking.voice().t("learning-ended")))
}

/// The names have an address of their own, so that going back and forth is no further look.
async fn look(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (look, _) = look::look(&parts, &asking.person, id).await?;
    Ok(see_other(&format!("/learn/assignments/{id}/names/{look}")))
}

#[derive(Template)]
#[template(path = "assignments/names.html")]
struct Names {
    v: Voice,
    shell: Shell,
    id: Uuid,
    course_title: String,
    named: Vec<Assigned>,
}

async fn names(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path((id, look)): Path<(Uuid, Uuid)>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let (found, named) = look::seen(&mut reader, &asking.person, asking.now, id, look).await?;
    let course_title = title(&mut reader, found.course_id, asking.locale).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    Ok(Html(Names { v: asking.voice(), shell, id, course_title, named }).into_response())
}
