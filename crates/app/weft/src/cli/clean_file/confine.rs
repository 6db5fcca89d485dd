//! Limits that a reader of files sets for itself before it looks at one, and cannot take back.

use std::io;

/// Gives up everything that reading a file does not need: memory beyond `memory` bytes, time beyond `cpu` seconds of
/// the processor, files, other programs, and on Linux all of the system's calls but a few. Says what holds, in words
/// for `weft doctor`.
pub fn confine(memory: u64, cpu: u64) -> io::Result<&'static str> {
    limits(memory, cpu)?;
    Ok(if calls() { "limits and a filter of system calls" } else { "limits" })
}

#[cfg(not(unix))]
fn limits(_memory: u64, _cpu: u64) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn limits(memory: u64, cpu: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let all = [
        (Resource::Cpu, cpu),
        // What the program takes for itself; the whole of its addresses, its own code among them.
        (Resource::Data, memory),
        (Resource::As, own_size().saturating_add(memory)),
        (Resource::Stack, 8 * 1024 * 1024),
        // Nothing is written but to the pipe that is open.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        // Input, output, errors.
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
    ];
    for (resource, most) in all {
        let most = getrlimit(resource).maximum.map_or(most, |m| m.min(most));
        let set = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
        // Elsewhere some of these cannot be set; there the others have to do.
        if cfg!(target_os = "linux") {
            set?;
        }
    }
    Ok(())
}

/// Addresses in use already, in bytes: mostly the program's own code.
#[cfg(unix)]
fn own_size() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status
        .lines()
        .find_map(|l| l.strip_prefix("VmSize:"))
        .and_then(|l| l.trim().strip_suffix(" kB"))
        .and_then(|n| n.parse::<u64>().ok());
    size.map_or(1 << 30, |kilobytes| kilobytes * 1024)
}

#[cfg(not(target_os = "linux"))]
fn calls() -> bool {
    false
}

/// Leaves the calls that reading, computing and writing need. Whether it can be done depends on the kernel; limits hold
/// either way.
#[cfg(target_os = "linux")]
fn calls() -> bool {
    filter().is_some_and(|filter| seccompiler::apply_filter(&filter).is_ok())
}

#[cfg(target_os = "linux")]
fn filter() -> Option<seccompiler::BpfProgram> {
    use seccompiler::{
        SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
    };
    let free = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_sched_yield,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_tgkill,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let mut rules: std::collections::BTreeMap<i64, Vec<SeccompRule>> =
        free.into_iter().map(|call| (call, Vec::new())).collect();
    // Memory, but none that can be run.
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        let no_code =
            SeccompCondition::new(2, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64), 0)
                .ok()?;
        rules.insert(call, vec![SeccompRule::new(vec![no_code]).ok()?]);
    }
    // Anything else fails as if it were forbidden, so that a library that can do without goes on.
    let (refuse, allow) = (SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow);
    let arch = TargetArch::try_from(std::env::consts::ARCH).ok()?;
    seccompiler::BpfProgram::try_from(SeccompFilter::new(rules, refuse, allow, arch).ok()?).ok()
}
