//! Finds a port nobody listens on.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Failure, Outcome};

/// How many ports to try before giving up.
const TRIES: u16 = 100;

/// The first free port on the loopback address, from `wanted` upwards.
pub(crate) fn free_from(wanted: u16) -> Outcome<u16> {
    let last = wanted.saturating_add(TRIES - 1);
    (wanted..=last).find(|&port| is_free(port)).ok_or_else(|| {
        Failure::new(format!("every port from {wanted} to {last} is taken on 127.0.0.1"))
            .remedy("choose another with `--port N`")
    })
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::free_from;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let wanted = taken.local_addr().unwrap().port();
        assert_ne!(free_from(wanted).unwrap(), wanted);
    }
}
