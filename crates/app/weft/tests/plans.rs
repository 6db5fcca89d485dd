//! How the engines would run the statements: none reads a whole table again for each row of another.

use crate::common;

use std::collections::BTreeMap;

use common::sources::statements;
use weft_kernel::db::{Conn, Sql, Value};
use weft_kernel::{args, sql};

/// One step of a plan: how deep it stands, and what it says.
type Step = (usize, String);

fn literal(text: String) -> Sql {
    Sql::from_literal(Box::leak(text.into_boxed_str()))
}

/// The highest number of an argument.
fn arguments(text: &str) -> usize {
    text.split('$')
        .skip(1)
        .filter_map(|p| p.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .max()
        .unwrap_or(0)
}

/// The tables and views of a text by the names they go by there. Where a name is also that of a query in parentheses,
/// it is none.
fn aliases(text: &str, out: &mut BTreeMap<String, String>) {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    for at in words.windows(3).filter(|w| matches!(w[0], "FROM" | "JOIN" | "UPDATE" | "INTO")) {
        for name in &at[1..] {
            out.insert((*name).to_owned(), at[1].to_owned());
        }
    }
    for derived in text.split(')').skip(1).filter_map(|after| after.split_whitespace().next()) {
        out.remove(derived);
    }
}

/// The steps of a plan by `SQLite`, which numbers them and says under which each one stands.
async fn plan_of_sqlite(conn: &mut Conn, text: &str) -> Vec<Step> {
    let nothing = || (0..arguments(text)).map(|_| Value::Text(None)).collect();
    let rows: Vec<(i64, i64, i64, String)> =
        conn.all(literal(format!("EXPLAIN QUERY PLAN {text}")), nothing()).await.expect("explains");
    let mut depth = BTreeMap::from([(0, 0)]);
    rows.into_iter()
        .map(|(id, under, _, says)| {
            let mine = depth[&under] + 1;
            depth.insert(id, mine);
            (mine, says)
        })
        .collect()
}

/// Steps that read a whole table, or index it first, once for each row of what stands before them.
fn again_and_again(plan: &[Step], is_table: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    // For each depth: whether what stands there runs more than once, and whether a loop has begun there.
    let mut open: Vec<(bool, bool)> = vec![(false, false)];
    for (depth, says) in plan {
        open.truncate(*depth);
        let (repeats, has_loop) = *open.last().expect("a depth");
        let is_loop = says.starts_with("SCAN ") || says.starts_with("SEARCH ");
        if is_loop {
            let name = says.split(' ').nth(1).unwrap_or_default();
            let is_whole = says.starts_with("SCAN ") || says.contains("USING AUTOMATIC");
            if is_whole && (repeats || has_loop) && is_table(name) {
                faults.push(says.clone());
            }
            open.last_mut().expect("a depth").1 = true;
        }
        let below = match says.split(' ').next() {
            Some("CORRELATED") => true,
            Some("MATERIALIZE" | "CO-ROUTINE" | "LIST" | "SCALAR" | "REUSE") => false,
            _ => repeats,
        };
        open.push((below, false));
    }
    faults
}

#[tokio::test]
async fn no_statement_reads_a_table_anew_for_each_row_on_sqlite() {
    let house = common::House::new(None).await;
    let mut conn = house.kernel.db.read().await.expect("reads");
    let views: Vec<(String, String)> =
        conn.all(sql!("SELECT name, sql FROM sqlite_master WHERE type = 'view'"), args![]).await.expect("views");
    let tables: Vec<(String,)> =
        conn.all(sql!("SELECT name FROM sqlite_master WHERE type = 'table'"), args![]).await.expect("tables");
    let mut faults = Vec::new();
    for (file, text) in statements() {
        let mut names = BTreeMap::new();
        for (_, view) in &views {
            aliases(view, &mut names);
        }
        aliases(&text, &mut names);
        let plan = plan_of_sqlite(&mut conn, &text).await;
        let is_table = |name: &str| names.get(name).is_some_and(|table| tables.iter().any(|(t,)| t == table));
        for says in again_and_again(&plan, is_table) {
            faults.push(format!("{file}: {says}\n  {text}"));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// The steps of a plan by `PostgreSQL` that would read no whole table if it could help it.
async fn plan_of_postgres(conn: &mut Conn, text: &str) -> Vec<Step> {
    let nothing = vec!["NULL"; arguments(text)].join(", ");
    let given = if nothing.is_empty() { String::new() } else { format!("({nothing})") };
    conn.run(literal(format!("PREPARE step AS {text}")), args![]).await.unwrap_or_else(|e| panic!("{e}: {text}"));
    let rows: Vec<(String,)> =
        conn.all(literal(format!("EXPLAIN (COSTS OFF) EXECUTE step{given}")), args![]).await.expect("explains");
    conn.run(sql!("DEALLOCATE step"), args![]).await.expect("forgets");
    rows.into_iter().map(|(line,)| (line.len() - line.trim_start().len(), line.trim().to_owned())).collect()
}

/// Tables that a plan by `PostgreSQL` reads whole, once for each row of what stands before them.
fn read_whole(plan: &[Step]) -> Vec<String> {
    let hashed: Vec<&str> =
        plan.iter().flat_map(|(_, says)| says.split("(hashed ").skip(1)).filter_map(|p| p.split(')').next()).collect();
    let mut faults = Vec::new();
    // What stands above, with how often it has been gone below: indent, whether it is a nested loop, children so far,
    // whether what stands below runs again and again.
    let mut above: Vec<(usize, bool, usize, bool)> = Vec::new();
    for (indent, says) in plan {
        let is_step = says.starts_with("->") || above.is_empty();
        let is_plan = says.starts_with("SubPlan") || says.starts_with("InitPlan") || says.starts_with("CTE");
        if !is_step && !is_plan {
            continue;
        }
        above.retain(|(i, ..)| i < indent);
        let mut repeats = above.last().is_some_and(|a| a.3);
        if let Some(parent) = above.last_mut().filter(|_| is_step) {
            repeats |= parent.1 && parent.2 > 0;
            parent.2 += 1;
        }
        if is_plan {
            repeats = says.starts_with("SubPlan") && !hashed.contains(&says.as_str());
        }
        let what = says.trim_start_matches("->").trim();
        if what.starts_with("Materialize") || what.starts_with("Hash") {
            repeats = false;
        }
        if repeats && what.starts_with("Seq Scan") {
            faults.push(what.to_owned());
        }
        above.push((*indent, what.starts_with("Nested Loop"), 0, repeats));
    }
    faults
}

#[tokio::test]
async fn no_statement_reads_a_table_anew_for_each_row_on_postgres() {
    for (engine, url) in common::engines().await {
        if engine != "postgres" {
            continue;
        }
        let house = common::House::new(url).await;
        let mut conn = house.kernel.db.read().await.expect("reads");
        for set in [sql!("SET enable_seqscan = off"), sql!("SET plan_cache_mode = force_generic_plan")] {
            conn.run(set, args![]).await.expect("sets");
        }
        let mut faults = Vec::new();
        for (file, text) in statements() {
            let plan = plan_of_postgres(&mut conn, &text).await;
            for says in read_whole(&plan) {
                faults.push(format!("{file}: {says}\n  {text}\n{plan:#?}"));
            }
        }
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn a_table_read_anew_for_each_row_is_found_in_plans() {
    let steps = |text: &str| -> Vec<Step> {
        text.lines().map(|l| (l.len() - l.trim_start().len(), l.trim().to_owned())).collect()
    };
    let plan = [
        (1, "SCAN a"),
        (1, "SEARCH b USING INDEX b_a (a=?)"),
        (1, "CORRELATED SCALAR SUBQUERY 1"),
        (2, "SCAN c"),
        (1, "LIST SUBQUERY 2"),
        (2, "SCAN d"),
    ];
    let plan: Vec<Step> = plan.iter().map(|(d, s)| (*d, (*s).to_owned())).collect();
    assert_eq!(again_and_again(&plan, |_| true), ["SCAN c"]);
    let join: Vec<Step> = [(1, "SCAN a"), (1, "SCAN b")].iter().map(|(d, s)| (*d, (*s).to_owned())).collect();
    assert_eq!(again_and_again(&join, |_| true), ["SCAN b"]);
    let nested = "Nested Loop\n  ->  Index Scan using a_key on a\n  ->  Seq Scan on b\n        SubPlan 1\n          \
        ->  Seq Scan on c";
    assert_eq!(read_whole(&steps(nested)), ["Seq Scan on b", "Seq Scan on c"]);
    let once = "Nested Loop\n  ->  Seq Scan on a\n        Filter: (hashed SubPlan 1)\n        SubPlan 1\n          \
        ->  Seq Scan on c\n  ->  Materialize\n        ->  Seq Scan on b";
    assert_eq!(read_whole(&steps(once)), Vec::<String>::new());
}
