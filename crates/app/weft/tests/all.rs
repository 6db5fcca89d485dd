//! Every story of the house in one program: linked once, and all of it works at the same time. One file, or one story:
//! `./dev test claims`.

mod common;

mod anonymous;
mod attendance;
mod bad_days;
mod batches;
mod bombs;
mod call;
mod claims;
mod cli;
mod composer;
mod dead_ends;
mod decisions;
mod files;
mod filling;
mod folder;
mod following;
mod gatherings;
mod house;
mod keys;
mod library;
mod logistics;
mod marks;
mod matrix;
mod needs;
mod opportunities;
mod outbox;
mod own;
mod pages;
mod peers;
mod people;
mod proof;
mod reach;
mod reading;
mod registration;
mod repeats;
mod report;
mod rooms;
mod secrecy;
mod serving;
mod stories;
mod together;
mod tries;
mod uploads;
mod why;
