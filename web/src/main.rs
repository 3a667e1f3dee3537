//! The page: defines the element, which is all there is on it.

fn main() {
    entente_web::register();
}
