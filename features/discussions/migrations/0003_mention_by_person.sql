-- What waits for somebody who was called by name.
create index comment_mention_by_person on comment_mention (person_id, at);
