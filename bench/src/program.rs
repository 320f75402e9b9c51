//! The program under test, with somebody in it, in a folder of its own.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Done;

pub struct Program {
    child: Child,
    pub port: u16,
    pub token: String,
    folder: TempDir,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Built beside this one.
pub fn binary() -> PathBuf {
    std::env::current_exe()
        .map_or_else(|_| "target/release/mitwerk".into(), |it| it.with_file_name("mitwerk"))
}

pub async fn free_port() -> Done<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}

impl Program {
    pub async fn start() -> Done<Program> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let run = |words: &[&str]| -> Done<String> {
            let output = Command::new(binary()).args(words).arg("--data").arg(&data).output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
            }
            Ok(String::from_utf8(output.stdout)?.trim().to_owned())
        };
        run(&["person", "add", "--email", "ana@example.org", "--name", "Ana Berg", "--role", "admin"])?;
        let token = run(&["token", "create", "--person", "ana@example.org"])?;
        let port = free_port().await?;
        let child = Command::new(binary())
            .args(["serve", "--log", "error", "--listen", &format!("127.0.0.1:{port}")])
            .arg("--data")
            .arg(&data)
            .stdin(Stdio::null())
            .spawn()?;
        let program = Program { child, port, token, folder };
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(program);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("the program did not start".into())
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A request as it goes over the wire.
    pub fn request(&self, method: &str, path: &str, body: &str) -> Vec<u8> {
        let kind = if body.is_empty() { "" } else { "Content-Type: application/json\r\n" };
        format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\n{kind}\
             Content-Length: {}\r\n\r\n{body}",
            self.port,
            self.token,
            body.len()
        )
        .into_bytes()
    }

    /// One request on a connection of its own; the body of the answer.
    pub async fn ask(&self, method: &str, path: &str, body: &str) -> Done<Vec<u8>> {
        let request = String::from_utf8(self.request(method, path, body))?;
        let request = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let end = answer.windows(4).position(|it| it == b"\r\n\r\n").ok_or("no answer")?;
        Ok(answer.split_off(end + 4))
    }

    pub async fn make(&self, path: &str, body: &Value) -> Done<String> {
        let answer = self.ask("POST", &format!("/api/v1{path}"), &body.to_string()).await?;
        let answer: Value = serde_json::from_slice(&answer)?;
        Ok(answer["id"].as_str().ok_or_else(|| answer.to_string())?.to_owned())
    }
}

/// Processor time of a process so far, in seconds (`/proc/PID/stat`, fields 14 and 15, in ticks of 10 ms).
pub fn processor_seconds(pid: u32) -> Done<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let after_name = stat.rsplit(')').next().ok_or("no stat")?;
    let ticks: Vec<u64> =
        after_name.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
    Ok(ticks.iter().sum::<u64>() as f64 / 100.0)
}
