use kernel::Locale;

use super::{aiken, archive, compose, gift, gift_out};
use crate::script::fault::Faults;
use crate::script::{Course, Kind, Question};

const GIFT: &str = r"// Übung
$CATEGORY: Haus/Regeln

::Ort::Wo liegt das Dokument? {=Auf der Plattform ~Im Keller#Dort findet es niemand. ~Im Kopf}

::Rund::Die Erde ist rund. {T}

::Paare::[html]<p>Was gehört <b>zusammen</b>?</p> {=Tür -> Klinke =Fenster -> Griff}

::Lücke::Der Treffpunkt liegt auf der {=Streuobstwiese =Obstwiese} hinterm Werk.

::Zeichen::Wie schreibt man \{das\}? {=a \= b ~a \~ b}

::Fett::Was hilft? {~%50%Deckel ~%50%Decke ~%-100%Wasser#Bloß nicht!}

::Klammer::[ \= eckig ] Was ist das? {=Eine Klammer ~Eine Tür}

::Jahre::Alle wie viele Jahre? {#2:0}
";

fn read(text: &str) -> (Vec<Question>, Faults) {
    let mut faults = Faults::default();
    (gift::parse(text, &mut faults), faults)
}

#[test]
fn every_kind_of_gift_comes_in() {
    let (questions, faults) = read(GIFT);
    assert_eq!(faults, Faults::default());
    let kinds: Vec<Kind> = questions.iter().map(|it| it.kind).collect();
    use Kind::{Cloze, Multiple, Pairs, Single};
    assert_eq!(kinds, [Single, Single, Pairs, Cloze, Single, Multiple, Single, Cloze]);
    assert_eq!(questions[0].options[1].why, "Dort findet es niemand.");
    assert_eq!(questions[2].prompt, "Was gehört zusammen?");
    assert_eq!(questions[4].prompt, "Wie schreibt man {das}?");
    assert_eq!(questions[4].options[0].text, "a = b");
    assert_eq!(questions[5].count(), 2);
}

#[test]
fn what_came_in_is_a_course_and_goes_out_again() {
    let (questions, _) = read(GIFT);
    let files = compose::compose("haus", "Regeln im Haus", questions, Locale::De);
    let course = Course::read(&files, &|_, _| Some(true)).unwrap();
    let all: usize = course.chapters.iter().map(|it| it.texts["de"].questions.len()).sum();
    assert_eq!(all, 8);
    let unpacked = archive::unpack(&archive::pack(&files).unwrap()).unwrap();
    assert_eq!(unpacked, files);
    let out: String = course.chapters.iter().map(|it| gift_out::write(&it.texts["de"].questions)).collect();
    let (again, faults) = read(&out);
    assert_eq!(faults, Faults::default());
    assert_eq!(again.len(), 8);
}

#[test]
fn a_forgotten_brace_names_its_line_and_spoils_no_other() {
    let (questions, faults) =
        read("::A:: Gut? {=Ja ~Nein}\n\n::B:: Fehlt etwas {=Ja ~Nein\n\n::C:: Auch? {T}\n");
    assert_eq!(questions.len(), 2);
    let told: Vec<(usize, &str)> = faults.0.iter().map(|it| (it.line, it.message.key())).collect();
    assert_eq!(told, [(3, "learning-gift-brace")]);
}

#[test]
fn aiken_names_each_mistake() {
    let text = "Gut?\nA. Ja\nB) Nein\nANSWER: B\n\
\nSchlecht\nA. Eins\nB. Zwei\nANSWER: E\n\nEine\nA. Allein\nANSWER: A\n
Keine\nA. Rot\nB. Blau\n\nWieder gut\nA. Ja\nB. Nein\nANSWER: A\n";
    let mut faults = Faults::default();
    let questions = aiken::parse(text, &mut faults);
    assert_eq!(questions.len(), 2);
    assert!(questions[0].options[1].right);
    let told: Vec<(usize, &str)> = faults.0.iter().map(|it| (it.line, it.message.key())).collect();
    assert_eq!(
        told,
        [
            (9, "learning-aiken-no-such-option"),
            (13, "learning-aiken-one-option"),
            (17, "learning-aiken-no-answer"),
        ]
    );
}

/// A zip with one file of this name, as any program could make it.
fn zip_with(name: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, b"x").unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn no_file_of_a_zip_leads_out_of_it() {
    assert!(archive::unpack(&zip_with("de/course.md")).is_ok());
    for name in ["../x.md", r"..\..\x.md", "/x.md", "de//x.md", "de/./x.md"] {
        assert!(archive::unpack(&zip_with(name)).is_err(), "{name}");
    }
}
