//! The document model: ProseMirror JSON, under the names that TipTap gives its nodes and marks.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A node of the tree. Kinds: `doc paragraph heading{level} bulletList orderedList{start} listItem taskList
/// taskItem{checked} blockquote codeBlock{language} horizontalRule hardBreak image{src,alt,title} table
/// tableRow tableHeader{colspan,rowspan} tableCell{colspan,rowspan} mention{id,label} text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attrs: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Node>,
    /// Only of a node of kind `text`, and never empty there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// How a text looks: `bold italic strike underline code link{href}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attrs: Map<String, Value>,
}
