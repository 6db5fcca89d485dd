//! `weft serve`, `weft work`, `weft migrate`.

use std::net::SocketAddr;

use clap::Args;

use super::Outcome;
use crate::app;
use crate::app::worker::Worker;
use crate::kernel::Kernel;
use crate::kernel::config::Config;
use crate::kernel::mail::Transport;
use crate::kernel::secret;
use crate::people::pages::first_run::OWNER_TOKEN;
use crate::people::store;

#[derive(Args)]
pub struct Serve {
    /// Address and port to listen on
    #[arg(long)]
    listen: Option<String>,
    /// Leave the outbox to a `weft work` elsewhere
    #[arg(long)]
    no_work: bool,
}

pub async fn run(args: Serve, mut config: Config) -> Outcome {
    if let Some(listen) = args.listen {
        config.listen = listen;
    }
    let kernel = super::open(config).await?;
    if kernel.is_demo {
        return Err("this folder holds a demo season: `weft demo` serves it".into());
    }
    offer_ownership(&kernel, false).await?;
    let erased = crate::applications::erasure::again(&kernel).await.map_err(super::said)?;
    if erased > 0 {
        println!("Erased {erased} applications again that this database still had from before they were erased.");
    }
    let worker = if args.no_work { None } else { Some(spawn_worker(&kernel)?) };
    let listener = tokio::net::TcpListener::bind(&kernel.config.listen).await.map_err(|e| format!("{}: {e}", kernel.config.listen))?;
    println!("Weft listens on http://{}", listener.local_addr()?);
    serve(kernel, listener, worker).await
}

pub fn spawn_worker(kernel: &Kernel) -> Result<Worker, Box<dyn std::error::Error + Send + Sync>> {
    Ok(Worker::start(kernel, Transport::from_config(&kernel.config)?))
}

/// Serves until the process is asked to stop; requests and letters under way are finished.
pub async fn serve(kernel: Kernel, listener: tokio::net::TcpListener, worker: Option<Worker>) -> Outcome {
    tokio::spawn(kernel.files.incoming().clone().keep_swept());
    let router = app::router(&kernel).into_make_service_with_connect_info::<SocketAddr>();
    let live = kernel.live.clone();
    let ending = worker.as_ref().map(Worker::ending);
    let closing = async move {
        stopped().await;
        // Letters that were not begun wait again at once, for whoever starts next.
        if let Some(ending) = ending {
            ending.send_replace(true);
        }
        // Pages that follow a room would keep the house open for as long as they look.
        live.end();
    };
    let keeper = tokio::spawn(app::keeper::run(kernel.clone()));
    axum::serve(listener, router).with_graceful_shutdown(closing).await?;
    keeper.abort();
    if let Some(worker) = worker {
        worker.end().await;
    }
    app::keeper::keep(&kernel, true).await;
    kernel.db.close().await;
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

/// Prints a one-time link that makes its holder an owner: on the first run, or when asked to.
pub async fn offer_ownership(kernel: &Kernel, always: bool) -> Outcome {
    let mut tx = kernel.db.begin().await?;
    if !always && store::has_owner(&mut tx).await? {
        return Ok(());
    }
    let token = secret::token(&kernel.rng);
    store::set_setting(&mut tx, OWNER_TOKEN, &secret::hash(&token)).await?;
    tx.commit().await?;
    println!("Open this once to become an owner: {}/first-run/{token}", kernel.config.base_url);
    Ok(())
}

pub async fn work(config: Config) -> Outcome {
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
