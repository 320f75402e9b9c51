//! Where one writes: who will read it stands above, what was typed stays when something was wrong.

use access::{Level, Named, people, spaces};
use askama::Template;
use database::Reads;
use kernel::Result;
use kernel::ids::{PersonId, SpaceId, ThingId, Uuid};
use kernel::limits;
use page::{Audience, Voice};

use super::talk::has_passages;
use super::thread::Scene;

/// What somebody typed, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub body: String,
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    pub page: String,
    pub asks: Option<Uuid>,
    pub fault: String,
}

#[derive(Template)]
#[template(path = "timeline/_composer.html")]
pub(crate) struct Composer {
    v: Voice,
    me: Uuid,
    about: ThingId,
    audience: Audience,
    /// Whom one can ask.
    readers: Vec<Named>,
    typed: Typed,
}

impl Composer {
    fn has_passages(&self) -> bool {
        has_passages(&self.about)
    }

    fn is_asked(&self, person: &Named) -> bool {
        self.typed.asks == Some(person.id)
    }
}

/// Instead of the composer, for who only reads.
#[derive(Template)]
#[template(path = "timeline/_listener.html")]
pub(crate) struct Listener {
    v: Voice,
    is_somebody: bool,
    /// Who can let her write.
    owner: Option<String>,
    url: String,
}

/// One of both.
pub(crate) enum Foot {
    Composer(Box<Composer>),
    Listener(Listener),
}

impl Foot {
    pub async fn of(from: &mut impl Reads, scene: &Scene, typed: Typed) -> Result<Self> {
        let v = scene.v.clone();
        if !scene.may_write() {
            let is_somebody = scene.person.is_somebody();
            let owner = if is_somebody { owner_of(from, scene).await? } else { None };
            let url = scene.about.url.clone();
            return Ok(Self::Listener(Listener { v, is_somebody, owner, url }));
        }
        let me = scene.person.id;
        let rows = limits::LIST_LENGTH_MAX_ROWS;
        let mut readers = people::readers(from, &scene.person, &scene.about, "", rows).await?;
        readers.retain(|it| PersonId::from(it.id) != me && !it.name.is_empty());
        let (about, audience) = (scene.about.thing(), scene.audience.clone());
        Ok(Self::Composer(Box::new(Composer { v, me: me.uuid(), about, audience, readers, typed })))
    }
}

/// The name of an owner, for who is a member beside her.
async fn owner_of(from: &mut impl Reads, scene: &Scene) -> Result<Option<String>> {
    let space = SpaceId::from(scene.about.space_id);
    let seen = access::may::read(from, &scene.person, &space.into()).await?;
    let members = spaces::members(from, &seen, limits::LIST_LENGTH_MAX_ROWS).await?;
    let is_member = members.iter().any(|it| it.person.id == scene.person.id.uuid());
    let owner = members.into_iter().find(|it| it.level == Level::Owner && is_member);
    Ok(owner.map(|it| it.person.name).filter(|it| !it.is_empty()))
}
