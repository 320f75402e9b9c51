//! Something happened to a thing: who is involved in it has to know.

use database::Tx;
use feature::Loudness;
use kernel::Result;
use kernel::activity::Activity;
use kernel::ids::PersonId;

use super::store;
use crate::levels::level::Standing;
use crate::{Parts, mails};

/// May be called again for the same activity: an entry only moves forward.
pub(crate) async fn tell(tx: &mut Tx, parts: &Parts, activity: &Activity) -> Result<()> {
    let (known, deed) = (parts.known.known(), &activity.deed);
    let Some(told) = known.told(&deed.object.kind, &deed.verb.0) else { return Ok(()) };
    if told.loudness == Loudness::Silent {
        return Ok(());
    }
    let about = deed.about();
    let called = match known.calls(&deed.object.kind) {
        Some(calls) => calls.called(tx, activity).await?,
        None => Vec::new(),
    };
    if matches!(told.loudness, Loudness::Told | Loudness::Called) {
        for candidate in store::candidates(tx, about, &called).await? {
            let person = PersonId::from(candidate.person_id);
            let is_called = called.contains(&person);
            let standing = Standing {
                of_thing: candidate.of_thing,
                of_space: candidate.of_space,
                involved: candidate.involved == 1,
                called: is_called,
            };
            let is_meant = is_called || told.loudness == Loudness::Told;
            if person == deed.actor || !is_meant || !standing.wants_to_know() {
                continue;
            }
            if store::put(tx, person, about, activity, is_called).await? {
                mails::queue(tx, parts, person, about).await?;
                parts.nudges.send(person);
            }
        }
    }
    if deed.actor != PersonId::NOBODY && told.loudness != Loudness::Called {
        store::involve(tx, deed.actor, about).await?;
    }
    for person in called {
        store::involve(tx, person, about).await?;
    }
    Ok(())
}
