//! The form by which a course is assigned. It works by plain requests: looking for people is a GET that
//! brings the form back with all that was filled in.

use access::{CompanyRole, people, sought};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use database::Reads;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};
use page::{Answer, Asking, Colleague, Form, Html, Query, Shell, Spot, Voice, see_other, toast, with_status};

use super::assign::{self, PEOPLE_MAX};
use super::assignment::{Assigned, Whom, day_of, last_moment};
use super::{settings, store};
use crate::Parts;
use crate::courses::course::Course;
use crate::courses::store as courses;

/// People among whom to choose at a time; who is not among them is looked for.
const FOUND_MAX_ROWS: i64 = 30;

/// How long somebody has if the form is left as it is.
const WEEKS_GIVEN: i64 = 4;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/assignments/new", Who::Colleagues, show)
        .post("/learn/assignments", Who::Colleagues, post)
        .done()
}

/// What was filled in.
#[derive(Clone, Debug, Default)]
struct Filled {
    course: String,
    whom: String,
    space: String,
    people: Vec<Uuid>,
    find: String,
    due: String,
    mandatory: bool,
}

impl Filled {
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut filled = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "course" => filled.course = value,
                "whom" => filled.whom = value,
                "space" => filled.space = value,
                "find" => filled.find = value.chars().take(limits::NAME_LENGTH_MAX_CHARS).collect(),
                "due" => filled.due = value,
                "mandatory" => filled.mandatory = value == "yes",
                "person" if filled.people.len() <= PEOPLE_MAX => filled.people.extend(value.parse::<Uuid>()),
                _ => {}
            }
        }
        filled
    }

    /// Errors: `Invalid` on `course`, `whom` or `space` for what was not chosen.
    fn whom(&self) -> Result<Whom> {
        match self.whom.as_str() {
            "everyone" => Ok(Whom::Everyone),
            "space" => {
                let space = self.space.parse();
                let space = space.map_err(|_| Error::invalid("space", "learning-assign-space-missing"))?;
                Ok(Whom::Space(space))
            }
            "people" if self.people.is_empty() => {
                Err(Error::invalid("person_ids", "learning-assign-people-missing"))
            }
            "people" => Ok(Whom::People(self.people.clone())),
            _ => Err(Error::invalid("whom", "learning-assign-whom")),
        }
    }
}

#[derive(Template)]
#[template(path = "assignments/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    filled: Filled,
    courses: Vec<Course>,
    spaces: Vec<(Uuid, String)>,
    /// Chosen ones first, then those found.
    people: Vec<Assigned>,
    is_admin: bool,
    names_agreed: bool,
    first_day: String,
    field: &'static str,
    problem: String,
}

impl New {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn has_course(&self, course: &Course) -> bool {
        self.filled.course == course.id.to_string()
    }

    fn has_space(&self, space: &Uuid) -> bool {
        self.filled.space == space.to_string()
    }

    fn has_person(&self, person: &Assigned) -> bool {
        self.filled.people.contains(&person.person_id)
    }

    fn goes_to(&self, whom: &str) -> bool {
        self.filled.whom == whom
    }

    /// Errors: `Forbidden` for who may assign to nobody.
    async fn load(parts: &Parts, asking: &Asking, filled: Filled) -> Result<Self> {
        let is_admin = asking.person.role == CompanyRole::Admin;
        let me = asking.person.id.uuid();
        let mut reader = parts.database.read().await?;
        let spaces = store::spaces(&mut reader, me, is_admin).await?;
        if !is_admin && spaces.is_empty() {
            return Err(Error::forbidden("learning-assign-admins"));
        }
        let courses = courses::list(&mut reader, asking.locale, me, is_admin).await?;
        let is_given = |it: &Course| it.published_at.is_some() && it.withdrawn_at.is_none();
        let people = if is_admin { choices(&mut reader, &filled).await? } else { Vec::new() };
        Ok(Self {
            v: asking.voice(),
            shell: Shell::load(&mut reader, asking, Spot::Learn).await?,
            filled,
            courses: courses.into_iter().filter(is_given).collect(),
            spaces,
            people,
            is_admin,
            names_agreed: settings::names_agreed(&mut reader).await?,
            first_day: day_of(asking.now.micros(), &asking.zone).to_string(),
            field: "",
            problem: String::new(),
        })
    }
}

async fn choices(from: &mut impl Reads, filled: &Filled) -> Result<Vec<Assigned>> {
    let chosen = people::named(from, &filled.people).await?;
    let chosen = chosen.into_iter().filter(|it| it.role.is_colleague());
    let mut chosen: Vec<_> = chosen.map(|it| Assigned { person_id: it.id, name: it.name }).collect();
    chosen.sort_by(|one, other| one.name.cmp(&other.name));
    let found = store::colleagues(from, &sought::pattern(&filled.find), FOUND_MAX_ROWS).await?;
    chosen.extend(found.into_iter().filter(|it| !filled.people.contains(&it.person_id)));
    Ok(chosen)
}

async fn show(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Query(fields): Query<Vec<(String, String)>>,
) -> Answer {
    let is_new = !fields.iter().any(|it| it.0 == "due");
    let mut filled = Filled::read(fields);
    if is_new {
        let today = day_of(asking.now.micros(), &asking.zone);
        let weeks = jiff::Span::new().weeks(WEEKS_GIVEN);
        filled.due = today.checked_add(weeks).unwrap_or(today).to_string();
        if filled.whom.is_empty() {
            let is_admin = asking.person.role == CompanyRole::Admin;
            filled.whom = if is_admin { "everyone" } else { "space" }.to_owned();
        }
    }
    let mut page = New::load(&parts, &asking, filled).await?;
    if let (true, [only]) = (page.filled.course.is_empty(), page.courses.as_slice()) {
        page.filled.course = only.id.to_string();
    }
    Ok(Html(page).into_response())
}

async fn post(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let filled = Filled::read(fields);
    let made = async {
        let course = filled.course.parse();
        let course = course.map_err(|_| Error::invalid("course", "learning-assign-course-missing"))?;
        let (whom, due) = (filled.whom()?, last_moment(&filled.due, &asking.zone)?);
        assign::assign(&parts, &asking.person, course, &whom, due, filled.mandatory).await
    };
    match made.await {
        Ok(made) => {
            let words = asking.voice().t("learning-assigned");
            Ok(toast(see_other(&format!("/learn/assignments/{}", made.id)), &words))
        }
        Err(Error::Invalid { field, message }) => {
            let mut page = New::load(&parts, &asking, filled).await?;
            (page.field, page.problem) = (field, page.v.say(&message));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(other) => Err(other.into()),
    }
}
