//! Which address is ours, and which proxies may say who is behind them.

use std::net::IpAddr;

use axum::http::HeaderMap;

#[derive(Debug)]
pub struct Origin {
    public_url: String,
    /// Network address and length of its prefix in bits.
    trusted: Vec<(IpAddr, u8)>,
}

impl Origin {
    /// Errors: what cannot be read, in words for whoever starts the program.
    pub fn new(public_url: &str, trusted_proxies: &[String]) -> Result<Self, String> {
        let public_url = public_url.trim_end_matches('/').to_owned();
        let host = public_url.strip_prefix("https://").or_else(|| public_url.strip_prefix("http://"));
        if host.is_none_or(|it| it.is_empty() || it.contains(['/', ' '])) {
            return Err(format!("--public-url must look like https://mitwerk.example, not {public_url}"));
        }
        let trusted = trusted_proxies.iter().map(|it| network(it)).collect::<Result<_, _>>()?;
        Ok(Self { public_url, trusted })
    }

    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether a browser sent this from one of our own pages: it says so (Fetch Metadata), or its `Origin` is
    /// the public address or the one that the request was sent to.
    pub fn is_ours(&self, headers: &HeaderMap) -> bool {
        let text = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
        if let Some(site) = text("sec-fetch-site") {
            return site == "same-origin" || site == "none";
        }
        let Some(origin) = text("origin") else { return false };
        let bare = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        origin.eq_ignore_ascii_case(&self.public_url) || (bare.is_some() && bare == text("host"))
    }

    /// Who is at the other end: the peer, or, if that is a trusted proxy, the last one it names that is none.
    pub fn client(&self, peer: IpAddr, forwarded: Option<&str>) -> IpAddr {
        // A proxy on this machine that nobody declared: whoever is behind it is not at the machine.
        if forwarded.is_some() && peer.is_loopback() && self.trusted.is_empty() {
            return IpAddr::V6(std::net::Ipv6Addr::UNSPECIFIED);
        }
        let mut client = peer;
        let named = forwarded.unwrap_or_default().rsplit(',').take(8).map_while(|it| it.trim().parse().ok());
        let named = named.map(|it: IpAddr| it.to_canonical());
        for next in named {
            if !self.trusted.iter().any(|net| contains(*net, client)) {
                break;
            }
            client = next;
        }
        client
    }
}

fn network(text: &str) -> Result<(IpAddr, u8), String> {
    let wrong = || format!("--trusted-proxies wants networks such as 10.0.0.0/8, not {text}");
    let (address, bits) = text.trim().split_once('/').unwrap_or((text.trim(), ""));
    let address: IpAddr = address.parse().map_err(|_| wrong())?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let bits = if bits.is_empty() { most } else { bits.parse().map_err(|_| wrong())? };
    if bits <= most { Ok((address, bits)) } else { Err(wrong()) }
}

fn contains((network, bits): (IpAddr, u8), address: IpAddr) -> bool {
    let (network, address, width) = match (network, address) {
        (IpAddr::V4(a), IpAddr::V4(b)) => (u128::from(a.to_bits()), u128::from(b.to_bits()), 32),
        (IpAddr::V6(a), IpAddr::V6(b)) => (a.to_bits(), b.to_bits(), 128),
        _ => return false,
    };
    let shift = u32::from(width - bits.min(width));
    network.checked_shr(shift).unwrap_or(0) == address.checked_shr(shift).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Origin;

    fn check(forwarded: &str, expected: &str) {
        let origin = Origin::new("https://a.example/", &["10.0.0.0/8".to_owned()]).unwrap();
        let client = origin.client("10.1.2.3".parse().unwrap(), Some(forwarded));
        assert_eq!(client.to_string(), expected);
    }

    #[test]
    fn behind_an_undeclared_proxy_nobody_is_at_the_machine() {
        let origin = Origin::new("https://a.example", &[]).unwrap();
        let here = "127.0.0.1".parse().unwrap();
        assert!(!origin.client(here, Some("203.0.113.9")).is_loopback());
        assert!(origin.client(here, None).is_loopback());
    }

    #[test]
    fn only_trusted_proxies_say_who_is_behind_them() {
        check("203.0.113.9", "203.0.113.9");
        check("198.51.100.1, 203.0.113.9", "203.0.113.9");
        check("203.0.113.9, 10.0.0.4", "203.0.113.9");
        check("rubbish", "10.1.2.3");
        let origin = Origin::new("https://a.example", &[]).unwrap();
        let peer = "192.0.2.1".parse().unwrap();
        assert_eq!(origin.client(peer, Some("203.0.113.9")), peer);
    }
}
