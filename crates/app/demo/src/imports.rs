//! An import that was a mistake, and was undone: the list of imports shows both.

use weft_admission::applications::model::{Kind, Options};
use weft_admission::applications::rules::FillPool;
use weft_admission::applications::undoing;
use weft_admission::applications::waiting::{self, Upload};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_media::table;
use weft_web::{Error, Result};

/// A file of last year's form, as somebody had it on their desk.
const LAST_YEAR: &str = "Respondent ID,Email Address,First name,Last name,Why do you want to take part?\n\
    L24-1,test.one@example.org,Test,One,\"To see\nhow it looks\"\n\
    L24-2,test.two@example.org,Test,Two,A second try\n\
    L24-3,test.three@example.org,Test,Three,\n";

/// Imports a file as its pages do, and undoes that.
pub async fn by_mistake(kernel: &Kernel, permit: &FillPool, by: &Id, options: &Options) -> Result<()> {
    let bytes = LAST_YEAR.as_bytes().to_vec();
    let table = table::read(&bytes).map_err(|f| Error::Internal(f.advice))?;
    let upload = Upload { name: "applications-2024.csv", kind: Kind::Applications, bytes };
    let id = waiting::stage(kernel, permit, by, upload, table).await?;
    let file = waiting::load(kernel, permit, id.as_str()).await?;
    waiting::confirm(kernel, permit, &file, &file.plan).await?;
    let options = Options { actor: Some(by.clone()), file: Some(id.clone()), ..options.clone() };
    let report = waiting::run(kernel, permit, &file, &options).await?;
    waiting::finish(kernel, &file, &report).await?;
    undoing::undo(kernel, permit, by, &id).await.map(drop)
}
