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
    let mut folders: Vec<_> = root.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let (mut documents, mut sentences) = (Tally::default(), Tally::default());
    for folder in folders.iter().filter(|path| path.is_dir()) {
        for file in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            let code = file.file_stem().unwrap().to_str().unwrap();
            let text = std::fs::read_to_string(&file).unwrap();
            documents.count(&text, code);
            text.lines().for_each(|line| sentences.count(line, code));
        }
    }
    println!("documents: {documents:?}");
    println!("sentences: {sentences:?}");
    assert_eq!(documents.sure_and_wrong, 0);
    assert!(documents.sure * 100 >= documents.all * 99);
    assert!(sentences.sure_and_wrong * 1000 <= sentences.sure);
}

#[derive(Debug, Default)]
struct Tally {
    all: usize,
    right: usize,
    sure: usize,
    sure_and_wrong: usize,
}

impl Tally {
    fn count(&mut self, text: &str, code: &str) {
        self.all += 1;
        let Some(guess) = identify(text) else { return };
        let is_right = guess.language.code == code;
        self.right += usize::from(is_right);
        self.sure += usize::from(guess.is_sure());
        self.sure_and_wrong += usize::from(guess.is_sure() && !is_right);
    }
}
