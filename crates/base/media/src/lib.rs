//! Files that others send: tables, pictures, documents and recordings. The server looks at their first bytes; what is
//! inside, a process of its own reads (`kernel/reader`): the modules called `in_child` run there and nowhere else.

pub mod answer;
pub mod busy;
pub mod picture;
pub mod table;
