//! `weft serve`, `weft work`, `weft migrate`.

use std::net::SocketAddr;

use clap::Args;

use super::Outcome;
use super::folder::{self, Duty};
use crate::app;
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
    let _serving = folder::take(&config, Duty::Serve)?;
    let _working = if args.no_work { None } else { folder::take(&config, Duty::Work)? };
    let kernel = super::open(config).await?;
    if kernel.is_demo {
        return Err("this folder holds a demo season: `weft demo` serves it".into());
    }
    offer_ownership(&kernel, false).await?;
    let erased = crate::applications::erasure::again(&kernel).await.map_err(super::said)?;
    if erased > 0 {
        println!("Erased {erased} applications again that this database still had from before they were erased.");
    }
    if !args.no_work {
        spawn_worker(&kernel)?;
    }
    let listener = tokio::net::TcpListener::bind(&kernel.config.listen).await.map_err(|e| format!("{}: {e}", kernel.config.listen))?;
    println!("Weft listens on http://{}", listener.local_addr()?);
    serve(kernel, listener).await
}

pub fn spawn_worker(kernel: &Kernel) -> Outcome {
    let transport = Transport::from_config(&kernel.config)?;
    tokio::spawn(app::worker::run(kernel.clone(), transport));
    Ok(())
}

/// Serves until the process is asked to stop; requests under way are finished.
pub async fn serve(kernel: Kernel, listener: tokio::net::TcpListener) -> Outcome {
    let router = app::router(&kernel).into_make_service_with_connect_info::<SocketAddr>();
    let live = kernel.live.clone();
    let closing = async move {
        stopped().await;
        // Pages that follow a room would keep the house open for as long as they look.
        live.end();
    };
    axum::serve(listener, router).with_graceful_shutdown(closing).await?;
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

/// Prints a one-time link that makes its holder an owner: on the first run, or when asked to. One that was printed before and is still
/// unused stays as it is unless a new one is asked for: a second process must not end it.
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
        println!("Open this once to become an owner: {}/first-run/{token}", kernel.config.base_url);
    } else {
        println!("The link to become an owner was printed at an earlier start and still works. For a new one, run: weft admin owner-token");
    }
    Ok(())
}

pub async fn work(config: Config) -> Outcome {
    let _working = folder::take(&config, Duty::Work)?;
    let kernel = super::open(config).await?;
    let transport = Transport::from_config(&kernel.config)?;
    tokio::select! {
        () = app::worker::run(kernel.clone(), transport) => {}
        () = stopped() => {}
    }
    kernel.db.close().await;
    Ok(())
}

pub async fn migrate(config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    println!("The database is at schema version {}.", kernel.db.schema_version().await?);
    kernel.db.close().await;
    Ok(())
}
