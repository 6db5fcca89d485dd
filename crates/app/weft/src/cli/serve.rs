//! `weft serve`, `weft work`, `weft migrate`.

use std::future::Future;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpListener;

use super::folder::{self, Duty};
use super::{Outcome, counted};
use crate::app;
use crate::app::worker::Worker;
use weft_kernel::config::Config;
use weft_kernel::mail::Transport;
use weft_kernel::{Kernel, machine, secret};
use weft_people::pages::first_run::OWNER_TOKEN;
use weft_people::store;
use weft_programs::following;
use weft_web::serving::{self, Accept, Limits};

#[derive(Args)]
pub struct Serve {
    /// Address and port to listen on
    #[arg(long)]
    listen: Option<String>,
    /// Don't send emails; a `weft work` does
    #[arg(long)]
    no_work: bool,
}

pub async fn run(args: Serve, mut config: Config) -> Outcome {
    if let Some(listen) = args.listen {
        config.listen_on(&listen);
    }
    let _serving = folder::take(&config, Duty::Serve)?;
    let _working = if args.no_work { None } else { folder::take(&config, Duty::Work)? };
    let listener = TcpListener::bind(&config.listen).await.map_err(|e| format!("{}: {e}", config.listen))?;
    // The system chooses a port where 0 is asked for.
    if config.listen.ends_with(":0") {
        config.listen_on(&listener.local_addr()?.to_string());
    }
    let kernel = super::open(config).await?;
    if kernel.is_demo {
        return Err("this folder has a demo season; start it with `weft demo`".into());
    }
    offer_ownership(&kernel, false).await?;
    let erased = weft_admission::applications::erasure::again(&kernel).await.map_err(weft_web::Error::said)?;
    if erased > 0 {
        let what = counted(erased, "application", "applications");
        println!("Deleted {what} again, because this database still had what was deleted before.");
    }
    let worker = if args.no_work { None } else { Some(spawn_worker(&kernel)?) };
    println!("Weft is running at http://{}", listener.local_addr()?);
    serve(kernel, listener, worker).await
}

pub fn spawn_worker(kernel: &Kernel) -> Result<Worker, Box<dyn std::error::Error + Send + Sync>> {
    Ok(Worker::start(kernel, Transport::from_config(&kernel.config)?))
}

/// Serves until the process is asked to stop; requests and letters under way have some seconds to finish.
pub async fn serve(kernel: Kernel, listener: TcpListener, worker: Option<Worker>) -> Outcome {
    let descriptors = machine::raise_descriptors();
    let limits = Limits::of(&kernel.config, descriptors.now);
    if limits.connections < kernel.config.connections.get() as usize {
        tracing::warn!(
            "the system allows {} open files, so at most {} connections are accepted",
            descriptors.now,
            limits.connections
        );
    }
    let beside =
        [tokio::spawn(kernel.files.incoming().clone().keep_swept()), tokio::spawn(app::keeper::run(kernel.clone()))];
    let ending = worker.as_ref().map(Worker::ending);
    let closing = async move {
        stopped().await;
        // Letters that were not begun wait again at once, for whoever starts next.
        if let Some(ending) = ending {
            ending.send_replace(true);
        }
    };
    serve_until(kernel.clone(), listener, limits, following::EVERY, closing).await?;
    beside.iter().for_each(tokio::task::JoinHandle::abort);
    if let Some(worker) = worker {
        worker.end().await;
    }
    app::keeper::keep(&kernel, true).await;
    if tokio::time::timeout(Duration::from_secs(5), kernel.db.close()).await.is_err() {
        tracing::warn!("some work was still using the database when the program ended");
    }
    Ok(())
}

/// Serves within these limits until `closing` is done. Who follows a live page is looked at `every` so often.
pub async fn serve_until(
    kernel: Kernel,
    listener: impl Accept,
    limits: Limits,
    every: Duration,
    closing: impl Future<Output = ()>,
) -> Outcome {
    let router = app::router(&kernel);
    let watch = tokio::spawn(following::watch(kernel.clone(), every));
    let live = kernel.live.clone();
    let closing = async move {
        closing.await;
        // Pages that follow a room would stay for as long as someone looks.
        live.close();
    };
    serving::serve(listener, router, limits, closing).await;
    watch.abort();
    Ok(())
}

async fn stopped() {
    let interrupt = async { tokio::signal::ctrl_c().await.ok() };
    #[cfg(unix)]
    let terminate = async {
        if let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            signal.recv().await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { _ = interrupt => {}, () = terminate => {} }
}

/// Prints a one-time link that makes its holder an owner: on the first run, or when asked to. One that was printed
/// before and is still unused stays as it is unless a new one is asked for: a second process must not end it.
pub async fn offer_ownership(kernel: &Kernel, is_asked: bool) -> Outcome {
    let token = secret::token(&kernel.rng);
    let hash = secret::hash(&token);
    let mut tx = kernel.db.begin().await?;
    let is_new = if is_asked {
        store::set_setting(&mut tx, OWNER_TOKEN, &hash).await?;
        true
    } else if store::has_owner(&mut tx).await? {
        return Ok(());
    } else {
        store::add_setting(&mut tx, OWNER_TOKEN, &hash).await?
    };
    tx.commit().await?;
    if is_new {
        println!("To become the site owner, open this link once: {}/first-run/{token}", kernel.config.base_url);
    } else {
        println!(
            "The link to become the site owner was printed at an earlier start and still works. For a new one, run: \
                weft admin owner-token"
        );
    }
    Ok(())
}

pub async fn work(config: Config) -> Outcome {
    let _working = folder::take(&config, Duty::Work)?;
    let kernel = super::open(config).await?;
    let transport = Transport::from_config(&kernel.config)?;
    let worker = Worker::start(&kernel, transport);
    stopped().await;
    worker.end().await;
    kernel.db.close().await;
    Ok(())
}

pub async fn migrate(config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    println!("The database is at schema version {}.", kernel.db.schema_version().await?);
    kernel.db.close().await;
    Ok(())
}
