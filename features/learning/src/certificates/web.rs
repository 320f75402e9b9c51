//! The page for whoever was given the address, and the one on which a person looks after her own.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Anyone, Asking, Html, Path, Shell, SignedIn, Spot, Voice, see_other, toast};

use super::certificate::{self, Certificate};
use super::print::{self, Print};
use super::{issue, store};
use crate::Parts;
use crate::courses::store as courses;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/certificates/{code}", Who::LinkHolders, show)
        .get("/certificates/{code}/pdf", Who::Oneself, pdf)
        .get("/learn/courses/{id}/certificate", Who::Oneself, own)
        .post("/learn/courses/{id}/certificate", Who::Oneself, give)
        .post("/learn/courses/{id}/certificate/withdraw", Who::Oneself, withdraw)
        .done()
}

#[derive(Template)]
#[template(path = "certificates/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    certificate: Certificate,
    course: String,
    date: String,
    is_mine: bool,
}

#[derive(Template)]
#[template(path = "certificates/none.html")]
struct Nothing {
    v: Voice,
    shell: Shell,
}

#[derive(Template)]
#[template(path = "certificates/own.html")]
struct OwnPage {
    v: Voice,
    shell: Shell,
    course_id: Uuid,
    course: String,
    date: String,
    /// Of the page to show: within the house, and whole.
    shown: Option<(String, String)>,
}

/// Nobody finds it by looking for a name.
fn unlisted(mut response: Response) -> Response {
    let name = HeaderName::from_static("x-robots-tag");
    response.headers_mut().insert(name, HeaderValue::from_static("noindex, nofollow"));
    response
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(code): Path<String>) -> Answer {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let v = asking.voice();
    let Some(certificate) = store::find(&mut reader, &code).await? else {
        return Ok(unlisted(page::with_status(StatusCode::NOT_FOUND, Nothing { v, shell })));
    };
    let course = courses::find(&mut reader, certificate.course_id, asking.locale).await?;
    let course = course.ok_or(Error::NotFound)?.title;
    let date = certificate::date(&v, certificate.passed_at);
    let is_mine = certificate.person_id == asking.person.id.uuid();
    Ok(unlisted(Html(Show { v, shell, certificate, course, date, is_mine }).into_response()))
}

/// For the person herself: making it costs a process, and whoever was given the address can check that.
async fn pdf(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(code): Path<String>) -> Answer {
    let mut reader = parts.database.read().await?;
    let found = store::find(&mut reader, &code).await?;
    let found = found.filter(|it| it.person_id == asking.person.id.uuid()).ok_or(Error::NotFound)?;
    let course = courses::find(&mut reader, found.course_id, asking.locale).await?.ok_or(Error::NotFound)?;
    let (company, _) = access::settings::sign(&mut reader).await?;
    drop(reader);
    let v = asking.voice();
    let print = Print {
        v: &v,
        name: &found.name,
        course: &course.title,
        company: company.as_deref().unwrap_or("Mitwerk"),
        date: &certificate::date(&v, found.passed_at),
        address: &parts.gate.absolute(&certificate::path(&code)),
    };
    let bytes = print::print(&parts, &print).await?;
    let name = v.t("learning-certificate-file");
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

async fn own(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let own = store::own(&mut reader, asking.person.id.uuid(), id).await?.ok_or(Error::NotFound)?;
    let course = courses::find(&mut reader, id, asking.locale).await?.ok_or(Error::NotFound)?.title;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let v = asking.voice();
    let shown = own.code.map(|it| certificate::path(&it)).map(|it| (parts.gate.absolute(&it), it));
    let shown = shown.map(|(whole, within)| (within, whole));
    let date = certificate::date(&v, own.passed_at);
    Ok(Html(OwnPage { v, shell, course_id: id, course, date, shown }).into_response())
}

async fn give(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    issue::issue(&parts, &asking.person, id).await?;
    Ok(back(&asking, id, "learning-certificate-given"))
}

async fn withdraw(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    issue::withdraw(&parts, &asking.person, id).await?;
    Ok(back(&asking, id, "learning-certificate-withdrawn"))
}

fn back(asking: &Asking, course: Uuid, said: &str) -> Response {
    toast(see_other(&format!("/learn/courses/{course}/certificate")), &asking.voice().t(said))
}
