//! Texts that a script shows. They come from the page, so that none stands in a script; `{n}` in them is
//! filled in there.

use kernel::Words;
use page::Voice;
use serde_json::{Map, Value};

/// The name that the script knows, and the key of the text. What the text leaves open stays open.
type Text = (&'static str, &'static str);

/// Whatever a text of an island may leave open, and how it stands in the answer.
const OPEN: [(&str, &str); 7] = [
    ("n", "{n}"),
    ("done", "{done}"),
    ("size", "{size}"),
    ("time", "{time}"),
    ("name", "{name}"),
    ("count", "{count}"),
    ("a", "{a}"),
];

fn json(v: &Voice, texts: &[Text]) -> String {
    let said = |key: &'static str| {
        let words = OPEN.iter().fold(Words::new(key), |words, (name, open)| words.with(name, *open));
        v.say(&words.with("b", "{b}"))
    };
    let map: Map<String, Value> =
        texts.iter().map(|(name, key)| ((*name).to_owned(), Value::String(said(key)))).collect();
    Value::Object(map).to_string()
}

pub(crate) fn upload(v: &Voice) -> String {
    json(v, &UPLOAD)
}

pub(crate) fn pdf(v: &Voice) -> String {
    json(v, &PDF)
}

pub(crate) fn editor(v: &Voice) -> String {
    json(v, &EDITOR)
}

const UPLOAD: [Text; 17] = [
    ("waiting", "documents-upload-waiting"),
    ("amount", "documents-upload-amount"),
    ("left", "documents-upload-left"),
    ("seconds", "documents-upload-seconds"),
    ("minutes", "documents-upload-minutes"),
    ("sent", "documents-upload-sent"),
    ("stopped", "documents-upload-stopped"),
    ("failed", "documents-upload-failed"),
    ("offline", "documents-upload-offline"),
    ("aside", "documents-upload-aside"),
    ("started", "documents-upload-started"),
    ("finished", "documents-upload-finished"),
    ("bytes", "documents-upload-bytes"),
    ("kb", "documents-upload-kb"),
    ("mb", "documents-upload-mb"),
    ("gb", "documents-upload-gb"),
    ("limit", "documents-upload-limit"),
];

const PDF: [Text; 16] = [
    ("toolbar", "documents-pdf-toolbar"),
    ("previous", "documents-pdf-previous"),
    ("next", "documents-pdf-next"),
    ("page", "documents-pdf-page"),
    ("go", "documents-pdf-go"),
    ("smaller", "documents-pdf-smaller"),
    ("larger", "documents-pdf-larger"),
    ("fit", "documents-pdf-fit"),
    ("find", "documents-pdf-find"),
    ("find_next", "documents-pdf-find-next"),
    ("find_previous", "documents-pdf-find-previous"),
    ("found", "documents-pdf-found"),
    ("none", "documents-pdf-none"),
    ("loading", "documents-pdf-loading"),
    ("failed", "documents-pdf-failed"),
    ("pages", "documents-pdf-pages"),
];

const EDITOR: [Text; 54] = [
    ("connecting", "documents-editor-connecting"),
    ("ready", "documents-editor-ready"),
    ("writing", "documents-editor-writing"),
    ("saved", "documents-editor-saved"),
    ("away", "documents-editor-away"),
    ("offline", "documents-editor-offline"),
    ("offline_one", "documents-editor-offline-one"),
    ("reading", "documents-editor-reading"),
    ("refused", "documents-editor-refused"),
    ("one_here", "documents-editor-one-here"),
    ("two_here", "documents-editor-two-here"),
    ("many_here", "documents-editor-many-here"),
    ("label", "documents-editor-label"),
    ("placeholder", "documents-editor-placeholder"),
    ("style", "documents-editor-style"),
    ("paragraph", "documents-editor-paragraph"),
    ("heading1", "documents-editor-heading1"),
    ("heading2", "documents-editor-heading2"),
    ("heading3", "documents-editor-heading3"),
    ("bold", "documents-editor-bold"),
    ("italic", "documents-editor-italic"),
    ("underline", "documents-editor-underline"),
    ("strike", "documents-editor-strike"),
    ("code", "documents-editor-code"),
    ("link", "documents-editor-link"),
    ("bullet_list", "documents-editor-bullet-list"),
    ("ordered_list", "documents-editor-ordered-list"),
    ("task_list", "documents-editor-task-list"),
    ("quote", "documents-editor-quote"),
    ("code_block", "documents-editor-code-block"),
    ("table", "documents-editor-table"),
    ("image", "documents-editor-image"),
    ("line", "documents-editor-line"),
    ("undo", "documents-editor-undo"),
    ("redo", "documents-editor-redo"),
    ("discuss", "documents-editor-discuss"),
    ("insert", "documents-editor-insert"),
    ("people", "documents-editor-people"),
    ("row_after", "documents-editor-row-after"),
    ("row_before", "documents-editor-row-before"),
    ("column_after", "documents-editor-column-after"),
    ("column_before", "documents-editor-column-before"),
    ("row_remove", "documents-editor-row-remove"),
    ("column_remove", "documents-editor-column-remove"),
    ("table_remove", "documents-editor-table-remove"),
    ("header_row", "documents-editor-header-row"),
    ("link_address", "documents-editor-link-address"),
    ("link_set", "documents-editor-link-set"),
    ("link_remove", "documents-editor-link-remove"),
    ("image_alt", "documents-editor-image-alt"),
    ("image_set", "documents-editor-image-set"),
    ("image_no_alt", "documents-editor-image-no-alt"),
    ("image_failed", "documents-editor-image-failed"),
    ("cancel", "documents-editor-cancel"),
];
