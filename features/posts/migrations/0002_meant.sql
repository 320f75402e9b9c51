-- Whom an announcement is meant for: the people of a closed space, all colleagues for an open one; never its
-- author, nobody who left, nobody who came later. With whoever has confirmed it.
create view post_meant as
select post.id as post_id, person.id as person_id, person.name, post_confirmation.person_id as confirmed_id
from post
join thing on thing.kind = 'post' and thing.id = post.id and thing.removed_at is null
join space on space.id = thing.space_id
join reach on reach.audience_id = thing.audience_id
join person on person.id = reach.person_id and person.deactivated_at is null
  and person.role <> 'visitor' and person.id <> post.author_id and person.made_at <= post.at
  and (space.visibility not in ('public', 'internal') or person.role in ('member', 'admin'))
left join post_confirmation on post_confirmation.post_id = post.id
  and post_confirmation.person_id = person.id
where post.kind = 'announcement';
