//! Weft: one program for people who run cohort-based leadership programs, and for the leaders in them.
//!
//! ARCHITECTURE.md draws the floors; `tests/house.rs` holds the code to them.

pub mod app;
pub mod applications;
pub mod call;
pub mod cli;
pub mod cohort;
pub mod composer;
pub mod decisions;
pub mod demo;
pub mod gatherings;
pub mod interest;
pub mod kernel;
pub mod letters;
pub mod library;
pub mod media;
pub mod logistics;
pub mod opportunities;
pub mod packet;
pub mod peers;
pub mod people;
pub mod programs;
pub mod pulse;
pub mod reading;
pub mod registration;
pub mod report;
pub mod rooms;
pub mod selection;
pub mod spaces;
pub mod teams;
pub mod together;
pub mod web;
