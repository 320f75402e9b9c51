//! Asks the same thing again and again on connections that stay open, for a bounded time.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Done;

/// How long each side is asked.
pub const TIME: Duration = Duration::from_secs(5);

/// Answers per second; all must have this status.
pub async fn rate(port: u16, clients: usize, request: Vec<u8>, status: u16) -> Done<f64> {
    let (count, request) = (Arc::new(AtomicU64::new(0)), Arc::new(request));
    let begun = Instant::now();
    let clients: Vec<_> = (0..clients)
        .map(|_| {
            let (count, request) = (Arc::clone(&count), Arc::clone(&request));
            tokio::spawn(async move { ask(port, &request, status, begun, &count).await })
        })
        .collect();
    for client in clients {
        client.await??;
    }
    Ok(count.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64())
}

async fn ask(port: u16, request: &[u8], status: u16, begun: Instant, count: &AtomicU64) -> Done {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; 1 << 18];
    while begun.elapsed() < TIME {
        stream.write_all(request).await?;
        let (answered, _) = answer(&mut stream, &mut buffer).await?;
        if answered != status {
            return Err(format!("answered {answered} instead of {status}").into());
        }
        count.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

/// One connection, for one question after the other.
pub struct Line {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Line {
    pub async fn open(port: u16) -> Done<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; 1 << 18] })
    }

    /// Status and body.
    pub async fn ask(&mut self, request: &[u8]) -> Done<(u16, &[u8])> {
        self.stream.write_all(request).await?;
        let (status, body) = answer(&mut self.stream, &mut self.buffer).await?;
        Ok((status, &self.buffer[body]))
    }
}

/// Reads one answer with a `Content-Length`, and gives its status and where its body is.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> Done<(u16, Range<usize>)> {
    let (mut have, mut whole) = (0, None);
    loop {
        let read = stream.read(&mut buffer[have..]).await?;
        if read == 0 {
            return Err("the connection was closed".into());
        }
        have += read;
        if whole.is_none()
            && let Some(end) = buffer[..have].windows(4).position(|it| it == b"\r\n\r\n")
        {
            let head = std::str::from_utf8(&buffer[..end])?.to_ascii_lowercase();
            let length: usize = head
                .lines()
                .find_map(|it| it.strip_prefix("content-length:"))
                .ok_or("an answer without a length")?
                .trim()
                .parse()?;
            let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
            whole = Some((end + 4..end + 4 + length, status));
        }
        if let Some((body, status)) = &whole
            && have >= body.end
        {
            return Ok((*status, body.clone()));
        }
    }
}
