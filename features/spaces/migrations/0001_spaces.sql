-- What a space says of itself. Its name stands in `thing`, who reads it in `space`.
create table space_profile (
  space_id $UUID primary key references space (id),
  about    text  not null
);
