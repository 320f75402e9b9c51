//! One binary for all journeys, so that only one is linked. `MITWERK_TEST_POSTGRES_URL` adds PostgreSQL.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod a_failing_activity_is_set_aside;
mod a_reader_misses_nothing;
mod asking;
mod assigning_a_course;
mod authoring_a_course;
mod being_told_by_mail;
mod certifying_a_course;
mod closing_a_space;
mod commenting_on_a_document;
mod counting;
mod dependencies_point_down;
mod emptying_the_bin;
mod every_evaluation_is_declared;
mod every_route_says_who_may;
mod every_text_is_there;
mod every_verb_is_told;
mod house;
mod keys_of_programs;
mod killed_while_writing;
mod learning_a_course;
mod members_and_their_levels;
mod odd_questions;
mod pictures_are_made_once;
mod program;
mod reach_is_the_table_of_visibilities;
mod replacing_a_document;
mod somebody_else_at_the_browser;
mod sources;
mod speaking_in_an_open_space;
mod speaking_the_lines;
mod tidy;
mod two_processes_share_the_work;
mod writing_together;
mod yjs;
