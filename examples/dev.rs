fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let out = &args[0];
    for f in &args[1..] {
        let bytes = std::fs::read(f).unwrap();
        let c = rubricate::convert(&bytes, &rubricate::Options::default()).unwrap();
        let name = std::path::Path::new(f).file_stem().unwrap().to_str().unwrap();
        for d in &c.diagnostics {
            if matches!(d.severity, rubricate::Severity::Error) {
                eprintln!("{f}: {}", d.message);
            }
        }
        if args.len() == 2 {
            eprintln!("{:?} {:?}", c.report.convention, c.report.counts);
            for d in &c.diagnostics {
                eprint!("{}", rubricate::Subject::new(f, &String::from_utf8_lossy(&bytes)).show(d));
            }
        }
        std::fs::write(format!("{out}/{name}.xml"), c.tei).unwrap();
    }
}
