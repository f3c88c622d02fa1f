//! Language identification on real documents, where the evaluation data is at hand.

use std::path::Path;

use targum::lang::identify;

#[test]
fn documents_of_the_evaluation_data_are_told_apart() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/ntrex"));
    if !root.is_dir() {
        println!("skipped: no evaluation data beside the repository");
        return;
    }
    let (mut documents, mut right, mut unsure) = (0, 0, 0);
    let mut folders: Vec<_> = root.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|path| path.is_dir()) {
        for file in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            let code = file.file_stem().unwrap().to_str().unwrap();
            let text = std::fs::read_to_string(&file).unwrap();
            let Some(guess) = identify(&text) else { continue };
            documents += 1;
            if guess.language.code == code {
                right += 1;
                unsure += usize::from(!guess.is_sure());
            } else {
                println!("{}: {} at {:.2}", file.display(), guess.language, guess.confidence);
                assert!(!guess.is_sure(), "a wrong guess must be unsure");
            }
        }
    }
    println!("{right} of {documents} documents right, {unsure} of them unsure");
    assert!(right * 1000 >= documents * 995);
}
