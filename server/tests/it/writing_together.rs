//! Eight people edit one page at random, lose their connections, and the program is killed in between; in the
//! end all of them, the program, and the program started anew have the same page.
//!
//! 2,000 edits in `bin/test`, 100,000 in `bin/prove`. The seed decides everything but the timing.

use axum::http::Method;
use richtext::yjs::{Levels, Refused};
use serde_json::json;
use yrs::{Doc, GetString, ReadTxn, Transact, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim};

use crate::program::{Pen, Program, somebody};
use crate::yjs;

const PEOPLE: usize = 8;

/// Sixty-four bits from a seed (Knuth's MMIX constants); enough to choose edits by.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// One person: her document, and her socket while she has one.
struct Writer {
    doc: Doc,
    levels: Levels,
    pen: Option<Pen>,
    /// What came before what it builds on.
    early: Vec<Vec<u8>>,
}

impl Writer {
    /// Edits her own copy, and answers the update.
    fn edit(&mut self, dice: &mut Dice) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        let fragment = txn.get_or_insert_xml_fragment("default");
        let length = fragment.len(&txn);
        let place = u32::try_from(dice.below(usize::try_from(length).unwrap() + 1)).unwrap();
        if length > 40 && dice.below(3) == 0 {
            fragment.remove_range(&mut txn, place.min(length - 1), 1);
        } else {
            let paragraph = fragment.insert(&mut txn, place, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(&mut txn, XmlTextPrelim::new(format!("word{} ", dice.below(10_000))));
        }
        txn.encode_update_v1()
    }

    fn text(&self) -> String {
        let mut txn = self.doc.transact_mut();
        txn.get_or_insert_xml_fragment("default").get_string(&txn)
    }

    /// Connects if she is not, and each side tells the other what it lacks.
    async fn connect(&mut self, port: u16, page: &str, token: &str) {
        if self.pen.is_none() {
            self.pen = self.begin(port, page, token).await;
        }
    }

    async fn begin(&mut self, port: u16, page: &str, token: &str) -> Option<Pen> {
        let mut pen = Pen::open(port, page, token).await.ok()?;
        self.early.clear();
        let has = loop {
            if let Some(has) = yjs::has(&pen.next().await?) {
                break has;
            }
        };
        let lacks = self.doc.transact().encode_state_as_update_v1(&has);
        pen.send(yjs::step_1(&self.doc)).await.ok()?;
        pen.send(yjs::update(&lacks)).await.ok()?;
        Some(pen)
    }

    /// Takes in what came, as far as all is there that it builds on; the rest of that may come later.
    fn take_in(&mut self) {
        loop {
            let came = std::mem::take(&mut self.early);
            let before = came.len();
            for update in came {
                match richtext::yjs::apply(&self.doc, &mut self.levels, &update) {
                    Ok(_) => {}
                    Err(Refused::Early) => self.early.push(update),
                    Err(refused) => panic!("{refused}"),
                }
            }
            if self.early.is_empty() || self.early.len() == before {
                return;
            }
        }
    }

    /// Takes in everything up to the answer to her own question, which comes after all that she sent before.
    async fn settle(&mut self) -> bool {
        let Some(mut pen) = self.pen.take() else { return false };
        if pen.send(yjs::ask_for_receipts()).await.is_err() {
            return false;
        }
        while let Some(frame) = pen.next().await {
            if let Some(update) = yjs::received(&frame) {
                self.early.push(update.to_vec());
                self.take_in();
            }
            if yjs::receipt(&frame).is_some() {
                self.pen = Some(pen);
                return true;
            }
        }
        false
    }
}

/// Until all have the same, a bounded number of times: each round everybody exchanges what she lacks.
async fn agree(writers: &mut [Writer], port: u16, page: &str, token: &str) {
    for _ in 0..20 {
        for writer in writers.iter_mut() {
            writer.pen = None;
            writer.connect(port, page, token).await;
            while !writer.settle().await {
                writer.connect(port, page, token).await;
            }
        }
        let first = writers[0].text();
        if writers.iter().all(|it| it.text() == first) {
            return;
        }
    }
    panic!("they do not agree");
}

async fn words_of(program: &Program, page: &str, token: &str) -> Vec<String> {
    let path = format!("/api/v1/documents/{page}/text");
    let (status, text) = program.try_ask(Method::GET, &path, token, "", Vec::new()).await.unwrap();
    assert_eq!(status, 200);
    String::from_utf8(text).unwrap().split_whitespace().map(str::to_owned).collect()
}

/// The words of the document in order, as the program tells its text.
fn words(writer: &Writer) -> Vec<String> {
    let text = writer.text().replace("<paragraph>", " ").replace("</paragraph>", " ");
    text.split_whitespace().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_fuzz_of_eight_writers_ends_in_one_page() {
    let edits = if std::env::var("MITWERK_PROVE").is_ok() { 100_000 } else { 2_000 };
    let seed: u64 = std::env::var("MITWERK_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(2_026);
    eprintln!("seed {seed}, {edits} edits");
    let mut dice = Dice(seed);
    let folder = tempfile::tempdir().unwrap();
    let token = somebody(folder.path(), None, "Ana Berg");
    let mut program = Program::start(folder.path(), None).await;
    let space = json!({ "name": "Storm", "visibility": "private" });
    let space =
        program.json(Method::POST, "/spaces", &token, &space).await["id"].as_str().unwrap().to_owned();
    let page = json!({ "space_id": space, "title": "Log" });
    let page = program.json(Method::POST, "/pages", &token, &page).await["id"].as_str().unwrap().to_owned();

    let writer = |_| Writer { doc: Doc::new(), levels: Levels::default(), pen: None, early: Vec::new() };
    let mut writers: Vec<Writer> = (0..PEOPLE).map(writer).collect();
    for number in 0..edits {
        let who = dice.below(PEOPLE);
        let update = writers[who].edit(&mut dice);
        match dice.below(50) {
            0 => writers[who].pen = None,
            1..4 => writers[who].connect(program.port, &page, &token).await,
            4..6 => drop(writers[who].settle().await),
            _ => {
                if let Some(pen) = &mut writers[who].pen
                    && pen.send(yjs::update(&update)).await.is_err()
                {
                    writers[who].pen = None;
                }
            }
        }
        if number == edits / 2 {
            program.kill();
            program = Program::start(folder.path(), None).await;
            writers.iter_mut().for_each(|it| it.pen = None);
        }
    }
    agree(&mut writers, program.port, &page, &token).await;
    assert_eq!(words_of(&program, &page, &token).await, words(&writers[0]), "the program has another page");
    program.kill();
    let again = Program::start(folder.path(), None).await;
    assert_eq!(words_of(&again, &page, &token).await, words(&writers[0]), "and so has one started anew");
}
