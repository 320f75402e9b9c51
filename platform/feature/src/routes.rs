//! Addresses, each with who may use it: none can be added without saying so.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

/// Who may. It is said here and decided in the verb, by `access::may` or by the person's role; the list of
/// all
/// routes is printed by `mitwerk routes` and read by tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Everybody,
    /// Everybody who reaches the thing; nobody signed in reaches what is public.
    Readers,
    /// Who may write where the thing lies.
    Writers,
    /// Who owns the space.
    Owners,
    /// Everybody with an account.
    SignedIn,
    /// The person herself, about what is hers.
    Oneself,
    /// Members and admins.
    Colleagues,
    Admins,
    /// Whoever holds the link.
    LinkHolders,
}

impl Who {
    pub fn words(self) -> &'static str {
        match self {
            Who::Everybody => "everybody",
            Who::Readers => "who reads the thing",
            Who::Writers => "who writes in the space",
            Who::Owners => "who owns the space",
            Who::SignedIn => "everybody signed in",
            Who::Oneself => "oneself",
            Who::Colleagues => "members and admins",
            Who::Admins => "admins",
            Who::LinkHolders => "who holds the link",
        }
    }
}

/// One line of `mitwerk routes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
}

/// The addresses of a feature.
#[derive(Default)]
pub struct Routes {
    pub router: Router,
    pub list: Vec<Route>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn merge(mut self, other: Routes) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// Starts a group of routes that share `state`.
    pub fn with<S: Clone + Send + Sync + 'static>(state: S) -> Group<S> {
        Group { router: Router::new(), list: Vec::new(), state }
    }
}

/// Routes that share a state; [`Group::done`] ends it.
pub struct Group<S> {
    router: Router<S>,
    list: Vec<Route>,
    state: S,
}

impl<S: Clone + Send + Sync + 'static> Group<S> {
    pub fn get<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, S>) -> Self {
        self.on(Method::GET, MethodFilter::GET, path, who, handler)
    }

    pub fn post<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, S>) -> Self {
        self.on(Method::POST, MethodFilter::POST, path, who, handler)
    }

    pub fn put<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, S>) -> Self {
        self.on(Method::PUT, MethodFilter::PUT, path, who, handler)
    }

    pub fn patch<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, S>) -> Self {
        self.on(Method::PATCH, MethodFilter::PATCH, path, who, handler)
    }

    pub fn delete<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, S>) -> Self {
        self.on(Method::DELETE, MethodFilter::DELETE, path, who, handler)
    }

    fn on<T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        who: Who,
        handler: impl Handler<T, S>,
    ) -> Self {
        self.router = self.router.route(path, on(filter, handler));
        self.list.push(Route { method, path, who });
        self
    }

    pub fn done(self) -> Routes {
        Routes { router: self.router.with_state(self.state), list: self.list }
    }
}
