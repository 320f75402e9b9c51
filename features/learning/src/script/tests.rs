use super::fault::Faults;
use super::question::Kind;
use super::task::Practice;
use super::{questions, talk, task};

const TALK: &str = "\u{feff}# Warum?\n// for authors\n~ Warum? | gewollt\nFrank (bright, wave) @hallo: Guten \
Morgen!\n  Schön, dass Sie da sind.\n\nUte (dry, mug): Hm.\n\
Frank (sly, think): Wo liegt sie?\n- Hier. | Aha.\n";

#[test]
fn a_talk_has_scenes_slides_and_replies() {
    let mut faults = Faults::default();
    let (title, scenes) = talk::parse("talk.txt", TALK, &mut faults);
    assert_eq!(faults, Faults::default());
    assert_eq!(title, "Warum?");
    assert_eq!(scenes.len(), 3);
    assert_eq!(scenes[0].line, "Guten Morgen! Schön, dass Sie da sind.");
    assert_eq!(scenes[0].label.as_deref(), Some("hallo"));
    assert_eq!(scenes[1].speaker, "Kollegin Ute");
    assert_eq!(scenes[2].replies[0].reply, "Aha.");
    assert_eq!(scenes[1].slide.as_ref().unwrap().lines, ["gewollt"]);
}

#[test]
fn a_fault_names_its_line() {
    let mut faults = Faults::default();
    talk::parse("talk.txt", "# T\nFrank (happy, wave): Ja.\nOtto (bright, wave): Nein.\n", &mut faults);
    let told: Vec<(usize, &str)> = faults.0.iter().map(|it| (it.line, it.message.key())).collect();
    assert_eq!(told, [(2, "learning-script-mood"), (3, "learning-script-speaker")]);
}

const QUESTIONS: &str = "[single] eins\nWas?\n+ Ja\n  Genau.\n- Nein\n  Weil.\nhint: Tipp\nsee: @hallo\n
[order] zwei\nReihe\n1. a\n  zu früh\n2. b\n  zu spät\ndone: Gut.\n
[pairs] drei\nPaare\n= a | x\n  w\n= b | y\n  w\n
[sort] vier\nWohin?\nwho: Aylin\n* Brief\n+ [members] Nur wir vier\n  r\n- [web] Alle\n  n\n
[mark] fünf-nicht\nWas stört?\nsays: Die [+Liste|zu viel] an [alle|nein].\n
[cloze] sechs\nWas fehlt?\nsays: Die Fassung, die ___.\n+ gilt\n- lebt\n  Fassungen leben nicht.\n";

#[test]
fn every_kind_of_question_is_read() {
    let mut faults = Faults::default();
    let questions = questions::parse("q", QUESTIONS, &mut faults);
    let told: Vec<&str> = faults.0.iter().map(|it| it.message.key()).collect();
    assert_eq!(told, ["learning-script-key"], "an umlaut is no plain key");
    let kinds: Vec<Kind> = questions.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [Kind::Single, Kind::Order, Kind::Pairs, Kind::Sort, Kind::Mark, Kind::Cloze]);
    assert_eq!(questions[3].options[0].target, Some(0));
    assert_eq!(questions[3].targets[1].wall.as_deref(), Some("web"));
    assert_eq!(questions[4].says.as_deref(), Some("Die Liste an alle."));
    assert_eq!(questions[4].count(), 1);
    assert_eq!(questions[2].options[1].target, Some(1));
}

#[test]
fn a_wrong_option_without_a_reason_is_refused() {
    let mut faults = Faults::default();
    questions::parse("q", "[single] a\nWas?\n+ Ja\n- Nein\n", &mut faults);
    assert_eq!(faults.0[0].message.key(), "learning-script-no-why");
}

#[test]
fn a_task_has_checks_and_practice() {
    let text = "# Tun\nSo geht es.\n\n- [placed(preis.md, customers) >= 1] Sie liegt dort.\n  Noch nicht.\n
## practice\nfile: preis.md\nNele on preis.md at \"drei: vier\": Stimmt das?\n\
Bert answers: Danke.\nfile: k.md in customers\nspace: customers\n";
    let mut faults = Faults::default();
    let task = task::parse("t", text, &mut faults);
    assert_eq!(faults, Faults::default());
    assert_eq!(task.instruction, "So geht es.");
    assert_eq!(task.checks[0].predicate.given, ["preis.md", "customers"]);
    assert_eq!(task.practice.len(), 5);
    assert!(matches!(&task.practice[3], Practice::FileThere { file } if file == "k.md"));
}
