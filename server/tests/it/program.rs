//! The program itself, as a process: started, killed, started again. And the smallest client that can talk
//! to it.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::http::Method;
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Bytes, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How often a start looks whether requests are answered; each look waits for a refused connection or an
/// answer.
const LOOKS_MAX: usize = 6_000;

pub struct Program {
    child: Child,
    pub port: u16,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

impl Program {
    pub async fn start(folder: &Path, database_url: Option<&str>) -> Program {
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let listen = format!("127.0.0.1:{port}");
        let child = command(folder, database_url)
            .args(["serve", "--listen", &listen, "--log", "warn"])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let program = Program { child, port };
        for _ in 0..LOOKS_MAX {
            if let Ok((200, _)) = program.try_ask(Method::GET, "/readyz", "", "", Vec::new()).await {
                return program;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("the program did not become ready");
    }

    /// SIGKILL: no last word, no flush.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Errors: whatever a connection that breaks answers; what was asked may have been done or not.
    pub async fn try_ask(
        &self,
        method: Method,
        path: &str,
        token: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> std::io::Result<(u16, Vec<u8>)> {
        ask(self.port, method, path, token, kind, body).await
    }

    pub async fn json(&self, method: Method, path: &str, token: &str, body: &Value) -> Value {
        let kind = "application/json";
        let path = format!("/api/v1{path}");
        let (status, answer) =
            self.try_ask(method, &path, token, kind, body.to_string().into_bytes()).await.unwrap();
        assert!((200..300).contains(&status), "{path}: {status} {}", String::from_utf8_lossy(&answer));
        serde_json::from_slice(&answer).unwrap_or_default()
    }
}

/// The command line of the program on this data, without words.
pub fn command(folder: &Path, database_url: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mitwerk"));
    command.current_dir(folder).arg("--data").arg(folder.join("data"));
    if let Some(url) = database_url {
        command.args(["--database-url", url]);
    }
    command
}

/// Somebody with an account, and her token.
pub fn somebody(folder: &Path, database_url: Option<&str>, name: &str) -> String {
    let email = format!("{}@example.org", name.split(' ').next().unwrap().to_lowercase());
    let run = |words: &[&str]| {
        let output = command(folder, database_url).args(words).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    run(&["person", "add", "--email", &email, "--name", name, "--role", "member"]);
    run(&["token", "create", "--person", &email])
}

/// One request on one connection.
pub async fn ask(
    port: u16,
    method: Method,
    path: &str,
    token: &str,
    kind: &str,
    body: Vec<u8>,
) -> std::io::Result<(u16, Vec<u8>)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
    if !token.is_empty() {
        head.push_str(&format!("Authorization: Bearer {token}\r\n"));
    }
    if !kind.is_empty() {
        head.push_str(&format!("Content-Type: {kind}\r\n"));
    }
    head.push_str(&format!("Accept: application/json\r\nContent-Length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let end = answer.windows(4).position(|it| it == b"\r\n\r\n").ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).ok_or_else(broken)?;
    let body = answer[end + 4..].to_vec();
    let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    Ok((status, if chunked { unchunked(&body).ok_or_else(broken)? } else { body }))
}

/// RFC 9112, 7.1; `None` if it ends too early.
fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|it| it == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&body[..end]).ok()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(end + 2..end + 2 + size)?);
        body = body.get(end + 2 + size + 2..)?;
    }
}

/// A file as a form sends it.
pub fn form(space: &str, name: &str, content: &[u8]) -> (String, Vec<u8>) {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"space_id\"\r\n\r\n{space}\r\n--edge\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    ("multipart/form-data; boundary=edge".to_owned(), body)
}

/// A socket into the room of a page.
pub struct Pen(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Pen {
    /// Errors: as text, for a server that is gone.
    pub async fn open(port: u16, page: &str, token: &str) -> Result<Pen, String> {
        let url = format!("ws://127.0.0.1:{port}/documents/{page}/sync");
        let mut request = url.into_client_request().map_err(|error| error.to_string())?;
        let value = format!("Bearer {token}").parse().map_err(|_| "a token that is none".to_owned())?;
        request.headers_mut().insert("authorization", value);
        let (socket, _) = connect_async(request).await.map_err(|error| error.to_string())?;
        Ok(Pen(socket))
    }

    pub async fn send(&mut self, frame: Vec<u8>) -> Result<(), String> {
        self.0.send(Message::Binary(Bytes::from(frame))).await.map_err(|error| error.to_string())
    }

    /// The next binary frame; `None` when the socket is closed.
    pub async fn next(&mut self) -> Option<Vec<u8>> {
        loop {
            match self.0.next().await?.ok()? {
                Message::Binary(bytes) => return Some(bytes.to_vec()),
                Message::Close(_) => return None,
                _ => {}
            }
        }
    }
}
