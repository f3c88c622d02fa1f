//! The command line: each file of `tests/cli` is a command and what it prints.

#[test]
fn cli() {
    trycmd::TestCases::new().case("tests/cli/*.toml");
}
